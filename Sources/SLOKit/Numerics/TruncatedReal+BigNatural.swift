extension TruncatedReal {
  /// The leading bits of `value` × 2^`exponent`.
  ///
  /// `isTruncated` tells that something was cut off already; then `value` has 55 bits or more.
  init(_ value: BigNatural, exponent: Int, isTruncated: Bool = false) {
    let limbs = value.limbs
    guard limbs.count > 1, let top = limbs.last else {
      self.init(significand: limbs.first ?? 0, exponent: exponent, isTruncated: isTruncated)
      return
    }
    let shift = top.leadingZeroBitCount
    let next = limbs[limbs.count - 2]
    let cutsOff = next << shift != 0 || limbs.dropLast(2).contains { $0 != 0 }
    self.init(
      significand: top << shift | next >> (64 - shift),
      exponent: exponent + (limbs.count - 1) * 64 - shift,
      isTruncated: isTruncated || cutsOff
    )
  }

  /// The leading bits of `dividend` ÷ `divisor` × 2^`exponent`; neither number is zero.
  ///
  /// One step of long division in base 2⁶⁴ (Knuth, 1997, "The art of computer programming",
  /// volume 2, section 4.3.1, algorithm D).
  init(_ dividend: BigNatural, dividedBy divisor: BigNatural, exponent: Int) {
    // The divisor shall fill its words and the dividend have 63 bits more, so that the quotient
    // has 63 or 64 bits.
    let words = (max(divisor.bitWidth, dividend.bitWidth - 63) + 63) / 64
    let divisorShift = words * 64 - divisor.bitWidth
    let dividendShift = words * 64 + 63 - dividend.bitWidth
    let divisor = divisor.shifted(leftBy: divisorShift)
    let dividend = dividend.shifted(leftBy: dividendShift)
    // The leading words give the quotient, or one or two more than that.
    var (quotient, _) = divisor.limbs[words - 1]
      .dividingFullWidth((dividend.limbs[words], dividend.limbs[words - 1]))
    var product = divisor
    product.multiply(by: quotient)
    while dividend < product {
      quotient -= 1
      product.subtract(divisor)
    }
    self.init(
      significand: quotient,
      exponent: exponent + divisorShift - dividendShift,
      isTruncated: product < dividend
    )
  }
}
