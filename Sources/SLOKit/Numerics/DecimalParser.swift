/// Turns decimal text into the nearest double, with one rounding, whatever the locale.
///
/// The grammar: an optional sign; digits with at most one dot, at least one digit in all; an
/// optional exponent, `e` or `E`, with an optional sign and at least one digit. Or `inf` or
/// `infinity` in any letter case, with an optional sign. No blanks, no hexadecimal, no `nan`.
///
/// A cell of a metrics file has few digits and is done after one pass and one multiplication or
/// division (Clinger, 1990, "How to read floating point numbers accurately"). What that cannot
/// round correctly goes on to 128-bit arithmetic and then to big integers.
enum DecimalParser {
  /// More significant digits than this may not fit into 64 bits.
  static let mantissaDigits = 19

  /// A bound for exponents of ten, far beyond every double and every length of a text.
  private static let exponentLimit = 1 << 60

  /// Reads the decimal text in `range` of `bytes`, times 10 to the power `powerOfTen`.
  ///
  /// `150` with a power of −3 gives the double nearest to 0.150. A magnitude that is too large
  /// gives ±infinity, one that is too small ±0; `-0` gives −0.0.
  ///
  /// - Returns: The double nearest to the exact value, ties to even, or `nil` when the text is
  ///   not a number or the range lies outside of `bytes`.
  /// - Complexity: O(*n*) in the length of the text.
  static func parse(_ bytes: Span<UInt8>, in range: Range<Int>, powerOfTen: Int = 0) -> Double? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty else { return nil }
    let text = bytes.extracting(range)
    let isNegative = text[0] == .minus
    let start = isNegative || text[0] == .plus ? 1 : 0
    var cursor = start
    var mantissa: UInt64 = 0
    readDigits(of: text, at: &cursor, into: &mantissa)
    var digitCount = cursor - start
    var fractionCount = 0
    if cursor < text.count, text[cursor] == .dot {
      cursor += 1
      let fractionStart = cursor
      readDigits(of: text, at: &cursor, into: &mantissa)
      fractionCount = cursor - fractionStart
      digitCount += fractionCount
    }
    guard digitCount > 0 else {
      return infinity(in: text, from: start).map { isNegative ? -$0 : $0 }
    }
    let digits = start..<cursor
    var exponent = min(max(powerOfTen, -exponentLimit), exponentLimit) - fractionCount
    if cursor < text.count {
      guard let written = self.exponent(in: text, from: cursor) else { return nil }
      let sum = Int128(powerOfTen) + written - Int128(fractionCount)
      exponent = Int(min(max(sum, Int128(-exponentLimit)), Int128(exponentLimit)))
    }
    let magnitude =
      digitCount > mantissaDigits
        && digitCount - leadingZeroCount(text, digits) > mantissaDigits
      ? nearestToLong(text, digits, powerOfTen: exponent)
      : nearest(to: mantissa, powerOfTen: exponent)
    return isNegative ? -magnitude : magnitude
  }

  /// Appends the run of digits at `cursor` to `mantissa`, which wraps around when it is full.
  @inline(__always)
  private static func readDigits(
    of text: borrowing Span<UInt8>,
    at cursor: inout Int,
    into mantissa: inout UInt64
  ) {
    // A word of eight digits at a time is no faster: cells have two runs of few digits.
    while cursor < text.count {
      let digit = text[cursor] &- .zero
      guard digit < 10 else { return }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      cursor &+= 1
    }
  }
}

extension Double {
  /// Creates the double nearest to a decimal text times 10 to the power `powerOfTen`.
  ///
  /// `nil` when the text is not a number; the grammar is that of ``DecimalParser``.
  init?(decimalText: String, powerOfTen: Int = 0) {
    let bytes = decimalText.utf8.span
    let range = 0..<bytes.count
    guard let value = DecimalParser.parse(bytes, in: range, powerOfTen: powerOfTen) else {
      return nil
    }
    self = value
  }
}
