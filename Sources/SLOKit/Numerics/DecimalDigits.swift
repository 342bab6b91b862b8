/// The shortest decimal that reads back as one finite double, digit by digit.
///
/// Its value is 0.d₁d₂d₃… × 10^`pointPosition`, so that `pointPosition` digits stand before the
/// dot. The digits are those of the standard library's own description, which never depends on
/// a locale.
struct DecimalDigits: Sendable, Hashable {
  /// Whether the number is below zero; never so for zero.
  let isNegative: Bool

  /// The digits from 0 to 9, without zeros at either end; none for zero.
  private(set) var digits: [UInt8]

  /// How many digits stand before the dot; negative for zeros right behind it.
  private(set) var pointPosition: Int

  /// Takes a number apart; `nil` for infinities and NaN.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    pointPosition = 0
    var hasDot = false
    let text = value.magnitude.description.utf8
    let mantissaEnd = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    for byte in text[..<mantissaEnd] {
      if byte == .dot {
        hasDot = true
        continue
      }
      if !hasDot { pointPosition += 1 }
      digits.append(byte &- .zero)
    }
    if mantissaEnd < text.endIndex {
      pointPosition += Int(Substring(text[mantissaEnd...].dropFirst())) ?? 0
    }
    dropZeros()
  }
}

extension DecimalDigits {
  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// Rounds to `fractionDigits` digits behind the dot, half away from zero.
  ///
  /// The rounding is that of the decimal digits, as a person does it: 2.675 becomes 2.68, though
  /// the double nearest to it lies below.
  mutating func round(fractionDigits: Int) {
    let kept = pointPosition + fractionDigits
    guard kept < digits.count else { return }
    guard kept >= 0 else { return clear() }
    let roundsUp = digits[kept] >= 5
    digits.removeSubrange(kept...)
    if roundsUp { incrementLastDigit() }
    dropZeros()
  }

  private mutating func incrementLastDigit() {
    for index in digits.indices.reversed() {
      digits[index] += 1
      guard digits[index] == 10 else { return }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    pointPosition += 1
  }

  private mutating func dropZeros() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    pointPosition -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { clear() }
  }

  private mutating func clear() {
    digits = []
    pointPosition = 0
  }
}

extension DecimalDigits {
  /// The number without an exponent, with at least `fractionDigits` digits behind the dot.
  ///
  /// A number that is zero has no sign.
  func plainText(fractionDigits: Int = 0) -> String {
    let fractionEnd = pointPosition + max(fractionDigits, digits.count - pointPosition, 0)
    let whole = text(of: 0..<max(0, pointPosition))
    let fraction = text(of: pointPosition..<fractionEnd)
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number with one digit before the dot and an exponent, as in `1.5e-7` and `1e+21`.
  var exponentText: String {
    guard !isZero else { return "0" }
    let fraction = digits.count > 1 ? "." + text(of: 1..<digits.count) : ""
    let exponent = pointPosition - 1
    return sign + text(of: 0..<1) + fraction + "e" + (exponent < 0 ? "" : "+") + "\(exponent)"
  }

  private var sign: String { isNegative && !isZero ? "-" : "" }

  /// The digits at `positions`, of which those outside of `digits` are zeros.
  private func text(of positions: Range<Int>) -> String {
    String(
      decoding: positions.map { digits.indices.contains($0) ? digits[$0] + .zero : .zero },
      as: UTF8.self
    )
  }
}
