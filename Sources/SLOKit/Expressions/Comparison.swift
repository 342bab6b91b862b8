/// What is asked about the values of a run beside those of the baseline.
struct Comparison: Sendable, Hashable {
  enum Statistic: String, Sendable, Hashable, CaseIterable {
    /// By how much the values are shifted, in proportion to the baseline's median.
    case shift
    /// The bounds of the shift's confidence interval.
    case lowerBound = "shift_low"
    case upperBound = "shift_high"
    /// How likely it is that so much of a difference is chance.
    case pValue = "p_value"
  }

  /// What an objective has that does not say.
  static let usualConfidence = 0.98

  let statistic: Statistic
  /// The confidence of the interval, between 0 and 1.
  var confidence = usualConfidence
}

extension Aggregate {
  /// Whether it needs the values of both runs.
  var isComparison: Bool {
    if case .comparison = function { return true }
    return false
  }

  /// The aggregate with the confidence that its objective asks for.
  func with(confidence: Double) -> Aggregate {
    guard case .comparison(var comparison) = function else { return self }
    comparison.confidence = confidence
    return replacing(.comparison(comparison))
  }
}
