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
    var (isNegative, magnitude) = finitePart
    var isTruncated = false
    var exponent = Self.exponent
    if count > 1 {
      // Two more words leave more bits than a rounding needs, whatever the count.
      magnitude = magnitude.shifted(leftBy: 128)
      exponent -= 128
      isTruncated = magnitude.divide(by: UInt64(count)) != 0
    }
    let mean = TruncatedReal(magnitude, exponent: exponent, isTruncated: isTruncated).nearest
    return isNegative ? -mean : mean
  }

  private var infinitePart: Double {
    if hasPositiveInfinity && hasNegativeInfinity { return .nan }
    return hasPositiveInfinity ? .infinity : -.infinity
  }
}
