/// The smallest and the largest measured value.
struct ExtremesAccumulator: Accumulator {
  /// NaN over no values.
  private(set) var minimum = Double.nan
  /// NaN over no values.
  private(set) var maximum = Double.nan

  mutating func add(_ values: [Double], of batch: SampleBatch) {
    for value in values where !value.isNaN { include(value, value) }
  }

  mutating func merge(_ next: ExtremesAccumulator) {
    if !next.minimum.isNaN { include(next.minimum, next.maximum) }
  }

  private mutating func include(_ low: Double, _ high: Double) {
    // Comparisons with NaN are false, so the negated ones let the first value in.
    if !(minimum <= low) { minimum = low }
    if !(maximum >= high) { maximum = high }
  }
}
