/// The order statistics of a sample that bound a percentile of the process behind it, whatever its
/// distribution.
///
/// Wilks, 1941, "Determination of sample sizes for setting tolerance limits"; Hahn & Meeker, 1991,
/// "Statistical intervals", chapter 5. How many of n independent values lie at or below the
/// percentile at share p is binomial, so the value at rank k is at least the percentile with the
/// probability P(Bin(n, p) ≤ k − 1). Ranks count from 1, the smallest value.
enum ToleranceRank {
  /// The smallest rank whose value is not below the percentile at `share` with this confidence.
  ///
  /// A share of the process that large lies at or below it. `nil` where not even the largest value is
  /// so high. O(log n) tails.
  static func upper(share: Double, count: Int, confidence: Double) -> Int? {
    func suffices(_ rank: Int) -> Bool { attained(rank, share: share, count: count) >= confidence }
    guard count > 0, suffices(count) else { return nil }
    var (low, high) = (1, count)
    while low < high {
      let middle = low + (high - low) / 2
      if suffices(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The largest rank whose value is not above the percentile with this confidence; `nil` where not
  /// even the smallest is so low.
  static func lower(share: Double, count: Int, confidence: Double) -> Int? {
    upper(share: 1 - share, count: count, confidence: confidence).map { count + 1 - $0 }
  }

  /// The confidence with which the value at a rank is not below the percentile.
  static func attained(_ rank: Int, share: Double, count: Int) -> Double {
    BinomialDistribution.cumulative(rank - 1, trials: count, p: share)
  }
}
