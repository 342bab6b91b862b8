/// The distribution of a sum of squares of independent standard normal values (Pearson, 1900).
struct ChiSquaredDistribution: Sendable, Hashable {
  /// How many squares there are; above 0.
  let degrees: Double
}

extension ChiSquaredDistribution {
  /// The probability of a sum above `value`.
  ///
  /// The regularised incomplete gamma function Q(degrees ÷ 2, value ÷ 2): a series below the mean, a
  /// continued fraction with the algorithm of Lentz, 1976, above it, as in Press et al., 2007,
  /// "Numerical recipes", section 6.2. About 12 digits for some hundred degrees, 9 for some ten
  /// thousand. O(√degrees).
  func upperTail(_ value: Double) -> Double {
    guard value > 0 else { return 1 }
    let (a, x) = (degrees / 2, value / 2)
    let front = (a * x.naturalLogarithm - x - a.logarithmOfGamma).exponential
    return x < a + 1 ? 1 - front * Self.series(a, x) : front * Self.fraction(a, x)
  }

  private static let mostSteps = 100_000

  /// Σ xⁿ ÷ (a (a + 1) … (a + n)).
  private static func series(_ a: Double, _ x: Double) -> Double {
    var (term, sum) = (1 / a, 1 / a)
    for step in 1...mostSteps {
      term *= x / (a + Double(step))
      sum += term
      if term < sum * Double.ulpOfOne / 4 { break }
    }
    return sum
  }

  /// 1 ÷ (x + 1 − a − 1 (1 − a) ÷ (x + 3 − a − 2 (2 − a) ÷ (x + 5 − a − …))).
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var (c, d) = (1 / tiny, 1 / b)
    var result = d
    for step in 1...mostSteps {
      let n = Double(step)
      b += 2
      d = 1 / (b - n * (n - a) * d)
      c = b - n * (n - a) / c
      result *= c * d
      if (c * d - 1).magnitude < Double.ulpOfOne { break }
    }
    return result
  }
}
