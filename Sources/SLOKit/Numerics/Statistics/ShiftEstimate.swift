/// By how much a candidate's values are greater than a baseline's, with a confidence interval that
/// assumes no distribution: only that one is the other, shifted.
///
/// The estimate is the median of all differences candidate − baseline (Hodges & Lehmann, 1963,
/// "Estimates of location based on rank tests"). The bounds are the kth of them from either end
/// (Moses, 1953, in Walker & Lev, "Statistical inference", chapter 18; Hollander & Wolfe, 1973,
/// "Nonparametric statistical methods", section 4.3), where k is the greatest rank with
/// P(U ≤ k − 1) ≤ (1 − confidence) ÷ 2. U is distributed as in the ``MannWhitneyTest``: exactly, or
/// normally with the correction for ties, where k = ⌊nm/2 + ½ − z σ⌋. Ties never make up for
/// values: where so few without ties had no k, there is none.
///
/// Swapping the samples mirrors all of it at 0.
///
/// NaN stands for NA and is left out. Infinities are values: equal ones differ by 0, others by an
/// infinity. Differences beyond the doubles are infinite. The differences are not stored: for sorted
/// samples it takes O(n + m) steps for each of the 64 bits of a double.
struct ShiftEstimate: Sendable, Hashable {
  /// The median difference; NaN without a value on either side, or halfway between infinities.
  let estimate: Double

  /// The shift is at least that; −∞ when the samples are too small for the confidence.
  let lowerBound: Double

  /// The shift is at most that; +∞ when the samples are too small for the confidence.
  let upperBound: Double

  /// How many differences from either end the bounds are; 0 when the samples are too small.
  let rank: Int

  /// The confidence that the interval really has: 1 − 2 P(U ≤ rank − 1), and 1 for the infinite one.
  let attainedConfidence: Double

  /// Estimates the shift, with a `confidence` between 0 and 1.
  init(candidate: SortedSample, baseline: SortedSample, confidence: Double) {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let order = PooledOrder(candidate: candidate, baseline: baseline)
    guard order.pairCount > 0 else {
      (estimate, rank, attainedConfidence) = (.nan, 0, 1)
      (lowerBound, upperBound) = (-.infinity, .infinity)
      return
    }
    let differences = DifferenceMatrix(candidate: candidate, baseline: baseline)
    estimate = differences.median
    let distribution = RankSumDistribution(order)
    rank = distribution.boundingRank(confidence: confidence)
    guard rank > 0 else {
      attainedConfidence = 1
      (lowerBound, upperBound) = (-.infinity, .infinity)
      return
    }
    attainedConfidence = 1 - 2 * distribution.lowerTail(Double(rank - 1))
    lowerBound = differences.value(at: rank)
    upperBound = differences.value(at: differences.count + 1 - rank)
  }
}
