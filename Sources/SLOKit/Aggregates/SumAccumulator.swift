/// The exact sum of the measured values, and with it the mean.
struct SumAccumulator: ValueAccumulator {
  private(set) var sum = ExactSum()
  private(set) var count = 0

  mutating func add(_ values: Span<Double>) {
    count += values.count
    sum.add(values)
  }

  mutating func merge(_ next: SumAccumulator) {
    sum.merge(next.sum)
    count += next.count
  }
}

extension SumAccumulator {
  /// The sum; NaN over no values, and when infinities of both signs have none.
  var total: Double { count == 0 ? .nan : sum.value }

  /// The arithmetic mean, rounded once; NaN where the sum is.
  var mean: Double { sum.mean(count: count) }
}
