import Foundation
import Testing

/// The numbers of every scenario against an independent evaluation.
struct OracleTests {
  @Test(arguments: try Scenario.evaluated)
  func `the tool agrees with the oracle`(_ scenario: Scenario) throws {
    let oracle = try Oracle(of: scenario)
    let result = try scenario.check(format: "json")
    let report = try Oracle(Data(result.output.utf8))
    #expect(report.decision == oracle.decision)
    #expect(report.because == oracle.because)
    #expect(result.status == oracle.exit)
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
  private func expectClose(_ ours: Double?, _ theirs: Double?, _ what: String) {
    guard let ours, let theirs else {
      #expect(ours == nil && theirs == nil, "\(what)")
      return
    }
    #expect(abs(ours - theirs) <= 1e-12 * max(abs(ours), abs(theirs)), "\(what)")
  }
}
