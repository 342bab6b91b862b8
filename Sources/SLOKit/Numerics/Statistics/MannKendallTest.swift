/// Whether a series rises or falls, however it does: the test of Mann, 1945, "Nonparametric tests
/// against trend", and Kendall, 1975, "Rank correlation methods".
///
/// Two-sided, normal with the correction for ties and a continuity correction of 1. Reversing the
/// series or the signs of its values turns the sign of S and Z.
///
/// NaN stands for NA and is left out; infinities are values beyond all finite ones. O(n log n).
struct MannKendallTest: Sendable, Hashable {
  /// How many values there were.
  let count: Int

  /// S: the pairs that rise in the order of the series, minus those that fall.
  let score: Int

  /// (n (n − 1) (2n + 5) − Σ t (t − 1) (2t + 5)) ÷ 18 over the groups of t equal values.
  let variance: Double

  init(_ values: some Sequence<Double>) {
    let order = SeriesOrder(values.filter { !$0.isNaN })
    count = order.sorted.count
    let pairs = count * (count - 1) / 2
    var (tiedPairs, tieTerm) = (0, UInt128(0))
    for size in order.tieSizes {
      tiedPairs += size * (size - 1) / 2
      tieTerm += Self.varianceTerm(size)
    }
    score = pairs - tiedPairs - 2 * order.inversionCount
    variance = Double(Self.varianceTerm(count) - tieTerm) / 18
  }

  /// n (n − 1) (2n + 5), beyond 64 bits from 1.7 million values on.
  private static func varianceTerm(_ count: Int) -> UInt128 {
    guard count > 1 else { return 0 }
    return UInt128(count) * UInt128(count - 1) * UInt128(2 * count + 5)
  }
}

extension MannKendallTest {
  /// Z: (S − its sign) ÷ √variance; 0 for an S of 0, NaN for fewer than two values.
  var z: Double {
    guard count > 1 else { return .nan }
    return score == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
  }

  /// The probability of an S at least as far from 0, if there is no trend; NaN for fewer than two
  /// values.
  var pValue: Double {
    count > 1 ? min(1, 2 * NormalDistribution.cumulative(-z.magnitude)) : .nan
  }

  /// −1 for a series that falls, 1 for one that rises, 0 for neither, at a probability of less than
  /// 5 % to say so of one without a trend; `nil` for fewer than two values.
  var direction: Int? {
    guard count > 1 else { return nil }
    return pValue < 0.05 ? score.signum() : 0
  }
}
