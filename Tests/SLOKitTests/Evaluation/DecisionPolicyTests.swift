import Testing

@testable import SLOKit

/// What `decision` in a rule file changes, and what it never does.
struct DecisionPolicyTests {
  private func judge(
    _ statuses: [Status],
    _ policy: String,
    _ members: String = ""
  ) throws -> Evaluation {
    try Gate.judge(
      "decision: { \(policy) }, \(members) " + DecisionTests.objectives(statuses),
      DecisionTests.csv
    )
  }

  @Test(arguments: [
    ("yellow: 'hold'", [Status.green, .yellow], Decision.hold),
    ("yellow: 'proceed'", [.green, .yellow, .yellow], .proceed),
    ("yellow: 'proceed'", [.yellow], .proceed),
    ("yellow: 'proceed'", [.yellow, .red], .rollback),
    ("yellow: 'proceed'", [.na], .hold),
    ("max_yellow: 0", [.green, .yellow], .hold),
    ("max_yellow: 1", [.green, .yellow], .proceed),
    ("max_yellow: 1", [.green, .yellow, .yellow], .hold),
    ("max_yellow: 1", [.green, .yellow, .red], .rollback),
  ])
  func `yellow objectives are accepted as the rules say`(
    policy: String,
    statuses: [Status],
    decision: Decision
  ) throws {
    #expect(try judge(statuses, policy).decision == decision)
  }

  /// Scores by hand: green 1, yellow ½, red 0, the rest left out.
  @Test(
    arguments: [
      ([Status.green, .green, .green, .yellow], Decision.proceed, 0.875),
      ([.green, .green, .yellow, .yellow], .hold, 0.75),
      ([.green, .green, .green, .red], .hold, 0.75),
      ([.green, .green, .green, .green, .green, .green, .green, .red], .proceed, 0.875),
      ([.green, .red], .rollback, 0.5),
      ([.yellow, .yellow, .red], .rollback, 1.0 / 3),
      ([.green, .na, .info], .proceed, 1),
      ([.na, .info], .hold, nil),
    ] as [([Status], Decision, Double?)]
  )
  func `the score decides`(statuses: [Status], decision: Decision, score: Double?) throws {
    let evaluation = try judge(statuses, "score: { proceed: '87.5%', hold: '75%' }")
    #expect(evaluation.decision == decision)
    #expect(evaluation.score == score)
    #expect(evaluation.cause == (score == nil ? .insufficientEvidence : evaluation.cause))
  }

  @Test func `weights count in the score`() throws {
    let rules = """
      decision: { score: { proceed: 0.9, hold: 0.5 } }, objectives: [
        { name: 'A', sli: 'mean(x)', green: '<= 1', weight: 9 },
        { name: 'B', sli: 'mean(x)', green: '< 1', weight: 1 } ]
      """
    #expect(try Gate.judge(rules, DecisionTests.csv).decision == .proceed)
  }

  /// What is measured has no weight, and what has a weight is not measured.
  @Test(arguments: ["proceed: 0.9, hold: 0.5", "proceed: 0, hold: 0"])
  func `without a score nothing proceeds`(limits: String) throws {
    let rules = """
      decision: { score: { \(limits) } }, objectives: [
        { name: 'A', sli: 'mean(x)', green: '<= 1', weight: 0 },
        { name: 'B', sli: 'mean(y)', green: '<= 1', weight: 1 } ]
      """
    let evaluation = try Gate.judge(rules, DecisionTests.csv)
    #expect(evaluation.score == nil)
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
    #expect(
      evaluation.reason == "No objective with a weight has data, so there is no score."
    )
  }

  @Test(arguments: ["yellow: 'proceed'", "max_yellow: 9", "score: { proceed: 0, hold: 0 }"])
  func `no policy lets a run pass that lacks evidence or must end`(_ policy: String) throws {
    let mandatoryRed = """
      objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' },
        { name: 'B', sli: 'mean(x)', green: '< 1', mandatory: true }]
      """
    let mandatoryNA = """
      objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' },
        { name: 'B', sli: 'mean(y)', green: '< 1', mandatory: true }]
      """
    func decision(_ members: String) throws -> Decision {
      try Gate.judge("decision: { \(policy) }, \(members)", DecisionTests.csv).decision
    }
    let green = DecisionTests.objectives([.green])
    #expect(try decision(mandatoryRed) == .rollback)
    #expect(try decision(mandatoryNA) == .hold)
    #expect(try decision("\(DecisionTests.unmet), \(green)") == .hold)
    #expect(try decision("\(DecisionTests.tripped), \(green)") == .rollback)
  }

  @Test(arguments: [
    (
      "max_yellow: 1", [Status.green, .yellow],
      "1 of 2 measured objectives is green, and 1 yellow is accepted."
    ),
    (
      "max_yellow: 1", [.yellow], "No measured objective is green, and 1 yellow is accepted."
    ),
    (
      "max_yellow: 2", [.yellow, .yellow],
      "No measured objective is green, and 2 yellow are accepted."
    ),
    (
      "score: { proceed: '90%', hold: '60%' }", [.green, .green, .red],
      "The score is 66.7 %, below the 90.0 % from which to proceed; the worst is O2, 1."
    ),
    (
      "score: { proceed: '90%', hold: '60%' }", [.green, .red],
      "The score is 50.0 %, below the 60.0 % from which to hold; the worst is O1, 1."
    ),
    (
      "score: { proceed: '90%', hold: '60%' }", [.green, .na],
      "The score of 1 measured objective is 100 %."
    ),
  ])
  func `the reason says what decided`(policy: String, statuses: [Status], reason: String) throws {
    #expect(try judge(statuses, policy).reason == reason)
  }

  @Test(arguments: [
    ("yellow: 'proceed', max_yellow: 1", "'yellow' and 'max_yellow' both say what yellow means"),
    (
      "yellow: 'hold', score: { proceed: 1, hold: 0 }",
      "'yellow' and 'score' both say what yellow means"
    ),
    (
      "max_yellow: 1, score: { proceed: 1, hold: 0 }",
      "'max_yellow' and 'score' both say what yellow means"
    ),
    ("yellow: 'go'", "unknown meaning of yellow 'go'"),
    ("max_yellow: -1", "expected 'max_yellow' to be a whole number up to 2^53, found '-1'"),
    ("max_yellow: 1.5", "expected 'max_yellow' to be a whole number up to 2^53, found '1.5'"),
    ("score: { proceed: '90%' }", "'score' does not say from which score to hold"),
    ("score: { proceed: '75%', hold: '90%' }", "the score to hold is above the one to proceed"),
    ("score: { proceed: 90, hold: 75 }", "expected 'hold' to be a share such as 80%, found '75'"),
    ("score: { proceed: 1, hold: 0, go: 1 }", "unknown key 'go' in 'score'"),
    ("max_yelow: 1", "unknown key 'max_yelow' in 'decision'"),
  ])
  func `a contradiction or a typo is a mistake`(_ policy: String, _ message: String) {
    let mistakes = Gate.mistakes("decision: { \(policy) }, " + DecisionTests.objectives([.green]))
    #expect(mistakes.map(\.message).contains(message))
  }

  @Test func `a score needs a weight`() {
    let rules = """
      decision: { score: { proceed: 1, hold: 0 } },
      objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1', weight: 0 }]
      """
    #expect(
      Gate.mistakes(rules).map(\.message) == ["no objective has a weight, so there is no score"]
    )
  }
}
