/// How an indicator gets worse from sample to sample.
public struct ObservedTrend: Sendable, Hashable {
  /// The change per sample, in base units; it has the sign of the worse side.
  public let slope: Double

  /// The steepest change that the samples leave possible.
  ///
  /// The end of the slope's 95 % interval on the worse side. What is said about the future reckons with it.
  public let steepestSlope: Double

  /// The change over the data, in proportion to the median of the samples.
  public let share: Double

  /// The probability of such a series if there were no trend, by the Mann-Kendall test.
  public let pValue: Double

  /// After how many more samples the present target is passed, at the steepest slope; 0 when it is
  /// passed already, `nil` without one or where it is too far away.
  public internal(set) var samplesToTarget: Int?

  /// The level that the trend has reached, in base units.
  let level: Double
}

extension ObservedTrend {
  /// What is too far away to be foretold.
  private static let mostSamples = 1e9

  /// After how many more samples the level has moved by so much towards the worse; `nil` where it is
  /// too far away.
  func samples(toMoveBy distance: Double) -> Int? {
    guard distance > 0 else { return 0 }
    let count = (distance / steepestSlope.magnitude).rounded(.up)
    return count <= Self.mostSamples ? Int(count) : nil
  }
}
