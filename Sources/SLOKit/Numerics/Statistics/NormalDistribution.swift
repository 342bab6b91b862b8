/// The standard normal distribution: mean 0, deviation 1.
enum NormalDistribution {}

extension NormalDistribution {
  /// The probability of a value of at most `z`, and by symmetry that of a value of at least −`z`.
  ///
  /// Keeps its digits in the lower tail down to the least normal double, at −37.5; ask for the
  /// upper tail with −z. 0 for −∞, 1 for +∞, NaN for NaN.
  ///
  /// Rational approximations of Cody, 1969, "Rational Chebyshev approximations for the error
  /// function", as arranged in ANORM of Cody, 1993, algorithm 715 (SPECFUN).
  static func cumulative(_ z: Double) -> Double {
    let distance = z.magnitude
    if distance <= 0.67448975 { return 0.5 + z * ratio(central, at: z * z) }
    guard distance < .infinity else { return z.isNaN ? z : z > 0 ? 1 : 0 }
    let tail = distance <= 5.656854249492381 ? middleTail(distance) : farTail(distance)
    return z > 0 ? 1 - tail : tail
  }

  private static func middleTail(_ distance: Double) -> Double {
    ratio(middle, at: distance) * doubleExponential(distance)
  }

  private static func farTail(_ distance: Double) -> Double {
    let inverseSquare = 1 / (distance * distance)
    // 1/√(2π), the leading term of the asymptotic series.
    let leading = 0.3989422804014327 - inverseSquare * ratio(far, at: inverseSquare)
    return leading / distance * doubleExponential(distance)
  }

  /// e^(−z²/2), with z² in two parts: a rounding of the whole would cost digits of the power.
  private static func doubleExponential(_ z: Double) -> Double {
    let coarse = (z * 16).rounded(.towardZero) / 16
    let rest = (z - coarse) * (z + coarse)
    return (-coarse * coarse / 2).exponential * (-rest / 2).exponential
  }
}

extension NormalDistribution {
  /// Coefficients of a ratio of polynomials, the highest power first.
  typealias Ratio = (numerator: [Double], denominator: [Double])

  static func ratio(_ coefficients: Ratio, at x: Double) -> Double {
    let numerator = coefficients.numerator.reduce(0) { $0 * x + $1 }
    let denominator = coefficients.denominator.reduce(0) { $0 * x + $1 }
    return numerator / denominator
  }

  private static let central: Ratio = (
    [
      0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
      18154.981253343561249,
    ],
    [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956]
  )

  private static let middle: Ratio = (
    [
      1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412,
      93.506656132177855979, 597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326,
      11602.651437647350124, 9842.7148383839780218,
    ],
    [
      1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
      18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
    ]
  )

  private static let far: Ratio = (
    [
      0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
      0.001421619193227893466, 2.9112874951168792e-5,
    ],
    [
      1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
      7.29751555083966205e-5,
    ]
  )
}
