/// A real number that is not negative, cut off behind at most 64 bits.
///
/// It is `significand` × 2^`exponent`, plus something smaller than 2^`exponent` when it is
/// truncated. That is all one has to know to round correctly, once.
struct TruncatedReal: Sendable, Hashable {
  /// The leading bits; at least 55 of them when the number is truncated.
  let significand: UInt64

  /// The power of two of the significand's last bit.
  let exponent: Int

  /// Whether something was cut off.
  let isTruncated: Bool

  init(significand: UInt64, exponent: Int, isTruncated: Bool = false) {
    self.significand = significand
    self.exponent = exponent
    self.isTruncated = isTruncated
  }
}

extension TruncatedReal {
  /// The nearest double, ties to even; infinity for an overflow.
  var nearest: Double {
    guard significand != 0 else { return 0 }
    let shift = significand.leadingZeroBitCount
    let bits = significand << shift
    let leadingExponent = exponent + 63 - shift
    guard leadingExponent < 1024 else { return .infinity }
    // Below the normal numbers the last place stays where it is and digits get lost.
    let lostBits = 11 + max(0, -1022 - leadingExponent)
    let kept = bits >> lostBits
    let rest = bits << (64 - lostBits)
    let half: UInt64 = 1 << 63
    let roundsUp = rest > half || (rest == half && (isTruncated || kept & 1 == 1))
    // The leading bit of a normal number adds one to the exponent field, and a carry from
    // rounding does so too, up to infinity.
    let field = UInt64(max(0, leadingExponent + 1022))
    return Double(bitPattern: (field << 52) + kept + (roundsUp ? 1 : 0))
  }
}
