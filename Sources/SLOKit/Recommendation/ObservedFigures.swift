/// What was observed of one indicator.
public struct ObservedFigures: Sendable, Hashable {
  /// The indicator over all samples that count, in base units.
  public let value: Double
  /// The samples with a value that count.
  public let used: Int
  /// The samples in all runs.
  public let total: Int
  /// How many samples at the beginning were left out as warm-up.
  public let warmUp: Int
  /// The least value of a sample; `nil` where samples have none of their own.
  public let minimum: Double?
  /// The median of the samples.
  public let median: Double?
  /// The greatest value of a sample.
  public let maximum: Double?
  /// The standard deviation of the samples.
  public let deviation: Double?
  /// The autocorrelation at lag 1.
  public let lagOne: Double?
  /// As many independent samples tell as much.
  public let effectiveCount: Double?
  /// Where the indicator would be if there were no end of samples; `nil` where nothing tells.
  public let interval: ObservedInterval?
  /// How the indicator gets worse from sample to sample; `nil` without such a trend.
  public internal(set) var trend: ObservedTrend?
}
