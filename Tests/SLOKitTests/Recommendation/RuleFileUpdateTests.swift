import Testing

@testable import SLOKit

@Suite("Rule files from recommendations")
struct RuleFileUpdateTests {
  private let columns = [
    ("p95_latency", Drafting.noise(60, mean: 0.2, deviation: 0.05, seed: 1)),
    ("error_rate", Drafting.noise(60, mean: 0.01, deviation: 0.0025, seed: 2)),
    ("rss_mb", Drafting.noise(60, mean: 300, deviation: 75, seed: 3)),
  ]

  private let rules = """
    // A comment that stays.
    {
      slo: 1,
      columns: { p95_latency: "s",  error_rate: "ratio", rss_mb: "MB" },
      vars: { most: "1s", bare: 900 /* megabytes */ },
      objectives: [
        { name: "A", sli: "mean(p95_latency)", green: "<=  $most", yellow: "<= 2000ms" }, // here, too
        { name: "B", sli: "mean(error_rate)",
          green: "< 5 %  and max(error_rate) < 20%", red: "> 10%" },
        { name: "C", sli: "mean(rss_mb)", green: "<= $bare" },
      ],
    }

    """

  @Test func `only literals of targets change`() throws {
    let draft = try Drafting.draft(columns, rules: rules)
    let update = try #require(draft.ruleFileUpdate())
    #expect(update.changed == ["A", "B", "C"])
    #expect(update.skipped.isEmpty)
    func literals(_ name: String) throws -> (String, String) {
      let proposal = try #require(draft.targets.first { $0.name == name }?.proposal)
      return (proposal.suggested.literal, try #require(proposal.red).literal)
    }
    let (a, b, c) = (try literals("A"), try literals("B"), try literals("C"))
    // The yellow limit keeps its own unit.
    let yellow = try #require(Double(a.1.dropLast()))
    let digits = try #require(DecimalNumber(yellow, powerOfTen: 3))
    let expected =
      rules
      .replacing("\"1s\"", with: "\"\(a.0)\"")
      .replacing("<= 2000ms", with: "<= \(digits)ms")
      .replacing("< 5 %  and", with: "< \(b.0)  and")
      .replacing("> 10%", with: "> \(b.1)")
      .replacing("900 /*", with: "\(c.0.dropLast(2)) /*")
    #expect(update.text == expected)
    #expect(throws: Never.self) { try RuleSet(text: update.text, source: "rules.json5") }
  }

  @Test(arguments: ["\r\n", "\n"])
  func `line ends stay`(end: String) throws {
    let text = rules.replacing("\n", with: end)
    let update = try #require(Drafting.draft(columns, rules: text).ruleFileUpdate())
    let usual = try #require(Drafting.draft(columns, rules: rules).ruleFileUpdate())
    #expect(update.text.utf8.elementsEqual(usual.text.replacing("\n", with: end).utf8))
  }

  /// All six runs meet both: the first has room for half as much, the second has not.
  @Test func `of several runs, only what they clearly tell is updated`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, objectives: [
        { name: "Wide", sli: "mean(p95_latency)", green: "<= 400ms" }, // wide
        { name: "Close", sli: "mean(p95_latency)", green: "<= 215ms" } ] }
      """
    let runs = (1...6).map { seed in
      [("p95_latency", Drafting.noise(30, mean: 0.2, deviation: 0.01, seed: seed))]
    }
    let draft = try Drafting.draft(runs: runs, rules: rules)
    #expect(draft.targets.map(\.revision?.advice) == [.tighten, .keep])
    let update = try #require(draft.ruleFileUpdate())
    #expect(update.text == rules.replacing("400ms", with: "210ms"))
    #expect(
      update.skipped.map { $0.prefix(48) } == ["Close: the runs are no clear reason to change it"]
    )
    #expect(try draft.ruleFile() == update.text)
    let classic = RecommendationOptions(method: .heuristic)
    let byRule = try #require(
      Drafting.draft(runs: runs, rules: rules, options: classic).ruleFileUpdate()
    )
    // 1.15 × 0.2 s, rounded up.
    #expect(byRule.text == rules.replacing("400ms", with: "230ms"))
  }

  @Test func `without a target there is no rule file`() throws {
    let constant = [Double](repeating: 0.2, count: 30)
    let draft = try Drafting.draft([("p95_latency", constant)])
    let error = #expect(throws: Diagnostic.self) { try draft.ruleFile() }
    #expect(error?.code == .nothingProposed)
    // A warm-up so slow that the run as a whole cannot meet what the rest of it leads to.
    let warm = (0..<12).map { 20 / Double($0 + 1) }
    let noise = Drafting.noise(60, mean: 0.2, deviation: 0.01, seed: 1)
    let steady = try Drafting.draft([("p95_latency", warm + noise)])
    #expect(try steady.only.isProposed)
    let other = #expect(throws: Diagnostic.self) { try steady.ruleFile() }
    #expect(other?.message.contains("warm-up") == true)
  }

  @Test func `a diff shows changed lines and their surroundings`() throws {
    let update = RuleFileUpdate(
      source: "rules.json5",
      original: "a\nb\nc\nd\ne\nf\n",
      text: "a\nb\nc\nd\nE\nf\n",
      changed: ["e"],
      skipped: []
    )
    #expect(
      update.diff == """
        --- rules.json5
        +++ rules.json5
        @@ -2,5 +2,5 @@
         b
         c
         d
        -e
        +E
         f

        """
    )
  }

  @Test func `nothing changed is no diff`() {
    #expect(UnifiedDiff.text(from: "a\n", to: "a\n", file: "f").isEmpty)
  }

  @Test func `a last line without an end is said`() {
    let diff = UnifiedDiff.text(from: "a", to: "b", file: "f")
    #expect(
      diff == "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n"
        + "+b\n\\ No newline at end of file\n"
    )
  }

  @Test func `two objectives with one variable and different needs change once`() throws {
    let shared = rules.replacing("$bare", with: "$most").replacing(
      "rss_mb)",
      with: "p95_latency) * 2"
    )
    let draft = try Drafting.draft(columns, rules: shared)
    let update = try #require(draft.ruleFileUpdate())
    #expect(update.changed == ["A", "B"])
    #expect(update.skipped.contains { $0.hasPrefix("C:") })
  }

  @Test func `a drafted rule file is met by the metrics that it comes from`() throws {
    let draft = try Drafting.draft(columns)
    let rules = try RuleSet(text: try draft.ruleFile(), source: "draft.json5")
    let evaluation = try rules.evaluate(.text(Drafting.csv(columns), name: "m.csv"))
    #expect(evaluation.decision == .proceed)
    #expect(evaluation.statuses == [.green, .green, .green])
  }
}
