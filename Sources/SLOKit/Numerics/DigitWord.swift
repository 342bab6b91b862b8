/// Eight characters of a decimal number in one word, the last one on top, each less the character
/// `0`: a digit is then its value.
///
/// Arithmetic on the word works on all eight at once ("SIMD within a register", Fisher and Dietz,
/// 1998; for digits Lemire, 2018, "Quickly parsing eight digits").
struct DigitWord {
  private var bytes: UInt64

  /// Eight characters.
  @inline(__always)
  init(_ characters: UInt64) {
    bytes = characters ^ 0x3030_3030_3030_3030
  }

  /// Makes zeros of all characters but the last `count`, which is 1 to 8.
  @inline(__always)
  mutating func keep(last count: Int) {
    bytes &= .max &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  /// The topmost bit of the byte that holds the first dot, or 0.
  @inline(__always)
  var dot: UInt64 {
    let others = bytes ^ 0x1E1E_1E1E_1E1E_1E1E
    let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
    return found & (0 &- found)
  }

  /// Takes out the dot that ``dot`` found: what is before it moves up by one character, and `first`
  /// fills the place that becomes free.
  ///
  /// - Returns: How many characters come after it.
  @inline(__always)
  mutating func removeDot(_ dot: UInt64, first: UInt64 = 0) -> Int {
    let before = (dot >> 7) &- 1
    let after = ~((dot << 1) &- 1)
    bytes = bytes & after | (bytes & before) << 8 | first
    return dot.leadingZeroBitCount / 8
  }

  /// Moves all characters up by one, behind `first`, and returns the one that falls out.
  @inline(__always)
  mutating func shift(first: UInt64 = 0) -> UInt64 {
    let last = bytes >> 56
    bytes = bytes << 8 | first
    return last
  }

  /// Whether all characters of both words are digits.
  @inline(__always)
  static func areDigits(_ a: DigitWord, _ b: DigitWord) -> Bool {
    // Adding 118 to more than 9 sets the topmost bit of a byte, or it is set already.
    let sums = (a.bytes &+ 0x7676_7676_7676_7676) | (b.bytes &+ 0x7676_7676_7676_7676)
    return (sums | a.bytes | b.bytes) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether all characters are digits.
  @inline(__always)
  var isAllDigits: Bool { Self.areDigits(self, self) }

  /// The number that the digits write.
  @inline(__always)
  var value: UInt64 {
    let pairs = bytes &* 10 &+ bytes >> 8
    let odd = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let even = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (odd &+ even) >> 32
  }
}

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
