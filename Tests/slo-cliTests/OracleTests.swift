import Foundation
import Testing

/// The numbers of every scenario against an independent evaluation: `Tests/Oracles/evaluate.py`
/// computes `oracle.json` with NumPy from the CSV, without reading the rule file.
struct OracleTests {
  private struct Oracle: Decodable {
    struct Objective: Decodable {
      let id: String
      let value: Double?
      let status: String
      let used: Int
      let total: Int
    }
    struct Requirement: Decodable {
      let name: String
      let value: Double?
      let required: Double
      let met: Bool
    }
    struct Abort: Decodable {
      let when: String
      let tripped: Bool
      let line: Int?
    }
    struct Phase: Decodable {
      let name: String?
      let decision: String
      let because: String
      let requirements: [Requirement]
      let objectives: [Objective]
    }
    let decision: String
    let because: String
    /// The oracle alone tells it.
    let exit: Int32?
    let requirements: [Requirement]
    let aborts: [Abort]
    let phases: [Phase]
  }

  private static var scenarios: [Scenario] {
    get throws { try Scenario.all.filter { !$0.name.hasPrefix("broken-") } }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }

  @Test(arguments: try scenarios)
  func `the tool agrees with the oracle`(_ scenario: Scenario) throws {
    let file = Tool.package.appending(path: "\(scenario.folder)/oracle.json")
    let oracle = try decode(Oracle.self, Data(contentsOf: file))
    let result = try scenario.check(format: "json")
    let report = try decode(Oracle.self, Data(result.output.utf8))
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
