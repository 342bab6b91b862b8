import Testing

@testable import SLOKit

@Suite("Decisions with checklists")
struct ChecklistDecisionTests {
  static let done = "- [x] a\n# Optional\n- [ ] b\n"
  static let open = "- [x] a\n- [ ] Backups restored\n"
  static let wideOpen = "- [ ] a\n- [ ] b\n# Optional\n- [ ] c\n"

  static func judge(
    _ statuses: [Status],
    _ members: String,
    _ texts: [String]
  ) throws -> Evaluation {
    let checklists = try texts.map { try Checklist(text: $0, name: "release.md") }
    return try Gate.judge(
      members + DecisionTests.objectives(statuses),
      DecisionTests.csv,
      options: EvaluationOptions(checklists: checklists)
    )
  }

  @Test(arguments: [
    ([Status.green], "", [done], Decision.proceed, Evaluation.Cause.clean),
    ([.green], "", [open], .hold, .insufficientEvidence),
    ([.green], "", [done, open], .hold, .insufficientEvidence),
    ([.green], "", [done, done], .proceed, .clean),
    ([.yellow], "", [open], .hold, .insufficientEvidence),
    ([.yellow], "", [done], .hold, .breach),
    ([.red], "", [open], .rollback, .breach),
    ([.na], "", [done], .hold, .insufficientEvidence),
    ([.green], "\(DecisionTests.tripped), ", [open], .rollback, .abort),
    ([.yellow], "decision: { yellow: 'proceed' }, ", [open], .hold, .insufficientEvidence),
    (
      [.green], "decision: { score: { proceed: '90%', hold: '50%' } }, ", [open], .hold,
      .insufficientEvidence
    ),
  ])
  func `an open item is missing evidence`(
    statuses: [Status],
    members: String,
    texts: [String],
    decision: Decision,
    cause: Evaluation.Cause
  ) throws {
    let evaluation = try Self.judge(statuses, members, texts)
    #expect(evaluation.decision == decision)
    #expect(evaluation.cause == cause)
    #expect(evaluation.checklists.count == texts.count)
  }

  @Test(arguments: [
    ("", [open], "1 item of release.md is not checked: 'Backups restored' (line 2)."),
    ("", [wideOpen], "2 items of release.md are not checked, the first is 'a' (line 1)."),
    (
      "", [wideOpen, open],
      "2 items of release.md are not checked, the first is 'a' (line 1); "
        + "1 item of release.md is not checked: 'Backups restored' (line 2)."
    ),
    (
      "\(DecisionTests.unmet), ", [open],
      "There are 2 samples of the required 3; "
        + "1 item of release.md is not checked: 'Backups restored' (line 2)."
    ),
  ])
  func `the reason names the first open item`(
    members: String,
    texts: [String],
    reason: String
  ) throws {
    #expect(try Self.judge([.green], members, texts).reason == reason)
  }
}

extension ChecklistDecisionTests {
  @Test func `the next step is to settle what is open`() throws {
    let evaluation = try Self.judge([.green], "", [Self.done, Self.wideOpen])
    #expect(evaluation.nextSteps == ["Settle 2 open items of release.md."])
  }
}

@Suite("Reports with checklists")
struct ChecklistReportTests {
  static let text = """
    - [x] a
    - [ ] <script>a|b</script>
    - [ ] \u{1B}[31mred @user

    # Optional
    - [ ] "later"
    """

  static func report(_ format: ReportFormat, usesColor: Bool = false) throws -> String {
    try ChecklistDecisionTests.judge([.green], "", [text]).report(format, usesColor: usesColor)
  }

  @Test func `a terminal sees no escape sequences`() throws {
    #expect(
      try Self.report(.text).contains(
        """

        Checklist
          release.md  1/3 (33 %)
            line 2  <script>a|b</script>
            line 3  \\u{1B}[31mred @user
            line 6  "later" (optional)


        """
      )
    )
    #expect(try Self.report(.text, usesColor: true).contains("\u{1B}[33m1/3 (33 %)\u{1B}[0m"))
  }

  @Test func `Markdown sees no markup`() throws {
    #expect(
      try Self.report(.markdown).contains(
        """

        **Checklist**

        - release.md: 1/3 (33 %)
          - line 2: &lt;script&gt;a\\|b&lt;/script&gt;
          - line 3: \\\\u{1B}\\[31mred \\@user
          - line 6: "later" (optional)


        """
      )
    )
  }

  @Test func `JSON has every open item`() throws {
    #expect(
      try Self.report(.json).contains(
        """
          "checklists": [
            {
              "source": "release.md",
              "checked": 1,
              "required": 3,
              "optional_unchecked": 1,
              "unchecked": [
                {
                  "line": 2,
                  "text": "<script>a|b</script>",
                  "optional": false
                },
                {
                  "line": 3,
                  "text": "\\u001B[31mred @user",
                  "optional": false
                },
                {
                  "line": 6,
                  "text": "\\"later\\"",
                  "optional": true
                }
              ]
            }
          ],
          "phases": [

        """
      )
    )
  }

  @Test func `without a checklist nothing is said of one`() throws {
    let evaluation = try Gate.judge(DecisionTests.objectives([.green]), DecisionTests.csv)
    #expect(!evaluation.report(.text).contains("Checklist"))
    #expect(!evaluation.report(.markdown).contains("Checklist"))
    #expect(evaluation.report(.json).contains("\"checklists\": [],\n"))
  }
}
