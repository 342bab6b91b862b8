/// Where the probability behind a count of successes lies, to show beside it.
///
/// Wilson, 1927, "Probable inference, the law of succession, and statistical inference": the
/// probabilities p from which the observed share is no more than z √(p (1 − p) ÷ n) away. It has the
/// stated confidence on average, and sense near 0 and 1 (Brown, Cai & DasGupta, 2001, "Interval
/// estimation for a binomial proportion"). Where a promise is made, ``ProportionBound`` is used.
struct ProportionInterval: Sendable, Hashable {
  let lower: Double
  let upper: Double

  /// The interval for so many successes among trials, of which there is at least one.
  init(successes: Int, trials: Int, confidence: Double) {
    let (n, z) = (Double(trials), -NormalDistribution.quantile((1 - confidence) / 2))
    let share = Double(successes) / n
    let middle = share + z * z / (2 * n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    lower = successes == 0 ? 0 : max(0, (middle - half) / scale)
    upper = successes == trials ? 1 : min(1, (middle + half) / scale)
  }
}
