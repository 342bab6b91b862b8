import Testing

@testable import SLOKit

/// Rules and metrics with nothing around the part that a test is about.
enum Gate {
  /// Reads rules from the members that follow the version.
  static func rules(
    _ members: String,
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) throws(Diagnostics) -> RuleSet {
    try RuleSet(
      text: "{ slo: 1, \(members) }",
      source: "rules.json5",
      overrides: overrides,
      columns: columns
    )
  }

  /// The members `columns` and `objectives` with one objective, called Objective.
  static func objective(_ sli: String, _ rest: String, columns: String = "") -> String {
    "columns: { \(columns) }, objectives: [{ name: 'Objective', sli: \"\(sli)\", \(rest) }]"
  }

  /// Judges metrics by the rules with these members.
  static func judge(
    _ members: String,
    _ csv: String,
    baseline: String...,
    options: EvaluationOptions = EvaluationOptions()
  ) throws(Diagnostics) -> Evaluation {
    try rules(members).evaluate(
      .text(csv, name: "metrics.csv"),
      baseline: baseline.enumerated().map { .text($1, name: "baseline-\($0 + 1).csv") },
      options: options
    )
  }

  /// The value of an indicator over the run.
  static func value(_ sli: String, columns: String = "", in csv: String) throws -> Double? {
    let evaluation = try judge(objective(sli, "role: 'info'", columns: columns), csv)
    return try #require(evaluation.phases.first?.objectives.first).value
  }

  /// What is wrong with the rules with these members.
  static func mistakes(
    _ members: String,
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try rules(members, overrides: overrides, columns: columns)
      return []
    } catch {
      return error.items
    }
  }

  /// A CSV with a sample each minute from midnight on.
  static func csv(_ header: String, _ rows: [String], every minutes: Int = 1) -> String {
    let lines = rows.enumerated().map { index, row in
      "\(Timestamp(nanoseconds: Int64(index * minutes) * 60_000_000_000)),\(row)"
    }
    return "timestamp,\(header)\n" + lines.map { $0 + "\n" }.joined()
  }
}

extension Evaluation {
  /// The statuses in the order of the objectives.
  var statuses: [Status] { phases.flatMap(\.objectives).map(\.status) }
}

extension Diagnostic {
  /// The part of the source that the carets are under.
  var marked: String? {
    excerpt.map {
      String($0.line.unicodeScalars.dropFirst($0.firstColumn - 1).prefix($0.columnCount))
    }
  }
}
