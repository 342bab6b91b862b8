/// The ranks between which the interpolated percentile of some values lies.
///
/// Hyndman & Fan, 1996, "Sample quantiles in statistical packages", type 7: h = (n − 1) p + 1.
/// Worked out in whole numbers from the decimal digits of p, because 99.9 ÷ 100 × 1000 is more than
/// 999 in doubles.
struct PercentileRanks: Sendable, Hashable {
  /// The rank at or below the percentile, from 1.
  let lower: Int
  /// The rank at or above the percentile.
  let upper: Int

  /// The ranks of the percentile at a share from 0 to 1 among `count` values, at least one.
  init(share: Double, count: Int) {
    let digits = DecimalDigits(share)
    let decimals = max(0, (digits?.digits.count ?? 0) - (digits?.pointPosition ?? 0))
    guard let digits, decimals <= 9, count < 1 << 30 else {
      let place = Double(count - 1) * share
      lower = Int(place.rounded(.down)) + 1
      upper = Int(place.rounded(.up)) + 1
      return
    }
    let shift = max(0, digits.pointPosition - digits.digits.count)
    let numerator = (digits.digits + [UInt8](repeating: 0, count: shift))
      .reduce(0) { $0 * 10 + Int($1) }
    let denominator = (0..<decimals).reduce(1) { value, _ in value * 10 }
    let (whole, rest) = (numerator * (count - 1)).quotientAndRemainder(dividingBy: denominator)
    lower = whole + 1
    upper = whole + (rest > 0 ? 2 : 1)
  }
}

extension SortedSample {
  /// The interpolated percentile at a share from 0 to 1; NaN without values.
  func percentile(_ share: Double) -> Double {
    guard !isEmpty else { return .nan }
    let ranks = PercentileRanks(share: share, count: count)
    let (low, high) = (values[ranks.lower - 1], values[ranks.upper - 1])
    guard ranks.lower < ranks.upper else { return low }
    return low + (high - low) * (Double(count - 1) * share + 1 - Double(ranks.lower))
  }
}
