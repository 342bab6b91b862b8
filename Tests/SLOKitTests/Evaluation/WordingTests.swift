import Testing

@testable import SLOKit

/// What the report says is what was found.
struct WordingTests {
  @Test(arguments: [
    ("x > 2", "1 3 3 1 3", "held on 2 samples in a row (3 in all), first on line 3"),
    ("x > 2", "1 3 1", "held on 1 sample, first on line 3"),
    ("x > 2 for 2 samples", "3 1 3 3 3", "held on 3 samples in a row (4 in all), first on line 4"),
    ("x > 2 for 2 samples", "1 3 3", "held on 2 samples in a row, first on line 3"),
  ])
  func `an abort condition held for so long and so often`(
    when: String,
    cells: String,
    phrase: String
  ) throws {
    let members = "abort: ['\(when)'], " + Gate.objective("mean(x)", "green: '< 9'")
    let evaluation = try Gate.judge(
      members,
      Gate.csv("x", cells.split(separator: " ").map(String.init))
    )
    #expect(evaluation.reason.contains(phrase))
  }

  @Test func `one sample is one sample`() throws {
    let thin = try Gate.judge(
      Gate.objective("mean(x)", "green: '< 9', min_samples: 2, mandatory: true"),
      Gate.csv("x", ["1"])
    )
    #expect(thin.reason.contains("measured on 1 sample, fewer than min_samples: 2"))
    let missing = try Gate.judge(
      Gate.objective("mean(x)", "green: '< 9', mandatory: true"),
      Gate.csv("x", ["NA"])
    )
    #expect(missing.reason.contains("x is NA on the only sample"))
    #expect(missing.warnings.map(\.message) == ["x is NA on the only sample"])
  }

  @Test func `what is red and does not decide is said in a go`() throws {
    let objectives = """
      objectives: [
        { name: 'A', sli: 'mean(x)', green: '< 9', weight: 9 },
        { name: 'B', sli: 'mean(x)', green: '< 1', weight: 0 },
        { name: 'C', sli: 'mean(x)', green: '< 1', role: 'info' },
      ],
      """
    let scored = try Gate.judge(
      objectives + "decision: { score: { proceed: '90%', hold: '75%' } }",
      Gate.csv("x", ["2"])
    )
    #expect(scored.decision == .proceed)
    #expect(scored.reason.contains("B is red, which does not decide; 1 more red objective"))
    let informing = try Gate.judge(
      "objectives: [{ name: 'A', sli: 'mean(x)', green: '< 9' }, "
        + "{ name: 'C', sli: 'mean(x)', green: '< 1', role: 'info' }]",
      Gate.csv("x", ["2"])
    )
    #expect(informing.decision == .proceed)
    #expect(informing.reason.hasSuffix("; C is red, which does not decide."))
  }

  @Test func `a score of nothing is no score`() throws {
    let evaluation = try Gate.judge(
      """
      objectives: [
        { name: 'A', sli: 'mean(y)', green: '< 9' },
        { name: 'B', sli: 'mean(x)', green: '< 9', weight: 0 },
      ],
      decision: { score: { proceed: '90%', hold: '75%' } }
      """,
      Gate.csv("x,y", ["2,NA"])
    )
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
    #expect(evaluation.reason == "No objective with a weight has data, so there is no score.")
  }

  @Test func `a comparison is explained by its interval`() throws {
    let rules = try Gate.rules(
      "columns: { x: 'ms' }, objectives: "
        + "[{ name: 'X', compare: 'x', worse: 'higher', green: '<= 1%', red: '> 30%' }]"
    )
    func run(_ offset: Int) -> String {
      Gate.csv("x", (0..<40).map { "\(100 + ($0 * 7 + offset) % 20)" })
    }
    let report = try rules.explain(
      "X",
      try MetricsReader(.text(run(0), name: "metrics.csv")),
      baseline: [try MetricsReader(.text(run(3) + "", name: "baseline.csv"))]
    )[0].report
    #expect(report.contains("is not certain"))
    #expect(
      report.contains("Neither green nor red is certain, so it is yellow.")
    )
    #expect(!report.contains("NA"))
    let reason = try rules.evaluate(
      .text(run(0), name: "metrics.csv"),
      baseline: [.text(run(3), name: "baseline.csv")]
    ).reason
    #expect(reason.contains("not certain to be within green (<= 1%)"))
    #expect(reason.contains("; about 260 more samples here and 260 in the baseline"))
  }
}
