/// The ways for what nearly all cells hold, eight characters at a time.
extension DecimalParser {
  /// Reads a number of at most sixteen characters without a sign or an exponent, as nearly all
  /// cells are; `nil` when it is another one, or none.
  ///
  /// The sixteen bytes in front of its end are loaded at once, so they must be there, whatever the
  /// first of them are.
  @inline(__always)
  static func parseShort(
    _ bytes: Span<UInt8>,
    in cell: Range<Int>,
    powerOfTen: Int
  ) -> Double? {
    let (end, length) = (cell.upperBound, cell.upperBound &- cell.lowerBound)
    // So that the two words in front of the end lie inside of the bytes.
    guard end >= 16, end <= bytes.count, length > 0, length <= 16 else { return nil }
    var low = DigitWord(bytes.uncheckedWord(at: end &- 8))
    var fraction = 0
    let mantissa: UInt64
    if length <= 8 {
      low.keep(last: length)
      let dot = low.dot
      if dot != 0 {
        guard length > 1 else { return nil }
        fraction = low.removeDot(dot)
      }
      guard low.isAllDigits else { return nil }
      mantissa = low.value
    } else {
      var high = DigitWord(bytes.uncheckedWord(at: end &- 16))
      high.keep(last: length &- 8)
      let (highDot, lowDot) = (high.dot, low.dot)
      if highDot != 0 {
        fraction = high.removeDot(highDot) &+ 8
      } else if lowDot != 0 {
        fraction = low.removeDot(lowDot, first: high.shift())
      }
      guard DigitWord.areDigits(high, low) else { return nil }
      mantissa = high.value &* 100_000_000 &+ low.value
    }
    return nearest(to: mantissa, powerOfTen: powerOfTen &- fraction)
  }

  /// Reads a whole number of at most sixteen digits; `nil` when it is another one, or none.
  @inline(__always)
  static func parseWhole(_ bytes: Span<UInt8>, in cell: Range<Int>) -> Int64? {
    let (end, length) = (cell.upperBound, cell.upperBound &- cell.lowerBound)
    // So that the two words in front of the end lie inside of the bytes.
    guard end >= 16, end <= bytes.count, length > 0, length <= 16 else { return nil }
    var low = DigitWord(bytes.uncheckedWord(at: end &- 8))
    var high = DigitWord(bytes.uncheckedWord(at: end &- 16))
    if length <= 8 {
      low.keep(last: length)
      return low.isAllDigits ? Int64(bitPattern: low.value) : nil
    }
    high.keep(last: length &- 8)
    guard DigitWord.areDigits(high, low) else { return nil }
    return Int64(bitPattern: high.value &* 100_000_000 &+ low.value)
  }

  /// Reads a number of 17 to 24 characters, as programs write doubles with all their digits.
  @inline(__always)
  static func parseLong(
    _ bytes: Span<UInt8>,
    in cell: Range<Int>,
    powerOfTen: Int
  ) -> Double? {
    let (end, length) = (cell.upperBound, cell.upperBound &- cell.lowerBound)
    // So that the three words in front of the end lie inside of the bytes.
    guard end >= 24, end <= bytes.count, length > 16, length <= 24 else { return nil }
    var high = DigitWord(bytes.uncheckedWord(at: end &- 24))
    var middle = DigitWord(bytes.uncheckedWord(at: end &- 16))
    var low = DigitWord(bytes.uncheckedWord(at: end &- 8))
    high.keep(last: length &- 16)
    let dots = (high: high.dot, middle: middle.dot, low: low.dot)
    var fraction = 0
    if dots.high != 0 {
      fraction = high.removeDot(dots.high) &+ 16
    } else if dots.middle != 0 {
      fraction = middle.removeDot(dots.middle, first: high.shift()) &+ 8
    } else if dots.low != 0 {
      fraction = low.removeDot(dots.low, first: middle.shift(first: high.shift()))
    }
    guard high.isAllDigits, DigitWord.areDigits(middle, low) else { return nil }
    // What is larger may not fit into 64 bits.
    let leading = high.value
    guard leading <= 1843 else { return nil }
    let mantissa =
      (leading &* 100_000_000 &+ middle.value) &* 100_000_000 &+ low.value
    return nearest(to: mantissa, powerOfTen: powerOfTen &- fraction)
  }
}
