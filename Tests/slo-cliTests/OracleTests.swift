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
    let decision: String
    let because: String
    let exit: Int32?
    let objectives: [Objective]?
    let requirements: [Requirement]
    let aborts: [Abort]
  }

  /// The same members as the JSON report has them.
  private struct Report: Decodable {
    struct Phase: Decodable {
      let objectives: [Oracle.Objective]
    }
    let decision: String
    let because: String
    let phases: [Phase]
    let requirements: [Oracle.Requirement]
    let aborts: [Oracle.Abort]
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
    let report = try decode(Report.self, Data(result.output.utf8))
    #expect(report.decision == oracle.decision)
    #expect(report.because == oracle.because)
    #expect(result.status == oracle.exit)
    let objectives = try #require(report.phases.first).objectives
    for (ours, theirs) in zip(objectives, try #require(oracle.objectives)) {
      #expect(ours.id == theirs.id)
      #expect(ours.status == theirs.status, "\(ours.id)")
      #expect(ours.used == theirs.used, "\(ours.id)")
      #expect(ours.total == theirs.total, "\(ours.id)")
      expectClose(ours.value, theirs.value, ours.id)
    }
    #expect(objectives.count == oracle.objectives?.count)
    for (ours, theirs) in zip(report.requirements, oracle.requirements) {
      #expect(ours.name == theirs.name)
      #expect(ours.met == theirs.met, "\(ours.name)")
      expectClose(ours.value, theirs.value, ours.name)
    }
    #expect(report.requirements.count == oracle.requirements.count)
    #expect(report.aborts.map(\.tripped) == oracle.aborts.map(\.tripped))
    #expect(report.aborts.map(\.line) == oracle.aborts.map(\.line))
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
