/// Exact sums of the values and of their squares, for the standard deviation.
struct MomentsAccumulator: ValueAccumulator {
  private var moments = ExactMoments()

  mutating func add(_ values: Span<Double>) {
    for index in values.indices { moments.add(values[index]) }
  }

  mutating func merge(_ next: MomentsAccumulator) {
    moments.merge(next.moments)
  }

  /// The sample standard deviation (n − 1); NaN for fewer than two values.
  var standardDeviation: Double { moments.sampleStandardDeviation }
}
