import Testing

@testable import SLOKit

/// What the judge asks for and the plan forgot: a mistake of the library that must not let a run
/// pass.
struct IncompletePlanTests {
  private static func measurements() throws -> Measurements {
    let series = SeriesPlan([])
    let worker = SampleWorker(series, filter: nil)
    let plan = Plan(
      rules: try RuleSet.measuring("mean(x)"),
      aggregates: AggregateList(),
      series: series,
      decoders: [],
      columnCount: 0,
      absentColumns: [],
      trafficColumns: [],
      derivedColumns: [],
      hasTime: false
    )
    return Measurements(plan, worker.tally, [RunOrder(series)], absentColumns: [])
  }

  @Test func `what was not planned is NA and no evaluation`() throws {
    let measurements = try Self.measurements()
    #expect(throws: Never.self) { try measurements.checkCompleteness() }
    let result = measurements[.count(of: 0)]
    #expect(result.value.isNaN)
    #expect(result.total == 0)
    let error = #expect(throws: Diagnostic.self) { try measurements.checkCompleteness() }
    #expect(error?.code == .internalError)
    #expect(error?.code.subject == .software)
  }

  @Test func `no run can be judged by a number that is missing in either run`() throws {
    let (candidate, baseline) = (try Self.measurements(), try Self.measurements())
    let runs = MeasuredRuns(candidate: candidate, baseline: baseline)
    #expect(throws: Never.self) { try runs.checkCompleteness() }
    _ = runs[.count(of: 0).of(.baseline)]
    #expect(throws: Diagnostics.self) { try runs.checkCompleteness() }
  }
}
