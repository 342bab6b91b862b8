import Testing

@testable import SLOKit

/// Comparisons with an earlier run on which other gates say go.
@Suite("Where other gates fail open beside a baseline")
struct FailOpenBaselineTests {
  private static func judge(
    _ bands: String,
    _ cells: [String],
    baseline: [String]? = nil,
    more: String = ""
  ) throws -> Evaluation {
    let members = Gate.objective("mean(x)", bands, columns: "x: '1'") + more
    guard let baseline else { return try Gate.judge(members, Gate.csv("x", cells)) }
    return try Gate.judge(members, Gate.csv("x", cells), baseline: Gate.csv("x", baseline))
  }

  /// Otava and benchstat print a regression and end with the exit status 0.
  @Test func `a regression that is found is a rollback`() throws {
    let found = try Self.judge("green: '<= baseline * 1.1'", ["111", "112.8"], baseline: ["100"])
    #expect(found.decision == .rollback)
    #expect(found.cause == .breach)
  }

  @Test(arguments: ["NA", "", "nan"])
  func `a cell without a number hides no regression in either run`(cell: String) throws {
    let baseline = ["100", cell, "100", "100"]
    let found = try Self.judge(
      "green: '<= baseline * 1.1'",
      ["111.9", "111.9", cell],
      baseline: baseline
    )
    #expect(found.decision == .rollback)
  }

  /// Keptn lets a first evaluation pass all relative criteria.
  @Test(arguments: [
    "green: '<= baseline * 1.1'", "green: '<= baseline * 1.1', mandatory: true",
    "green: '<= baseline * 1.1', yellow: '<= baseline * 1.3'",
    "green: '<= baseline * 1.1', red: '> baseline * 1.3'",
    "green: '<= greatest(baseline * 1.1, baseline + 5)'", "green: 'mean(x) / baseline <= 1.1'",
    "green: 'mean(x) - baseline(p95(x)) <= 5'", "green: 'not > baseline * 1.1'",
  ])
  func `a first evaluation without a baseline holds`(bands: String) throws {
    let evaluation = try Self.judge(bands, ["100"])
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
  }

  /// With no prior success to compare with, a mandatory comparison must hold beside green ones.
  @Test func `a mandatory comparison without a baseline holds beside green objectives`() throws {
    let members = """
      objectives: [
        { name: 'Absolute', sli: 'mean(x)', green: '<= 200', mandatory: true },
        { name: 'Relative', sli: 'mean(x)', green: '<= baseline * 1.1', mandatory: true },
      ]
      """
    let evaluation = try Gate.judge(members, Gate.csv("x", ["100"]))
    #expect(evaluation.statuses == [.green, .na])
    #expect(evaluation.decision == .hold)
  }

  /// Kayenta passes two empty sides that it compares.
  @Test(arguments: [(["NA"], ["NA"]), (["NA"], ["100"]), (["100"], ["NA"])])
  func `a side without data holds`(cells: [String], baseline: [String]) throws {
    let evaluation = try Self.judge("green: '<= baseline * 1.1'", cells, baseline: baseline)
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
  }

  /// A benchmark that the run before lacks is a debug message in github-action-benchmark.
  @Test(arguments: ["x: '1'", "x: { unit: '1', optional: true }"])
  func `an objective that the baseline lacks holds`(column: String) throws {
    let members = """
      columns: { \(column), y: '1' },
      objectives: [
        { name: 'X', sli: 'mean(x)', green: '<= baseline * 1.1', mandatory: true },
        { name: 'Y', sli: 'mean(y)', green: '<= baseline * 1.1' },
      ]
      """
    let evaluation = try Gate.judge(
      members,
      Gate.csv("x,y", ["100,1"]),
      baseline: Gate.csv("y", ["1"])
    )
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason.contains("no such column in the baseline: x"))
  }

  @Test func `a baseline that has nothing to compare with is an error`() {
    let found = #expect(throws: Diagnostics.self) {
      try Gate.judge(
        Gate.objective("mean(x)", "green: '<= baseline * 1.1'"),
        Gate.csv("x", ["100"]),
        baseline: Gate.csv("y", ["100"])
      )
    }
    #expect(found?.items.map(\.code) == [.noMatchingColumns])
  }

  /// Bencher has no limits for a history without spread, and so never alerts.
  @Test(arguments: [("100", Decision.proceed), ("100.1", .rollback), ("140", .rollback)])
  func `a history without spread has limits all the same`(
    cell: String,
    decision: Decision
  ) throws {
    let evaluation = try Self.judge(
      "green: '<= baseline + 3 * baseline(stddev(x))'",
      [cell],
      baseline: Array(repeating: "100", count: 5)
    )
    #expect(evaluation.decision == decision)
  }

  /// Bencher has none for too short a history either.
  @Test(arguments: [
    ("green: '<= baseline + 3 * baseline(stddev(x))'", Decision.hold),
    ("green: '<= baseline * 1.1 and baseline(count(x)) >= 5'", .rollback),
  ])
  func `too short a history never proceeds`(bands: String, decision: Decision) throws {
    #expect(try Self.judge(bands, ["100"], baseline: ["100"]).decision == decision)
  }

  /// A phase is compared with the same phase, which the baseline may not have reached.
  @Test func `a phase that the baseline did not reach holds`() throws {
    let phases = ", phases: [{ name: 'late', where: 'x > 50' }]"
    let evaluation = try Self.judge(
      "green: '<= baseline * 1.1'",
      ["100"],
      baseline: ["10"],
      more: phases
    )
    #expect(evaluation.decision == .hold)
  }
}
