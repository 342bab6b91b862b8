/// All measured values, for a percentile that is exact.
struct PercentileAccumulator: Accumulator {
  private var values: [Double] = []

  mutating func add(_ values: [Double], of batch: SampleBatch) {
    self.values.append(contentsOf: values.lazy.filter { !$0.isNaN })
  }

  mutating func merge(_ next: PercentileAccumulator) {
    values.append(contentsOf: next.values)
  }
}

extension PercentileAccumulator {
  /// The value at or below which a `share` of the values lies, interpolated linearly between the
  /// closest ranks; NaN over no values.
  ///
  /// Definition 7 of Hyndman and Fan, 1996, "Sample Quantiles in Statistical Packages": the
  /// position is (n − 1) × share. Takes O(n log n).
  func percentile(_ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let position = Double(sorted.count - 1) * share
    let index = min(Int(position), sorted.count - 1)
    let (lower, upper) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
    let weight = position - Double(index)
    // Without the shortcut two infinities of one sign would have no value between them.
    guard weight > 0, lower < upper else { return lower }
    // Between a finite and an infinite value lies the infinite one; the formula below gives NaN.
    guard lower.isFinite, upper.isFinite else { return lower + upper }
    return weight < 0.5
      ? lower + (upper - lower) * weight : upper - (upper - lower) * (1 - weight)
  }
}
