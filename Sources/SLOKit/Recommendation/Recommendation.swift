/// A draft of targets: what was observed, what is proposed, how sure it is, and what would have
/// happened with it.
public struct Recommendation: Sendable {
  /// The metrics that it rests on, in the order they were given.
  public let inputs: [RecommendationInput]

  /// How limits were found.
  public let options: RecommendationOptions

  /// The samples that the next run is reckoned with.
  public let nextSamples: Int

  /// The present rules; `nil` when metrics were recognised by their columns.
  public let rules: RulesReference?

  /// The values that variables of the rules were given in place of their own.
  public let overrides: [VariableOverride]

  /// The phases whose samples are drafted from; none where the rules have no phases.
  public let phases: [String]

  /// The objectives or metrics, in the order of the rule file or of the columns.
  public let targets: [TargetRecommendation]

  /// The columns for which nothing is recommended, with the reason; none with rules.
  public let leftOut: [LeftOutColumn]

  /// How likely an unchanged run is to trip each abort condition of the rules.
  public let aborts: [AbortForecast]

  /// What is odd about the data, in the words of an evaluation.
  public let warnings: [String]

  /// The rules that the indicators were read from.
  let samples: RunSamples
}

/// A file that a recommendation rests on.
public struct RecommendationInput: Sendable, Hashable {
  /// The name of the source.
  public let source: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let fingerprint: String
  /// The samples in it.
  public let samples: Int
  /// The earliest sample's time; `nil` without timestamps.
  public let start: Timestamp?
  /// The latest sample's time; `nil` without timestamps.
  public let end: Timestamp?
}

/// A column for which nothing is recommended.
public struct LeftOutColumn: Sendable, Hashable {
  /// The column.
  public let name: String
  /// Why.
  public let reason: String
}
