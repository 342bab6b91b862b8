import Testing

@testable import SLOKit

/// Recommendations from metrics that a test makes.
enum Drafting {
  /// A draft from columns of values; each line has a time, a minute after the one before.
  static func draft(
    _ columns: [(String, [Double])],
    rules: String? = nil,
    overrides: [VariableOverride] = [],
    options: RecommendationOptions = RecommendationOptions()
  ) throws -> Recommendation {
    try draft(runs: [columns], rules: rules, overrides: overrides, options: options)
  }

  /// A draft from several runs.
  static func draft(
    runs: [[(String, [Double])]],
    rules: String? = nil,
    overrides: [VariableOverride] = [],
    options: RecommendationOptions = RecommendationOptions()
  ) throws -> Recommendation {
    let sources = runs.enumerated().map { number, columns in
      MetricsSource.text(csv(columns), name: "run-\(number + 1).csv")
    }
    let folder = try rules.map { try ruleFile($0) }
    return try Recommendation(
      metrics: sources,
      rules: folder,
      overrides: overrides,
      options: options
    )
  }

  static func csv(_ columns: [(String, [Double])]) -> String {
    let rows = (0..<(columns.first?.1.count ?? 0)).map { row in
      columns.map { $0.1[row].isNaN ? "NA" : "\($0.1[row])" }.joined(separator: ",")
    }
    return Gate.csv(columns.map(\.0).joined(separator: ","), rows)
  }

  /// Noise around a level: normal, by the sum of twelve even numbers.
  static func noise(_ count: Int, mean: Double, deviation: Double, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      mean + deviation * (generator.fractions(12).reduce(0, +) - 6)
    }
  }

  /// A rule set as a preset of its own, so that no file is needed.
  private static func ruleFile(_ text: String) throws -> RuleSource {
    .preset(Preset(name: "test", summary: "A test.", signature: [], text: text))
  }
}

extension Recommendation {
  /// The one target of a draft.
  var only: TargetRecommendation {
    get throws { try #require(targets.first) }
  }
}
