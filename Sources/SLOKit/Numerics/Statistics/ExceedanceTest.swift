/// Whether a candidate has more values beyond a baseline's percentile than chance explains: the
/// comparison of tails, which a test of ranks hardly sees.
///
/// The threshold is the baseline's percentile by nearest rank (definition 1 of Hyndman & Fan, 1996,
/// "Sample quantiles in statistical packages"); the values beyond it are counted in both samples
/// and compared by Fisher's exact test, one-sided. Though the threshold is one of the baseline's own
/// values, that is exact without ties: with b values of the baseline beyond the threshold, a or more
/// of the candidate's lie there just when a or more of them are among the a + b most extreme of all
/// (the placements of Fligner & Wolfe, 1976, "Some applications of sample analogues to the
/// probability integral transformation and a coverage property").
///
/// NaN stands for NA and is left out. Infinities are values; nothing lies beyond an infinite
/// threshold. Without a value on either side, the p-value is NaN. O(log n) for sorted samples and a
/// sum over some deviations of the count; up to 10⁷ values and more.
struct ExceedanceTest: Sendable, Hashable {
  /// The side on which values are bad.
  enum WorseSide: Sendable, Hashable, CaseIterable {
    case higher
    case lower
  }

  /// The percentile of the baseline; NaN for an empty one.
  let threshold: Double

  /// How many of the candidate's values are worse than the threshold.
  let candidateCount: Int

  /// How many of the baseline's values are worse than the threshold.
  let baselineCount: Int

  /// The probability of so many in the candidate or more, if both come from one distribution.
  let pValue: Double

  /// Compares the tails beyond the percentile that a `share` of the baseline, from 0 to 1, does not
  /// pass on the way to the worse side.
  init(
    candidate: SortedSample,
    baseline: SortedSample,
    share: Double = 0.95,
    worse side: WorseSide
  ) {
    precondition(share >= 0 && share <= 1, "a share lies between 0 and 1")
    threshold = baseline.percentile(share, towards: side)
    candidateCount = candidate.count(beyond: threshold, on: side)
    baselineCount = baseline.count(beyond: threshold, on: side)
    guard !candidate.isEmpty, !baseline.isEmpty else {
      pValue = .nan
      return
    }
    let beyond = candidateCount + baselineCount
    let distribution = HypergeometricDistribution(
      marked: beyond,
      unmarked: candidate.count + baseline.count - beyond,
      drawn: candidate.count
    )
    pValue = distribution.upperTail(from: candidateCount)
  }
}

extension SortedSample {
  /// The value at the rank ⌈share × n⌉, at least 1, counted from the better side; NaN without values.
  fileprivate func percentile(_ share: Double, towards side: ExceedanceTest.WorseSide) -> Double {
    guard !isEmpty else { return .nan }
    let product = share * Double(count)
    // 0.999 × 1000 is a little more than 999 in doubles, and yet 999 is meant.
    let nearest = product.rounded()
    let isWhole = (product - nearest).magnitude <= 2 * product.ulp
    let rank = max(1, Int(isWhole ? nearest : product.rounded(.up)))
    switch side {
    case .higher: return values[rank - 1]
    case .lower: return values[count - rank]
    }
  }

  fileprivate func count(beyond limit: Double, on side: ExceedanceTest.WorseSide) -> Int {
    switch side {
    case .higher: count(above: limit)
    case .lower: count(below: limit)
    }
  }
}
