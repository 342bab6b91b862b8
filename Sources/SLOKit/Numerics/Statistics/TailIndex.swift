/// How fast the greatest values of a sample become rare: the power of their size at which they do.
///
/// Hill, 1975, "A simple general approach to inference about the tail of a distribution": one over
/// the mean of ln(x ÷ u) over the values x above the border u, here those of the greatest tenth, at
/// most a hundred and at least five, or half of fewer than ten values. Below a power of 4 the variance
/// of a sample is no guide to that of the next: one value may change it.
///
/// The estimate scatters. With a tenth of 120 values, a power of 4 is taken for 8 or more one time in
/// fifty; so what is below 8 counts as heavy. Of few values that takes in much that has no heavy tail,
/// as what they leave possible.
struct TailIndex: Sendable, Hashable {
  /// Fewer values of the tail than this tell too little of it.
  private static let fewestValues = 5
  /// Of many values, so many tell enough, and those nearer to the middle are no tail.
  private static let mostValues = 100

  /// The value beyond which the tail begins; not a number where there is none.
  let border: Double
  /// How many values lie beyond it.
  let count: Int
  /// Σ ln(x ÷ border) over them.
  private let sum: Double

  /// Looks at a sample.
  init(_ sample: SortedSample) {
    let count = max(
      min(Self.fewestValues, sample.count / 2),
      min(Self.mostValues, sample.count / 10)
    )
    guard let border = sample.values.dropLast(count).last, border > 0 else {
      (self.border, self.count, sum) = (.nan, 0, 0)
      return
    }
    // Values that are equal to the border are not beyond it.
    let tail = sample.values.suffix(count).drop { $0 <= border }
    self.border = border
    self.count = tail.count
    sum = tail.reduce(0) { $0 + ($1 / border).naturalLogarithm }
  }
}

extension TailIndex {
  /// The power; `nil` for too few values, or where the greatest ones are not above 0 or all equal.
  var value: Double? { sum > 0 ? Double(count) / sum : nil }

  /// Whether the spread of a sample is no guide to the means of others.
  var isHeavy: Bool { value.map { $0 < 8 } ?? false }

  /// The sum of so many values beyond the border, drawn from border × U^(−1 ÷ power).
  ///
  /// The power is drawn, too, from what the sample leaves possible: the gamma distribution with as
  /// many degrees as there are values in the tail, divided by Σ ln(x ÷ border).
  func drawnSum(of extremes: Int, using random: inout RandomSequence) -> Double {
    guard extremes > 0 else { return 0 }
    var gamma = 0.0
    for _ in 0..<count { gamma -= random.nextFraction().naturalLogarithm }
    let power = gamma / sum
    var total = 0.0
    for _ in 0..<extremes {
      total += border * (-random.nextFraction().naturalLogarithm / power).exponential
    }
    return total
  }
}
