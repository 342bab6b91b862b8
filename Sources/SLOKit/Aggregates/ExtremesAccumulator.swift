/// The smallest and the largest measured value; zero has no sign.
struct ExtremesAccumulator: ValueAccumulator {
  /// NaN over no values.
  private(set) var minimum = Double.nan
  /// NaN over no values.
  private(set) var maximum = Double.nan

  mutating func add(_ values: Span<Double>) {
    guard !values.isEmpty else { return }
    // Two at a time, since each comparison would wait for the one before.
    var (low, high) = (values[0], values[0])
    var (otherLow, otherHigh) = (low, high)
    var index = 0
    while index &+ 2 <= values.count {
      let (value, other) = (values[index], values[index &+ 1])
      low = value < low ? value : low
      high = value > high ? value : high
      otherLow = other < otherLow ? other : otherLow
      otherHigh = other > otherHigh ? other : otherHigh
      index &+= 2
    }
    let last = values[values.count - 1]
    include(min(low, otherLow, last), max(high, otherHigh, last))
  }

  mutating func merge(_ next: ExtremesAccumulator) {
    if !next.minimum.isNaN { include(next.minimum, next.maximum) }
  }

  private mutating func include(_ low: Double, _ high: Double) {
    // Comparisons with NaN are false, so the negated ones let the first value in. Adding 0 takes
    // the sign from −0, which would depend on the order.
    if !(minimum <= low) { minimum = low + 0 }
    if !(maximum >= high) { maximum = high + 0 }
  }
}
