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
    let rules = try RuleSet(text: draft.ruleFile(), source: "draft.json5")
    let evaluation = try rules.evaluate(.text(Drafting.csv(columns), name: "m.csv"))
    #expect(evaluation.decision == .proceed)
    #expect(evaluation.statuses == [.green, .green, .green])
  }
}
