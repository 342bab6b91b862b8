import Foundation

/// The exact sum of doubles: every finite double is a whole number of 2⁻¹⁰⁷⁴.
struct ReferenceSum {
  private var positive = Natural()
  private var negative = Natural()
  private var infinities: Set<Double> = []

  init(_ values: [Double] = []) {
    for value in values { add(value) }
  }

  mutating func add(_ value: Double) {
    guard value.isFinite else {
      infinities.insert(value)
      return
    }
    let isSubnormal = value.exponentBitPattern == 0
    let significand = value.significandBitPattern + (isSubnormal ? 0 : 1 << 52)
    let shift = isSubnormal ? 0 : Int(value.exponentBitPattern) - 1
    if value.sign == .minus {
      negative.add(significand, times2ToThe: shift)
    } else {
      positive.add(significand, times2ToThe: shift)
    }
  }

  /// The double nearest to the sum divided by `count`; `nil` when there is none.
  func divided(by count: Int) -> Double? {
    if infinities.count > 1 { return nil }
    if let infinity = infinities.first { return infinity }
    return positive.isLess(than: negative)
      ? -negative.subtracting(positive).divided(by: count)
      : positive.subtracting(negative).divided(by: count)
  }
}

/// A natural number of a fixed length, in digits of 32 bits, the least first.
private struct Natural {
  private var digits = Array(repeating: UInt32(0), count: 70)

  mutating func add(_ number: UInt64, times2ToThe shift: Int) {
    var carry = UInt128(number) << UInt128(shift % 32)
    var place = shift / 32
    while carry > 0 {
      carry += UInt128(digits[place])
      digits[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
      place += 1
    }
  }

  func isLess(than other: Natural) -> Bool {
    digits.reversed().lexicographicallyPrecedes(other.digits.reversed())
  }

  /// The difference to a number that is not larger.
  func subtracting(_ other: Natural) -> Natural {
    var result = self
    var borrow: Int64 = 0
    for place in digits.indices {
      let difference = Int64(digits[place]) - Int64(other.digits[place]) - borrow
      borrow = difference < 0 ? 1 : 0
      result.digits[place] = UInt32(truncatingIfNeeded: difference)
    }
    return result
  }

  /// The double nearest to the number times 2⁻¹⁰⁷⁴, divided.
  ///
  /// Long division into a hexadecimal text, which the C library rounds: 128 more bits than the
  /// number has, and a last digit that tells whether there is a remainder.
  func divided(by count: Int) -> Double {
    var remainder: UInt64 = 0
    var text = "0x"
    for digit in digits.reversed() + [0, 0, 0, 0] {
      let dividend = remainder << 32 | UInt64(digit)
      let hexadecimal = String(dividend / UInt64(count), radix: 16)
      text += String(repeating: "0", count: 8 - hexadecimal.count) + hexadecimal
      remainder = dividend % UInt64(count)
    }
    return strtod("\(text)\(remainder == 0 ? 0 : 1)p\(-1074 - 128 - 4)", nil)
  }
}
