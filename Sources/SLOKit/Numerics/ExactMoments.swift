/// The count, the mean and the standard deviation of any number of doubles, from exact sums.
///
/// Nothing is rounded while values come in, so results depend neither on the order of the values
/// nor on how they were split among ``merge(_:)``d parts, and a small spread around a large mean
/// loses no digits. Moments are a commutative monoid under ``merge(_:)``; the empty ones are its
/// identity.
///
/// Squares of magnitudes beyond 2⁵¹¹ are not doubles and make the deviation infinite. Those of
/// magnitudes below 2⁻⁴⁸⁵ lose digits. NaN stands for NA: callers leave it out.
struct ExactMoments: Sendable, Hashable {
  /// How many values were added.
  private(set) var count = 0

  /// Their sum.
  private(set) var sum = ExactSum()

  private var sumOfSquares = ExactSum()

  /// Creates the moments of no values.
  init() {}

  /// Adds one value.
  mutating func add(_ value: Double) {
    count += 1
    sum.add(value)
    let square = value * value
    sumOfSquares.add(square)
    // The rounding error of a square is a double itself; that of an infinite one is NaN.
    guard square.isFinite else { return }
    sumOfSquares.add((-square).addingProduct(value, value))
  }

  /// Adds all values of other moments.
  mutating func merge(_ other: ExactMoments) {
    count += other.count
    sum.merge(other.sum)
    sumOfSquares.merge(other.sumOfSquares)
  }
}

extension ExactMoments {
  /// The double nearest to the arithmetic mean; NaN without values or with infinities of both
  /// signs, and an infinity with infinities of one sign.
  var mean: Double { sum.mean(count: count) }

  /// The sample standard deviation: √(Σ(x − mean)² ÷ (n − 1)).
  ///
  /// The square root of the double nearest to the exact variance, which is
  /// (n Σx² − (Σx)²) ÷ (n (n − 1)) in integers. NaN for less than two values and when a value is
  /// infinite.
  var sampleStandardDeviation: Double {
    guard count >= 2, sum.isFinite else { return .nan }
    guard sumOfSquares.isFinite else { return .infinity }
    let total = sum.finitePart.magnitude
    var numerator = sumOfSquares.finitePart.magnitude
    numerator.multiply(by: UInt64(count))
    // Both terms in units of the squared unit of a sum.
    numerator = numerator.shifted(leftBy: -ExactSum.exponent)
    numerator.subtract(total * total)
    // Three more words leave more bits than a rounding needs, whatever the count.
    var quotient = numerator.shifted(leftBy: 192)
    let first = quotient.divide(by: UInt64(count))
    let second = quotient.divide(by: UInt64(count - 1))
    let variance = TruncatedReal(
      quotient,
      exponent: 2 * ExactSum.exponent - 192,
      isTruncated: first != 0 || second != 0
    )
    return variance.nearest.squareRoot()
  }
}
