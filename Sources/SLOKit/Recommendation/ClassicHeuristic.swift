/// The rules of thumb that many teams begin with, on the mean over the run: no promise, but numbers
/// to compare with.
enum ClassicHeuristic {
  /// A target, and whether a value that is equal to it meets it.
  struct Target: Sendable, Hashable {
    let value: Double
    let isInclusive: Bool
    /// Digits behind the dot, in the usual unit.
    let text: String
    let rule: String
  }

  /// The target for a metric; `nil` when there is no classic rule for it.
  ///
  /// - Parameters:
  ///   - kind: What the metric is about.
  ///   - name: Its column, which tells the percentile of a latency.
  ///   - dimension: What it measures.
  ///   - mean: The mean over the run, in base units.
  /// - Returns: The target in base units, and as text.
  static func target(
    _ kind: MetricKind?,
    name: String,
    dimension: Dimension?,
    mean: Double
  ) -> Target? {
    let isShare = dimension == .ratio
    switch kind {
    case .success where isShare:
      return share(max(0.98, mean - 0.01), isInclusive: true, "max(98 %, mean − 1 point)")
    case .latency where dimension == .time && NameWords(name).contains("p99"):
      let value = min(2, max(0.5, 2 * mean))
      return Target(
        value: value,
        isInclusive: true,
        text: "≤ \(value.decimal(fractionDigits: 3)) s",
        rule: "2 × mean, 0.5 s to 2 s"
      )
    case .fallback where isShare && mean > 0:
      return share(min(0.1, 2 * mean), isInclusive: false, "2 × mean, at most 10 %")
    case .errors where isShare:
      return mean == 0
        ? share(0.01, isInclusive: false, "1 % when no error was observed")
        : share(min(0.02, 2 * mean), isInclusive: false, "2 × mean, at most 2 %")
    case .cpu where isShare:
      return share(min(0.7, mean + 0.3), isInclusive: false, "mean + 30 points, at most 70 %")
    case .memory where isShare:
      return share(min(0.8, mean + 0.3), isInclusive: false, "mean + 30 points, at most 80 %")
    case .success, .latency, .fallback, .errors, .cpu, .memory, .hitRate, .saturation, nil:
      return nil
    }
  }

  private static func share(_ value: Double, isInclusive: Bool, _ rule: String) -> Target {
    let percent = DecimalNumber(value, powerOfTen: 2).flatMap { Double($0.description) } ?? 0
    return Target(
      value: value,
      isInclusive: isInclusive,
      text: "\(isInclusive ? "≥" : "<") \(percent.decimal(fractionDigits: 2)) %",
      rule: rule
    )
  }
}

extension ClassicHeuristic {
  /// What several runs say about a present target: a latency whose median over the runs is below nine
  /// tenths of it can be held to 1.15 × that median, and a floor for a rate can rise to 0.995 × that
  /// median; `nil` where the rule sees no reason.
  static func tightened(
    _ present: Double,
    isLowerBetter: Bool,
    dimension: Dimension?,
    runs: [Double]
  ) -> Double? {
    let median = RankSelection(runs).median
    if isLowerBetter, dimension == .time {
      return median < 0.9 * present ? 1.15 * median : nil
    }
    if !isLowerBetter, dimension == .ratio {
      return 0.995 * median > present ? 0.995 * median : nil
    }
    return nil
  }
}
