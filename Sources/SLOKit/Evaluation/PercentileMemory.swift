/// How many values are kept in memory to find percentiles.
struct PercentileMemory: Sendable, Hashable {
  /// The values of one reading; with more of them, histograms take their place.
  var values = 1 << 20

  /// The values of a stream whose percentiles must be exact, because it is gone once read.
  var streamValues = 1 << 27

  /// The values of all buckets together that another reading looks into.
  var bucketValues = 1 << 18
}
