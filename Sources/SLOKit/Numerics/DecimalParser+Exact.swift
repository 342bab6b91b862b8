/// Numbers with more digits than a word holds, and powers of ten that are too large for one.
extension DecimalParser {
  /// Half-way points between doubles have at most 767 significant digits; of the digits behind
  /// that many only matters whether one of them is not zero.
  private static let decisiveDigits = 800

  /// How many zeros `digits`, which may hold a dot, begin with.
  static func leadingZeroCount(_ text: borrowing Span<UInt8>, _ digits: Range<Int>) -> Int {
    var count = 0
    for index in digits where text[index] != .dot {
      guard text[index] == .zero else { return count }
      count += 1
    }
    return count
  }

  /// The double nearest to the integer in `digits` (the dot left out) × 10^`powerOfTen`.
  @inline(never)
  static func nearestToLong(
    _ text: borrowing Span<UInt8>,
    _ digits: Range<Int>,
    powerOfTen: Int
  ) -> Double {
    let head = leadingDigits(of: text, digits, limit: mantissaDigits)
    let headPower = powerOfTen + head.droppedCount
    if wordExponents.contains(headPower), let word = head.value.limbs.first {
      // The exact value lies between these two; most often they are the same double.
      let lower = nearestToWord(word, powerOfTen: headPower)
      if lower == nearestToWord(word + 1, powerOfTen: headPower) { return lower }
    }
    var exact = leadingDigits(of: text, digits, limit: decisiveDigits)
    guard exact.isTruncated else {
      return nearest(to: exact.value, powerOfTen: powerOfTen + exact.droppedCount)
    }
    exact.value.multiply(by: 10, adding: 1)
    return nearest(to: exact.value, powerOfTen: powerOfTen + exact.droppedCount - 1)
  }

  /// The integer of the first `limit` significant digits, how many digits follow it, and
  /// whether one of those is not zero.
  private static func leadingDigits(
    of text: borrowing Span<UInt8>,
    _ digits: Range<Int>,
    limit: Int
  ) -> (value: BigNatural, droppedCount: Int, isTruncated: Bool) {
    var value = BigNatural(0)
    var significant = 0
    var droppedCount = 0
    var isTruncated = false
    var (word, scale): (UInt64, UInt64) = (0, 1)
    for index in digits where text[index] != .dot {
      let digit = UInt64(text[index] &- .zero)
      guard significant < limit else {
        droppedCount += 1
        isTruncated = isTruncated || digit != 0
        continue
      }
      if significant > 0 || digit != 0 { significant += 1 }
      (word, scale) = (word &* 10 &+ digit, scale &* 10)
      if scale == PowersOfTen.largestWord {
        value.multiply(by: scale, adding: word)
        (word, scale) = (0, 1)
      }
    }
    value.multiply(by: scale, adding: word)
    return (value, droppedCount, isTruncated)
  }

  /// The double nearest to `value` × 10^`powerOfTen`, for all values and powers.
  ///
  /// - Complexity: O(*b*²) in the bits of `value` and of the power, both bounded: powers that
  ///   lead beyond the doubles are not computed.
  static func nearest(to value: BigNatural, powerOfTen: Int) -> Double {
    // 2^b lies between 10^(0.30 b) and 10^(0.31 b).
    if value.bitWidth == 0 || powerOfTen + value.bitWidth * 31 / 100 < -330 { return 0 }
    if powerOfTen + (value.bitWidth - 1) * 30 / 100 > 310 { return .infinity }
    if powerOfTen >= 0 {
      let product = value.multiplied(byPowerOfFive: powerOfTen)
      return TruncatedReal(product, exponent: powerOfTen).nearest
    }
    let divisor = BigNatural(1).multiplied(byPowerOfFive: -powerOfTen)
    return TruncatedReal(value, dividedBy: divisor, exponent: powerOfTen).nearest
  }
}
