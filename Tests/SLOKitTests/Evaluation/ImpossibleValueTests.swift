import Testing

@testable import SLOKit

/// A number that cannot be is no evidence.
struct ImpossibleValueTests {
  private static func judge(
    _ column: String,
    _ cells: [String],
    _ green: String = "<= 150ms"
  ) throws -> Evaluation {
    try Gate.judge(
      Gate.objective("mean(x)", "green: '\(green)'", columns: "x: \(column)"),
      Gate.csv("x", cells)
    )
  }

  @Test(arguments: [
    ("'ms'", ["-500", "120", "130"], Decision.hold), ("'ms'", ["100", "120", "130"], .proceed),
    ("'ms'", ["-5", "900", "900"], .rollback),
    ("{ unit: 'ms', min: -1000 }", ["-500", "120", "130"], .proceed),
    ("{ unit: 'ms', min: '-1s' }", ["-500", "120", "130"], .proceed),
  ])
  func `a green value of times below 0 holds`(
    column: String,
    cells: [String],
    decision: Decision
  ) throws {
    let evaluation = try Self.judge(column, cells)
    #expect(evaluation.decision == decision)
    guard decision == .hold else { return }
    #expect(evaluation.cause == .insufficientEvidence)
    #expect(evaluation.reason.contains("x goes down to -500 ms, where it cannot be"))
    #expect(evaluation.report(.junit).contains("<error"))
  }

  @Test(arguments: [
    ("{ unit: '1', max: 10 }", "11", true), ("{ unit: '1', max: 10 }", "10", false),
    ("{ unit: '1', min: 0 }", "-0.1", true), ("{ min: 0, max: 10 }", "12", true),
    ("{ unit: 'ms', max: '2s' }", "2001", true), ("{ unit: 'ms', max: '2s' }", "2000", false),
    ("{ unit: '%', max: '50%' }", "51", true), ("{ unit: 'min', max: 5 }", "6", true),
    ("{ unit: '1', max: 10 }", "Inf", true), ("{ unit: '1', max: 10 }", "NA", false),
    ("{ unit: '1', max: 10 }", "\"11\"", true),
  ])
  func `a cell beyond what the rules allow is an error`(
    column: String,
    cell: String,
    isRefused: Bool
  ) throws {
    let members = Gate.objective("mean(x)", "role: 'info'", columns: "x: \(column)")
    func judge() throws -> Evaluation { try Gate.judge(members, Gate.csv("x", ["1", cell])) }
    guard isRefused else {
      _ = try judge()
      return
    }
    let found = #expect(throws: Diagnostics.self) { try judge() }
    #expect(found?.items.map(\.code) == [.outOfRange])
    #expect(found?.items.first?.location?.line == 3)
  }

  @Test(arguments: [
    ("{ unit: 'ms', min: '1MB' }", DiagnosticCode.unitMismatch),
    ("{ min: 5, max: 4 }", .invalidValue),
    ("{ kind: 'label', min: 1 }", .invalidValue), ("{ min: 'low' }", .invalidValue),
    ("{ min: '1ms' }", .unitMismatch),
  ])
  func `bounds must fit their column`(column: String, code: DiagnosticCode) {
    let members =
      "columns: { y: \(column) }, objectives: [{ name: 'X', sli: 'mean(x)', green: '< 1' }]"
    #expect(Gate.mistakes(members).map(\.code) == [code])
  }

  @Test func `a score beyond 10 is an error in the preset`() throws {
    let rules = try RuleSet(Preset.named("readiness-score"))
    let found = #expect(throws: Diagnostics.self) {
      try rules.evaluate(.text("category,score,weight\na,95,1\n", name: "scores.csv"))
    }
    #expect(found?.items.map(\.code) == [.outOfRange])
  }

  @Test(arguments: [
    ("latency_ms", "s", true), ("latency_ms", "ms", false), ("latency_seconds", "ms", true),
    ("rss_mb", "MiB", false), ("rss_bytes", "MB", true), ("error_percent", "ratio", true),
    ("requests_per_s", "/s", false), ("items", "s", false), ("ms", "s", false),
    ("http_ms_total", "s", false), ("time_s", "ms", true),
  ])
  func `a name that says another unit is suspicious`(
    name: String,
    unit: String,
    isWarned: Bool
  ) throws {
    let members = Gate.objective(
      "mean(`\(name)`)",
      "green: '>= 0'",
      columns: "\(name): '\(unit)'"
    )
    let found = try Gate.judge(members, Gate.csv(name, ["0.1", "0.2"])).warnings.map(\.code)
    #expect(found.contains(.contradictoryUnit) == isWarned)
  }
}
