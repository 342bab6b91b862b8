import Foundation
import Testing

/// The numbers of every scenario against an independent evaluation.
struct OracleTests {
  @Test(arguments: try Scenario.evaluated)
  func `the tool agrees with the oracle`(_ scenario: Scenario) throws {
    let oracle = try Oracle(of: scenario)
    let result = try scenario.check(format: "json")
    #expect(result.status == oracle.exit)
    expectSame(try Oracle(json: Data(result.output.utf8)), oracle)
  }

  @Test(arguments: try Scenario.ofSeveralFiles)
  func `the tool agrees with the oracle on several files`(_ scenario: Scenario) throws {
    let oracle = try SeveralOracles(of: scenario)
    let result = try scenario.check(format: "json")
    let report = try SeveralOracles(json: Data(result.output.utf8))
    #expect(result.status == oracle.exit)
    #expect(report.decision == oracle.decision)
    #expect(report.because == oracle.because)
    #expect(report.evaluations.count == oracle.evaluations.count)
    for (ours, theirs) in zip(report.evaluations, oracle.evaluations) { expectSame(ours, theirs) }
  }

  private func expectSame(_ report: Oracle, _ oracle: Oracle) {
    #expect(report.decision == oracle.decision)
    #expect(report.because == oracle.because)
    #expect(report.aborts.map(\.tripped) == oracle.aborts.map(\.tripped))
    #expect(report.aborts.map(\.line) == oracle.aborts.map(\.line))
    expectSame(report.requirements, oracle.requirements)
    #expect(report.phases.map(\.name) == oracle.phases.map(\.name))
    for (ours, theirs) in zip(report.phases, oracle.phases) { expectSame(ours, theirs) }
  }

  private func expectSame(_ ours: Oracle.Phase, _ theirs: Oracle.Phase) {
    #expect(ours.decision == theirs.decision)
    #expect(ours.because == theirs.because)
    expectSame(ours.requirements, theirs.requirements)
    #expect(ours.objectives.map(\.id) == theirs.objectives.map(\.id))
    for (ours, theirs) in zip(ours.objectives, theirs.objectives) {
      #expect(ours.status == theirs.status, "\(ours.id)")
      #expect(ours.used == theirs.used, "\(ours.id)")
      #expect(ours.total == theirs.total, "\(ours.id)")
      expectClose(ours.value, theirs.value, ours.id)
      expectSame(ours.comparison, theirs.comparison, ours.id)
    }
  }

  private func expectSame(_ ours: [String: Double]?, _ theirs: [String: Double]?, _ id: String) {
    #expect(ours?.keys.sorted() == theirs?.keys.sorted(), "\(id)")
    for (key, figure) in theirs ?? [:] {
      // A probability far out in the tail has fewer digits that two methods agree on.
      let tolerance = key.hasSuffix("p_value") ? 1e-9 : 1e-12
      expectClose(ours?[key], figure, "\(id): \(key)", within: tolerance)
    }
  }

  private func expectSame(_ ours: [Oracle.Requirement], _ theirs: [Oracle.Requirement]) {
    #expect(ours.map(\.name) == theirs.map(\.name))
    for (ours, theirs) in zip(ours, theirs) {
      #expect(ours.met == theirs.met, "\(ours.name)")
      #expect(ours.required == theirs.required, "\(ours.name)")
      expectClose(ours.value, theirs.value, ours.name)
    }
  }

  /// NumPy adds pairwise, we add exactly: the last bits may differ.
  private func expectClose(
    _ ours: Double?,
    _ theirs: Double?,
    _ what: String,
    within tolerance: Double = 1e-12
  ) {
    guard let ours, let theirs else {
      #expect(ours == nil && theirs == nil, "\(what)")
      return
    }
    #expect(abs(ours - theirs) <= tolerance * max(abs(ours), abs(theirs)), "\(what)")
  }
}
