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

  /// The usual time from one sample to the next, in seconds; `nil` without timestamps.
  public internal(set) var sampleInterval: Double?

  /// The level that the trend has reached, in base units.
  let level: Double
}

extension ObservedTrend {
  /// After how many seconds the present target is passed; `nil` where ``samplesToTarget`` is, and
  /// without timestamps.
  public var secondsToTarget: Double? {
    guard let samplesToTarget, let sampleInterval else { return nil }
    return Double(samplesToTarget) * sampleInterval
  }

  /// When so many more samples will have been taken: `in about 4 h (240 samples)`.
  func moment(after count: Int) -> String {
    guard let sampleInterval else { return "after \(Verdict.counted(count, "more sample"))" }
    let time = Self.roughTime(Double(count) * sampleInterval)
    return "in about \(time) (\(Verdict.counted(count, "sample")))"
  }

  /// A time for people, in the largest unit of which there are two.
  private static func roughTime(_ seconds: Double) -> String {
    let units = [("days", 86_400.0), ("h", 3600), ("min", 60)]
    let (name, size) = units.first { seconds >= 2 * $0.1 } ?? ("s", 1)
    let tenths = (seconds / size * 10).rounded()
    return "\((tenths < 100 ? tenths / 10 : (tenths / 10).rounded()).shortestDecimal) \(name)"
  }

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
