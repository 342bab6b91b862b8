extension DecimalParser {
  /// The exponents for which the powers of five fit into 64 bits.
  static let wordExponents = -27...27

  /// The double nearest to `mantissa` × 10^`powerOfTen`.
  @inline(__always)
  static func nearest(to mantissa: UInt64, powerOfTen: Int) -> Double {
    // Both operands are exact, so the one operation rounds correctly (Clinger, 1990).
    if mantissa <= 1 << 53, powerOfTen.magnitude <= 22 {
      let factor = PowersOfTen.exact[Int(powerOfTen.magnitude)]
      return powerOfTen < 0 ? Double(mantissa) / factor : Double(mantissa) * factor
    }
    return nearestToWord(mantissa, powerOfTen: powerOfTen)
  }

  /// The same for what doubles alone cannot round.
  @inline(never)
  static func nearestToWord(_ mantissa: UInt64, powerOfTen: Int) -> Double {
    guard mantissa != 0 else { return 0 }
    guard wordExponents.contains(powerOfTen) else {
      return nearest(to: BigNatural(mantissa), powerOfTen: powerOfTen)
    }
    return powerOfTen < 0
      ? quotient(mantissa, negativePower: -powerOfTen).nearest
      : product(mantissa, power: powerOfTen).nearest
  }

  /// `mantissa` × 10^`power`, as mantissa × 5^power × 2^power, whose product fits 128 bits.
  private static func product(_ mantissa: UInt64, power: Int) -> TruncatedReal {
    let (high, low) = mantissa.multipliedFullWidth(by: PowersOfTen.powersOfFive[power])
    guard high != 0 else { return TruncatedReal(significand: low, exponent: power) }
    let shift = high.leadingZeroBitCount
    return TruncatedReal(
      significand: high << shift | low >> (64 - shift),
      exponent: power + 64 - shift,
      isTruncated: low << shift != 0
    )
  }

  /// `mantissa` ÷ 10^`negativePower`; the remainder of the division tells what was cut off.
  private static func quotient(_ mantissa: UInt64, negativePower power: Int) -> TruncatedReal {
    let divisor = PowersOfTen.powersOfFive[power]
    let divisorShift = divisor.leadingZeroBitCount
    let shift = mantissa.leadingZeroBitCount
    let dividend = mantissa << shift
    // With the dividend one bit below the divisor the quotient fits, and it has 63 bits or more.
    let (quotient, remainder) = (divisor << divisorShift)
      .dividingFullWidth((high: dividend >> 1, low: dividend << 63))
    return TruncatedReal(
      significand: quotient,
      exponent: divisorShift - shift - 63 - power,
      isTruncated: remainder != 0
    )
  }
}
