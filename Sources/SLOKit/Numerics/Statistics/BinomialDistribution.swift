/// The number of successes in independent trials.
enum BinomialDistribution {
  /// The logarithm of the probability of so many successes, at a probability `p` of each and
  /// `q` = 1 − p, both above 0.
  ///
  /// Accurate to about 10⁻¹⁵ times the greater of 1 and its magnitude, for any number of trials:
  /// no logarithms of factorials are subtracted from each other. Loader, 2000, "Fast and accurate
  /// computation of binomial probabilities". O(1).
  static func logProbability(of successes: Int, trials: Int, p: Double, q: Double) -> Double {
    let failures = trials - successes
    let (n, x, y) = (Double(trials), Double(successes), Double(failures))
    if successes == 0 { return n * (-p).naturalLogarithmOfOnePlus }
    if failures == 0 { return n * (-q).naturalLogarithmOfOnePlus }
    let errors = stirlingError(trials) - stirlingError(successes) - stirlingError(failures)
    let deviances = deviance(x, expected: n * p) + deviance(y, expected: n * q)
    // ln 2π
    let scale = 1.8378770664093453 + x.naturalLogarithm + (-x / n).naturalLogarithmOfOnePlus
    return errors - deviances - scale / 2
  }
}

extension BinomialDistribution {
  /// What Stirling's formula lacks: ln n! − ln(√(2πn) (n ÷ e)ⁿ), for n from 1 on.
  private static func stirlingError(_ n: Int) -> Double {
    if n < smallStirlingErrors.count { return smallStirlingErrors[n] }
    let x = Double(n)
    let square = x * x
    let tail = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square
    return (1.0 / 12 - (1.0 / 360 - tail / square) / square) / x
  }

  /// For n from 0 to 15, where the series is not yet accurate; without a meaning for 0.
  private static let smallStirlingErrors: [Double] = [
    0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093,
    0.016644691189821193, 0.013876128823070748, 0.01189670994589177, 0.010411265261972096,
    0.009255462182712733, 0.00833056343336287, 0.007573675487951841, 0.00694284010720953,
    0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
  ]

  /// x ln(x ÷ m) + m − x for an expected value m: a part of the deviance.
  private static func deviance(_ x: Double, expected: Double) -> Double {
    let difference = x - expected
    guard difference.magnitude < 0.1 * (x + expected) else {
      return x * (x / expected).naturalLogarithm - difference
    }
    // Near the expected value that would cancel; this series does not.
    let ratio = difference / (x + expected)
    var sum = difference * ratio
    var term = 2 * x * ratio
    var divisor = 1.0
    while true {
      term *= ratio * ratio
      divisor += 2
      let next = sum + term / divisor
      if next == sum { return sum }
      sum = next
    }
  }
}
