import Foundation

/// An evaluation by other means: `Tests/Oracles/evaluate.py` computes `oracle.json` with NumPy from
/// the CSV, without reading the rule file.
struct Oracle: Decodable {
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

  /// What is stored beside a scenario.
  init(of scenario: Scenario) throws {
    self = try Oracle(
      Data(contentsOf: Tool.package.appending(path: "\(scenario.folder)/oracle.json"))
    )
  }

  /// Reads the numbers of a report, or of an oracle, which has the same form.
  init(_ json: Data) throws {
    self = try JSONDecoder().decode(Oracle.self, from: json)
  }
}

extension Scenario {
  /// The scenarios that come to a decision.
  static var evaluated: [Scenario] {
    get throws { try all.filter { !$0.name.hasPrefix("broken-") } }
  }
}
