extension ExactSum {
  /// The double nearest to the exact sum, ties to even.
  ///
  /// 0 for the empty sum, never −0; an infinity that was added, or an overflow of the exact sum;
  /// NaN when infinities of both signs were added.
  var value: Double {
    mean(count: 1)
  }

  /// The double nearest to the exact sum divided by `count`, with one rounding.
  ///
  /// The mean of 10³⁰⁸ and 10³⁰⁸ is 10³⁰⁸, though their sum is beyond the doubles. Infinities
  /// give what they give for ``value``. NaN for a count of 0 or less, where there is no mean.
  func mean(count: Int) -> Double {
    guard count > 0 else { return .nan }
    guard isFinite else { return infinitePart }
    let sum = leadingBits
    guard sum.bits != 0 else { return 0 }
    // The bits beyond the leading ones change neither the quotient nor, but for whether there is
    // one, the remainder; and 128 bits by 63 leave more than a rounding needs.
    let divisor = UInt64(count)
    let (high, carry) = UInt64(truncatingIfNeeded: sum.bits >> 64)
      .quotientAndRemainder(dividingBy: divisor)
    let (low, rest) = divisor.dividingFullWidth((carry, UInt64(truncatingIfNeeded: sum.bits)))
    let quotient = UInt128(high) << 64 | UInt128(low)
    let shift = 64 - quotient.leadingZeroBitCount
    let mean = TruncatedReal(
      significand: UInt64(truncatingIfNeeded: quotient >> UInt128(shift)),
      exponent: sum.exponent + shift,
      isTruncated: sum.isTruncated || rest != 0 || quotient.trailingZeroBitCount < shift
    ).nearest
    return sum.isNegative ? -mean : mean
  }

  private var infinitePart: Double {
    if hasPositiveInfinity && hasNegativeInfinity { return .nan }
    return hasPositiveInfinity ? .infinity : -.infinity
  }
}
