/// Whether a candidate's values tend to be greater or less than a baseline's: the test of Mann and
/// Whitney, 1947, which is Wilcoxon's rank-sum test.
///
/// Two-sided. Exact without ties and up to 2,500 pairs (50 values against 50), otherwise normal with
/// tie and continuity correction: see ``RankSumDistribution``. Swapping the samples leaves the
/// p-value alone and turns U into nm − U.
///
/// NaN stands for NA and is left out; infinities are values beyond all finite ones. Without a value
/// on either side, the p-value and the superiority are NaN. O(n + m) for sorted samples.
struct MannWhitneyTest: Sendable, Hashable {
  /// How many pairs the candidate wins, from 0 to nm; a tie is half a win.
  let u: Double

  /// The probability of a U at least as far from nm/2, if both come from one distribution; 1 when
  /// all values tie.
  let pValue: Double

  /// Whether the p-value is exact and not that of the normal approximation.
  let isExact: Bool

  /// The probability that a candidate's value is greater than a baseline's, a tie being half.
  ///
  /// ½ means no tendency. The A₁₂ of Vargha & Delaney, 2000, "A critique and improvement of the CL
  /// common language effect size statistics of McGraw and Wong".
  let superiority: Double

  init(candidate: SortedSample, baseline: SortedSample) {
    let order = PooledOrder(candidate: candidate, baseline: baseline)
    u = Double(order.doubledWins) / 2
    guard order.pairCount > 0 else {
      (pValue, isExact, superiority) = (.nan, false, .nan)
      return
    }
    let distribution = RankSumDistribution(order)
    let pairs = Double(order.pairCount)
    pValue = min(1, 2 * distribution.lowerTail(min(u, pairs - u)))
    isExact = distribution.isExact
    superiority = u / pairs
  }
}
