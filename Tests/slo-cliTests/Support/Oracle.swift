import Foundation

/// An evaluation by other means.
///
/// `Tests/Oracles/evaluate.py` computes `oracle.json` with NumPy from the CSV, without reading the
/// rule file. A report in JSON has the same form.
struct Oracle: Decodable {
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

/// The evaluations of several files that decide together.
struct SeveralOracles: Decodable {
  let decision: String
  let because: String
  let exit: Int32?
  let evaluations: [Oracle]
}

extension Decodable {
  /// What is stored beside a scenario.
  init(of scenario: Scenario) throws {
    try self.init(
      json: Data(contentsOf: Tool.package.appending(path: "\(scenario.folder)/oracle.json"))
    )
  }

  init(json: Data) throws {
    self = try JSONDecoder().decode(Self.self, from: json)
  }
}

extension Scenario {
  /// The scenarios of one file that come to a decision.
  static var evaluated: [Scenario] {
    get throws {
      try all.filter { !$0.name.hasPrefix("broken-") && !$0.name.hasPrefix("several-") }
    }
  }

  /// The scenarios of several files that come to a decision together.
  static var ofSeveralFiles: [Scenario] {
    get throws { try all.filter { $0.name.hasPrefix("several-") } }
  }
}
