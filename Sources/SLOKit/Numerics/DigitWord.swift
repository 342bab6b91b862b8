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
