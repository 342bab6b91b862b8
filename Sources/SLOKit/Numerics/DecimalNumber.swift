/// A decimal as a person writes it, without the binary fractions of a double: a whole number of
/// steps of a power of ten.
struct DecimalNumber: Sendable, Hashable {
  let significand: Int128
  let exponent: Int

  init(significand: Int128, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The shortest decimal that reads back as `value`, moved by a power of ten; `nil` for infinities
  /// and NaN.
  init?(_ value: Double, powerOfTen: Int = 0) {
    guard let decimal = DecimalDigits(value) else { return nil }
    let magnitude = decimal.digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    significand = decimal.isNegative ? -magnitude : magnitude
    exponent = decimal.pointPosition - decimal.digits.count + powerOfTen
  }
}

extension DecimalNumber {
  /// Which way a limit is moved.
  enum Direction: Sendable, Hashable {
    case up, down
  }

  /// The number rounded to a step that a person would choose.
  ///
  /// The step is the largest of 1, 2 and 5 times a power of ten that is at most 5 % of the number's
  /// magnitude, so that is the most that rounding changes. Whole-number arithmetic throughout. Zero
  /// stays as it is.
  func roundedForPeople(_ direction: Direction) -> DecimalNumber {
    guard significand != 0 else { return self }
    // Three more digits, so that a step is a whole number of them.
    let scaled = significand * 1000
    let magnitude = scaled.magnitude
    let widest = magnitude / 20
    var step: UInt128 = 1
    var power: UInt128 = 1
    while power <= widest {
      for digit in [1, 2, 5] as [UInt128] where digit * power <= widest { step = digit * power }
      power *= 10
    }
    let (quotient, rest) = magnitude.quotientAndRemainder(dividingBy: step)
    let isAway = (direction == .up) == (scaled > 0)
    let rounded = Int128((quotient + (rest > 0 && isAway ? 1 : 0)) * step)
    return DecimalNumber(significand: scaled > 0 ? rounded : -rounded, exponent: exponent - 3)
  }

  /// 100 minus this number, which is not above 100; what lies behind 30 decimals does not count.
  var complementToHundred: DecimalNumber {
    guard exponent >= -30 else { return DecimalNumber(significand: 100, exponent: 0) }
    var (own, hundred) = (significand, Int128(100))
    for _ in 0..<max(0, exponent) { own *= 10 }
    for _ in 0..<max(0, -exponent) { hundred *= 10 }
    return DecimalNumber(significand: hundred - own, exponent: min(0, exponent))
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The number without an exponent and without zeros that only fill up.
  var description: String {
    var digits = String(significand.magnitude)
    var exponent = exponent
    while exponent < 0, digits.last == "0", digits.utf8.count > 1 {
      digits.removeLast()
      exponent += 1
    }
    let sign = significand < 0 ? "-" : ""
    guard significand != 0 else { return "0" }
    guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
    let missing = 1 - exponent - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let whole = digits.dropLast(-exponent)
    return "\(sign)\(whole).\(digits.suffix(-exponent))"
  }
}
