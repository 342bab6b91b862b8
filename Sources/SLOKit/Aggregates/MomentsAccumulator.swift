/// Exact sums of the values and of their squares, for the standard deviation.
struct MomentsAccumulator: Accumulator {
  private var moments = ExactMoments()

  mutating func add(_ values: [Double], of batch: SampleBatch) {
    for value in values where !value.isNaN { moments.add(value) }
  }

  mutating func merge(_ next: MomentsAccumulator) {
    moments.merge(next.moments)
  }

  /// The sample standard deviation (n − 1); NaN for fewer than two values.
  var standardDeviation: Double { moments.sampleStandardDeviation }
}
