@testable import SLOKit

extension RuleSet {
  /// Reads rules, of which every mistake must have a place; `nil` when there is one.
  static func checked(
    _ source: SourceText,
    overrides: [VariableOverride] = [],
    environment: SourceText? = nil,
    columns: [String]? = nil
  ) -> RuleSet? {
    do throws(Diagnostics) {
      return try RuleSetDecoder.decode(source, overrides: overrides, header: columns)
    } catch {
      error.check(in: source, environment ?? source)
      return nil
    }
  }

  /// Requires that a run of which nothing was measured never proceeds.
  func checkWithoutData() {
    guard judgesColumnsOnly else { return }
    let names = columns.columns.filter { !$0.isDerived }.map(\.name)
    let cells = names.map { name in "\"\(name.replacing("\"", with: "\"\""))\"" }
    let timeName = time?.name ?? "timestamp"
    guard !names.contains(timeName), !names.contains("") else { return }
    var csv = (["\"\(timeName.replacing("\"", with: "\"\""))\""] + cells).joined(separator: ",")
    for minute in 10..<15 {
      let row = ["2026-01-01T00:\(minute):00Z"] + names.map { _ in "NA" }
      csv += "\n" + row.joined(separator: ",")
    }
    let outcome = Outcome(self, Array(csv.utf8))
    require(!outcome.isGo, "a GO although nothing was measured:\n\(outcome.text)")
  }

  /// Whether every objective that decides needs a cell: the number of samples and the time that
  /// they cover are measured without one.
  private var judgesColumnsOnly: Bool {
    objectives.filter { $0.role == .gate }.flatMap(\.indicator.formula.aggregates)
      .allSatisfy { !$0.allColumns.isEmpty }
  }
}
