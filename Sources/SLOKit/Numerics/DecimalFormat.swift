/// Numbers as text: the one place that knows how.
///
/// Infinities and NaN print as `Infinity`, `-Infinity` and `NaN` everywhere; zero has no sign.
extension Double {
  /// The shortest text that reads back as the same number, zero's sign aside.
  ///
  /// As in ECMAScript (ECMA-262, `Number::toString`): `12`, `0.05` and `100000000000000000000`
  /// are plain; below 10⁻⁶ and from 10²¹ on an exponent follows, as in `1e-7` and `1e+21`. A
  /// finite number is valid JSON.
  var shortestDecimal: String {
    guard let decimal = DecimalDigits(self) else { return nonFiniteText }
    let isPlain = decimal.pointPosition > -6 && decimal.pointPosition <= 21
    return isPlain ? decimal.plainText() : decimal.exponentText
  }

  /// The number with `significantDigits` digits, and never an exponent.
  ///
  /// 0.00123456 with three digits is `0.00123`, 43 is `43.0`. Whole digits are always given in
  /// full: 1234.5 is `1235`. Rounds half away from zero on the shortest decimal digits. A count
  /// below 1 counts as 1, one above 400 as 400.
  func decimal(significantDigits: Int) -> String {
    guard var decimal = DecimalDigits(self) else { return nonFiniteText }
    let count = Swift.min(Swift.max(significantDigits, 1), Self.mostDigits)
    decimal.round(fractionDigits: Swift.max(0, count - decimal.leadingPosition))
    // Rounding may have added a digit: 9.996 is 10.0.
    return decimal.plainText(fractionDigits: Swift.max(0, count - decimal.leadingPosition))
  }

  /// The number with `fractionDigits` digits behind the dot, and never an exponent.
  ///
  /// 2.675 with two digits is `2.68`: rounds half away from zero on the shortest decimal digits.
  /// A count below 0 counts as 0, one above 400 as 400.
  func decimal(fractionDigits: Int) -> String {
    guard var decimal = DecimalDigits(self) else { return nonFiniteText }
    let count = Swift.min(Swift.max(fractionDigits, 0), Self.mostDigits)
    decimal.round(fractionDigits: count)
    return decimal.plainText(fractionDigits: count)
  }

  /// Behind this many digits every double has only zeros.
  private static var mostDigits: Int { 400 }

  private var nonFiniteText: String {
    isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity"
  }
}

extension DecimalDigits {
  /// The point's position as seen from the first digit that is shown; zero shows one.
  fileprivate var leadingPosition: Int { isZero ? 1 : pointPosition }
}
