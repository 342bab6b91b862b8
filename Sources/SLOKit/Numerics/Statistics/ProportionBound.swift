/// One-sided bounds for the probability behind a count of successes among trials.
///
/// Clopper & Pearson, 1934, "The use of confidence or fiducial limits illustrated in the case of the
/// binomial": the probability at which a count as extreme as the observed one is just as likely as
/// the confidence allows. The true probability lies beyond the bound in at most 1 − confidence of
/// all samples, whatever it is. Found by bisection on the tail of ``BinomialDistribution``.
enum ProportionBound {
  /// The least probability that the count does not contradict; 0 without a success.
  static func lower(successes: Int, trials: Int, confidence: Double) -> Double {
    guard successes > 0 else { return 0 }
    return crossing { p in
      BinomialDistribution.upperTail(from: successes, trials: trials, p: p) > 1 - confidence
    }
  }

  /// The greatest probability that the count does not contradict; 1 without a failure.
  static func upper(successes: Int, trials: Int, confidence: Double) -> Double {
    guard successes < trials else { return 1 }
    return crossing { p in
      BinomialDistribution.cumulative(successes, trials: trials, p: p) < 1 - confidence
    }
  }

  /// The least probability of success at which at least `count` of so many trials succeed with a
  /// probability of `power`: the smallest rate that a limit of `count` catches so often.
  static func rate(reaching count: Int, trials: Int, power: Double) -> Double {
    crossing { BinomialDistribution.upperTail(from: count, trials: trials, p: $0) >= power }
  }

  /// Where from 0 to 1 a condition begins to hold.
  private static func crossing(_ holds: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if holds(middle) { high = middle } else { low = middle }
    }
  }
}
