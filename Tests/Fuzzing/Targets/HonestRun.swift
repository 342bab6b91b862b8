/// A run and its rules, drawn from the bytes of an input, and the decision that follows from them.
///
/// The decision is computed from the numbers that were drawn and not from the files: by the
/// definitions, with nothing shared with the library.
struct HonestRun {
  private struct Objective {
    enum Function: String, CaseIterable {
      case mean, max, min, last
    }

    let function: Function
    let column: Int
    let green: Double
    let yellow: Double?
    let isMandatory: Bool
  }

  private let cells: [[Double?]]
  private let tokens: [String]
  private let objectives: [Objective]
  private let abort: (limit: Double, duration: Int)?
  private let requiredMinutes: Int
  private static let columnCount = 2

  init(_ source: inout ByteSource) {
    let rowCount = 2 + source.number(below: 7)
    tokens = (0..<rowCount).map { _ in source.pick(["NA", "", "NaN", "-", "null", "n/a"]) }
    cells = (0..<rowCount).map { _ in
      (0..<Self.columnCount).map { _ in
        switch source.number(below: 24) {
        case 0..<8: nil
        case 8: .infinity
        case let number: Double(number) - 9
        }
      }
    }
    objectives = (0...source.number(below: 3)).map { _ in
      let green = Double(source.number(below: 12))
      return Objective(
        function: source.pick(Objective.Function.allCases),
        column: source.number(below: Self.columnCount),
        green: green,
        yellow: source.isTrue() ? green + Double(source.number(below: 4)) : nil,
        isMandatory: source.isTrue()
      )
    }
    abort =
      source.isTrue() ? (Double(source.number(below: 16)), 1 + source.number(below: 4)) : nil
    requiredMinutes = 2 + source.number(below: 8)
  }
}

// MARK: - What it looks like

extension HonestRun {
  var rules: String {
    let members = objectives.enumerated().map { place, objective in
      let yellow = objective.yellow.map { "yellow: '<= \($0)', " } ?? ""
      return "{ name: 'o\(place)', sli: '\(objective.function)(c\(objective.column))', "
        + "green: '<= \(objective.green)', \(yellow)mandatory: \(objective.isMandatory) }"
    }
    let aborts = abort.map { "'c0 > \($0.limit) for \($0.duration)m'" } ?? ""
    return """
      { slo: 1, require: { duration: '\(requiredMinutes)m' }, abort: [\(aborts)],
        objectives: [\(members.joined(separator: ", "))] }
      """
  }

  /// The header and a sample each minute.
  var table: [[[UInt8]]] {
    let header = ["ts"] + (0..<Self.columnCount).map { "c\($0)" }
    let rows = cells.enumerated().map { minute, row in
      ["2026-01-01T00:0\(minute):00Z"]
        + row.map { $0.map { $0.isInfinite ? "+Inf" : "\($0)" } ?? tokens[minute] }
    }
    return ([header] + rows).map { $0.map { Array($0.utf8) } }
  }
}

// MARK: - What follows

extension HonestRun {
  /// The word for the decision, in the order of the documentation.
  var decision: String {
    let statuses = objectives.map { ($0, status(of: $0)) }
    if isAborted || statuses.contains(where: { $1 == "red" }) { return "rollback" }
    let isShort = Double(cells.count) < Double(requiredMinutes) * 0.99
    if isShort || statuses.contains(where: { $0.isMandatory && $1 == "na" }) { return "hold" }
    if statuses.contains(where: { $1 == "yellow" }) { return "hold" }
    return statuses.contains { $1 != "na" } ? "proceed" : "hold"
  }

  /// Whether the first column lies beyond the limit without a break for so long; NA is no break.
  private var isAborted: Bool {
    guard let abort else { return false }
    var first: Int?
    for (minute, row) in cells.enumerated() {
      guard let value = row[0] else { continue }
      guard value > abort.limit else {
        first = nil
        continue
      }
      first = first ?? minute
      if let first, minute - first >= abort.duration { return true }
    }
    return false
  }

  private func status(of objective: Objective) -> String {
    let values = cells.compactMap { $0[objective.column] }
    guard !values.isEmpty else { return "na" }
    let value =
      switch objective.function {
      case .mean: values.reduce(0, +) / Double(values.count)
      case .max: values.max() ?? .nan
      case .min: values.min() ?? .nan
      case .last: values.last ?? .nan
      }
    if value <= objective.green { return "green" }
    guard let yellow = objective.yellow else { return "red" }
    return value <= yellow ? "yellow" : "red"
  }
}
