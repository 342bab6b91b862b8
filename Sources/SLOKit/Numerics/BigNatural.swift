/// A natural number of any size, with the few operations that exact rounding needs.
///
/// Schoolbook arithmetic: the numbers here have at most a few thousand bits.
struct BigNatural: Sendable, Hashable {
  /// The digits in base 2⁶⁴, the least first, without zeros at the end.
  private(set) var limbs: [UInt64]

  /// Creates a number from its digits in base 2⁶⁴, the least first.
  init(limbs: [UInt64]) {
    self.limbs = limbs
    dropLeadingZeros()
  }

  init(_ value: UInt64) {
    self.init(limbs: [value])
  }

  /// How many bits the number has; 0 for zero.
  var bitWidth: Int {
    limbs.count * 64 - (limbs.last?.leadingZeroBitCount ?? 0)
  }

  private mutating func dropLeadingZeros() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}

extension BigNatural: Comparable {
  static func < (left: BigNatural, right: BigNatural) -> Bool {
    guard left.limbs.count == right.limbs.count else {
      return left.limbs.count < right.limbs.count
    }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}

extension BigNatural {
  /// Replaces the number by itself × `factor` + `summand`.
  mutating func multiply(by factor: UInt64, adding summand: UInt64 = 0) {
    var carry = summand
    for index in limbs.indices {
      let sum = UInt128(limbs[index]) * UInt128(factor) + UInt128(carry)
      limbs[index] = UInt64(truncatingIfNeeded: sum)
      carry = UInt64(truncatingIfNeeded: sum >> 64)
    }
    limbs.append(carry)
    dropLeadingZeros()
  }

  /// The number × 5^`power`, for a power that is not negative.
  func multiplied(byPowerOfFive power: Int) -> BigNatural {
    let largest = PowersOfTen.powersOfFive.count - 1
    var product = self
    var rest = power
    while rest > 0 {
      let step = min(rest, largest)
      product.multiply(by: PowersOfTen.powersOfFive[step])
      rest -= step
    }
    return product
  }

  /// The product of two numbers.
  static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (offset, factor) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (index, limb) in right.limbs.enumerated() {
        let old = UInt128(product[offset + index])
        let sum = UInt128(limb) * UInt128(factor) + old + UInt128(carry)
        product[offset + index] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      product[offset + right.limbs.count] = carry
    }
    return BigNatural(limbs: product)
  }

  /// Replaces the number by itself − `other`, or by zero when `other` is larger.
  mutating func subtract(_ other: BigNatural) {
    guard other <= self else { return limbs.removeAll() }
    var borrow: UInt64 = 0
    for index in limbs.indices {
      let subtrahend = index < other.limbs.count ? other.limbs[index] : 0
      let (partial, first) = limbs[index].subtractingReportingOverflow(subtrahend)
      let (difference, second) = partial.subtractingReportingOverflow(borrow)
      limbs[index] = difference
      borrow = first || second ? 1 : 0
    }
    dropLeadingZeros()
  }

  /// The number × 2^`count`, for a count that is not negative.
  func shifted(leftBy count: Int) -> BigNatural {
    let (words, bits) = count.quotientAndRemainder(dividingBy: 64)
    var shifted = [UInt64](repeating: 0, count: words)
    shifted.reserveCapacity(words + limbs.count + 1)
    var carry: UInt64 = 0
    for limb in limbs {
      shifted.append(limb << bits | carry)
      carry = limb >> (64 - bits)
    }
    shifted.append(carry)
    return BigNatural(limbs: shifted)
  }

  /// Replaces the number by itself ÷ `divisor`, rounded down, and returns the remainder.
  ///
  /// The divisor is not zero.
  mutating func divide(by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    dropLeadingZeros()
    return remainder
  }
}
