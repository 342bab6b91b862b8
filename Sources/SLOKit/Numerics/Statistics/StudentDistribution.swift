/// Student's t distribution (Student, 1908, "The probable error of a mean").
struct StudentDistribution: Sendable, Hashable {
  /// The degrees of freedom, above 0; they need not be whole.
  let degrees: Double
}

extension StudentDistribution {
  /// The probability of a value above `t`, which is not below 0.
  func upperTail(_ t: Double) -> Double {
    guard t < .infinity else { return 0 }
    return IncompleteBeta(a: degrees / 2, b: 0.5).value(at: degrees / (degrees + t * t)) / 2
  }

  /// The value that is not exceeded with probability `share`, between 0 and 1.
  ///
  /// By bisection on the distribution, to the last bits.
  func quantile(_ share: Double) -> Double {
    guard share != 0.5 else { return 0 }
    let tail = min(share, 1 - share)
    var (low, high) = (0.0, 1.0)
    while upperTail(high) > tail, high < 1e300 { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if upperTail(middle) > tail { low = middle } else { high = middle }
    }
    return share > 0.5 ? high : -high
  }
}

/// The regularised incomplete beta function Iₓ(a, b), for a and b above 0.
///
/// Continued fraction with the algorithm of Lentz, 1976, as in Press et al., 2007, "Numerical
/// recipes", section 6.4. About 12 digits for parameters up to some thousands; large ones take
/// O(√(a + b)) terms.
struct IncompleteBeta: Sendable, Hashable {
  let a: Double
  let b: Double
}

extension IncompleteBeta {
  /// The value at `x`, 0…1.
  func value(at x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let logFront =
      (a + b).logarithmOfGamma - a.logarithmOfGamma - b.logarithmOfGamma
      + a * x.naturalLogarithm + b * (-x).naturalLogarithmOfOnePlus
    let front = logFront.exponential
    // The fraction converges fast on one side of the mean only; the function is symmetric.
    guard x > (a + 1) / (a + b + 2) else { return front * fraction(at: x) / a }
    return 1 - front * IncompleteBeta(a: b, b: a).fraction(at: 1 - x) / b
  }

  private func fraction(at x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var (c, d) = (1.0, 1 / kept(1 - (a + b) * x / (a + 1)))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let factor = d * c
      result *= factor
      if (factor - 1).magnitude < Double.ulpOfOne { break }
    }
    return result
  }
}
