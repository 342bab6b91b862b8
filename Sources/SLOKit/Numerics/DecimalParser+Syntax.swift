/// The rare parts of the grammar, kept out of the way of the common ones.
extension DecimalParser {
  /// Digits of an exponent beyond this value change nothing: neither the digits of a text nor
  /// a power of ten that fits an `Int` can bring such a number back.
  private static let absurdExponent: Int128 = 1_000_000_000_000_000_000_000_000_000_000

  /// Reads the exponent from its letter at `start` to the end of `text`.
  ///
  /// - Returns: The exponent, exact up to ±10³⁰ and beyond that still beyond, or `nil` when the
  ///   rest of the text is not an exponent.
  @inline(never)
  static func exponent(in text: borrowing Span<UInt8>, from start: Int) -> Int128? {
    guard text[start].lowercased == UInt8(ascii: "e"), start + 1 < text.count else { return nil }
    var cursor = start + 1
    let isNegative = text[cursor] == .minus
    if isNegative || text[cursor] == .plus { cursor += 1 }
    guard cursor < text.count else { return nil }
    var magnitude: Int128 = 0
    while cursor < text.count {
      guard text[cursor].isDigit else { return nil }
      if magnitude < absurdExponent {
        magnitude = magnitude * 10 + Int128(text[cursor] - .zero)
      }
      cursor += 1
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Infinity when `text` says `inf` or `infinity` from `start` to its end, or `nil`.
  @inline(never)
  static func infinity(in text: borrowing Span<UInt8>, from start: Int) -> Double? {
    let word: StaticString = "infinity"
    let length = text.count - start
    guard length == 3 || length == word.utf8CodeUnitCount else { return nil }
    let matches = word.withUTF8Buffer { letters in
      (0..<length).allSatisfy { text[start + $0].lowercased == letters[$0] }
    }
    return matches ? .infinity : nil
  }
}
