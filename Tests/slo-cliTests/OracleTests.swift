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
      /// Of an objective with `compare`, worked out with SciPy (`comparisons.py`).
      let comparison: [String: Double]?
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

  private struct SeveralOracles: Decodable {
    let decision: String
    let because: String
    let exit: Int32?
    let evaluations: [Oracle]
  }

  private static var scenarios: [Scenario] {
    get throws {
      try Scenario.all.filter { !$0.name.hasPrefix("broken-") && !$0.name.hasPrefix("several-") }
    }
  }

  private static var severalFiles: [Scenario] {
    get throws { try Scenario.all.filter { $0.name.hasPrefix("several-") } }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }

  @Test(arguments: try scenarios)
  func `the tool agrees with the oracle`(_ scenario: Scenario) throws {
    let oracle = try decode(Oracle.self, oracleData(scenario))
    let result = try scenario.check(format: "json")
    #expect(result.status == oracle.exit)
    expectSame(try decode(Oracle.self, Data(result.output.utf8)), oracle)
  }

  @Test(arguments: try severalFiles)
  func `the tool agrees with the oracle on several files`(_ scenario: Scenario) throws {
    let oracle = try decode(SeveralOracles.self, oracleData(scenario))
    let result = try scenario.check(format: "json")
    let report = try decode(SeveralOracles.self, Data(result.output.utf8))
    #expect(result.status == oracle.exit)
    #expect(report.decision == oracle.decision)
    #expect(report.because == oracle.because)
    #expect(report.evaluations.count == oracle.evaluations.count)
    for (ours, theirs) in zip(report.evaluations, oracle.evaluations) { expectSame(ours, theirs) }
  }

  private func oracleData(_ scenario: Scenario) throws -> Data {
    try Data(contentsOf: Tool.package.appending(path: "\(scenario.folder)/oracle.json"))
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
