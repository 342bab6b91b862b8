/// Where an indicator would be if there were no end of samples, with a confidence of 95 %.
public struct ObservedInterval: Sendable, Hashable {
  /// It is at least that, in base units; `nil` where the samples do not tell.
  public let lower: Double?
  /// It is at most that; `nil` where the samples do not tell.
  public let upper: Double?
}

extension ObservedInterval {
  private static let confidence = 0.95

  /// The interval of a percentile: order statistics, whatever the distribution.
  ///
  /// See ``ToleranceRank``. Values that depend on each other count as fewer, and ranks are carried over
  /// by their share.
  init(percentile share: Double, of sample: SortedSample, effectiveCount: Double) {
    let count = max(1, Int(effectiveCount))
    let tail = (1 + Self.confidence) / 2
    let scale = Double(sample.count) / Double(count)
    lower = ToleranceRank.lower(share: share, count: count, confidence: tail).map { rank in
      sample.values[max(1, Int((Double(rank) * scale).rounded(.down))) - 1]
    }
    upper = ToleranceRank.upper(share: share, count: count, confidence: tail).map { rank in
      sample.values[min(sample.count, Int((Double(rank) * scale).rounded(.up))) - 1]
    }
  }

  /// The interval of a mean: t deviations of the mean on either side (Student, 1908, "The probable
  /// error of a mean"), with as many degrees of freedom as independent values would leave.
  init?(meanOf values: [Double], effectiveCount: Double) {
    guard effectiveCount >= 2, values.allSatisfy(\.isFinite) else { return nil }
    let t = StudentDistribution(degrees: effectiveCount - 1).quantile((1 + Self.confidence) / 2)
    let reach = t * (values.variance / effectiveCount).squareRoot()
    let mean = values.reduce(0, +) / Double(values.count)
    (lower, upper) = (mean - reach, mean + reach)
  }

  /// The interval of a share of counted events; see ``ProportionInterval``.
  init?(_ counts: CountForecast, isGood: Bool) {
    guard let interval = counts.interval(confidence: Self.confidence) else { return nil }
    lower = isGood ? 1 - interval.upper : interval.lower
    upper = isGood ? 1 - interval.lower : interval.upper
  }
}
