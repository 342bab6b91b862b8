/// The exact sum of any number of doubles, rounded only when it is asked for.
///
/// A fixed-point number wide enough for every double: the "small superaccumulator" of Neal,
/// 2015, "Fast exact summation using small and large superaccumulators", arXiv:1505.05571.
///
/// Exact sums are a commutative monoid under ``merge(_:)`` with the empty sum as its identity:
/// any order and any split of the values gives the same bits. Two sums are equal when their
/// exact values and the infinities they met are, however they came about.
///
/// Infinities are kept apart from the finite values. NaN stands for NA and does not belong into
/// a sum: callers leave it out, and one that is added is ignored.
struct ExactSum: Sendable {
  static let limbCount = 67

  /// The power of two of the lowest bit; the lowest bit of a double is 2⁻¹⁰⁷⁴.
  static let exponent = -1075

  /// So many additions can never overflow a limb: each adds less than 2⁵² to one.
  private static let mostPendingAdditions = 1024

  /// Digits in base 2³², the least first, each with a sign and 31 bits to spare, so that an
  /// addition need not carry.
  private(set) var limbs = InlineArray<67, Int64>(repeating: 0)

  /// The additions since the limbs were last normalised.
  private var pendingAdditions = 0

  private(set) var hasPositiveInfinity = false
  private(set) var hasNegativeInfinity = false

  /// Creates the empty sum, which is 0.
  init() {}

  /// Adds one value.
  mutating func add(_ value: Double) {
    let bits = value.bitPattern
    let field = Int(truncatingIfNeeded: bits >> 52) & 0x7FF
    guard field != 0x7FF else { return addNonFinite(value) }
    let fraction = bits & 0x000F_FFFF_FFFF_FFFF
    // Subnormal numbers lack the hidden bit and have the exponent of the least normal ones.
    let significand = field == 0 ? fraction : fraction | 1 << 52
    let position = max(field, 1)
    let index = position >> 5
    let shift = UInt64(truncatingIfNeeded: position & 31)
    let low = Int64(truncatingIfNeeded: (significand &<< shift) & 0xFFFF_FFFF)
    let high = Int64(truncatingIfNeeded: significand &>> (32 &- shift))
    // All ones for a negative value: x ^ mask − mask is then −x.
    let mask = Int64(bitPattern: bits) >> 63
    limbs[index] &+= (low ^ mask) &- mask
    limbs[index &+ 1] &+= (high ^ mask) &- mask
    countAddition()
  }

  /// Adds all values of another sum.
  mutating func merge(_ other: ExactSum) {
    let other = other.normalized
    for index in 0..<Self.limbCount { limbs[index] &+= other.limbs[index] }
    hasPositiveInfinity = hasPositiveInfinity || other.hasPositiveInfinity
    hasNegativeInfinity = hasNegativeInfinity || other.hasNegativeInfinity
    countAddition()
  }

  @inline(never)
  private mutating func addNonFinite(_ value: Double) {
    if value == .infinity { hasPositiveInfinity = true }
    if value == -.infinity { hasNegativeInfinity = true }
  }

  @inline(__always)
  private mutating func countAddition() {
    pendingAdditions &+= 1
    if pendingAdditions == Self.mostPendingAdditions { normalize() }
  }
}

extension ExactSum {
  /// The same sum in its only normal form: all limbs but the last lie in 0..<2³², and the last
  /// one has the sign.
  private var normalized: ExactSum {
    var copy = self
    copy.normalize()
    return copy
  }

  @inline(never)
  private mutating func normalize() {
    for index in 0..<(Self.limbCount - 1) {
      limbs[index + 1] &+= limbs[index] >> 32
      limbs[index] &= 0xFFFF_FFFF
    }
    pendingAdditions = 0
  }

  /// Whether no infinity was added.
  var isFinite: Bool { !hasPositiveInfinity && !hasNegativeInfinity }

  /// The first 128 bits of the finite values' sum, the highest one set, as a multiple of
  /// 2^`exponent`, and whether others follow; all bits are 0 for a sum of 0.
  var leadingBits: (isNegative: Bool, bits: UInt128, exponent: Int, isTruncated: Bool) {
    // Through a span, because each look at an inline array may copy all of it.
    let array = limbs
    let limbs = array.span
    var lowest = 0
    while lowest < Self.limbCount, limbs[lowest] == 0 { lowest += 1 }
    guard lowest < Self.limbCount else { return (false, 0, 0, false) }
    var place = Self.limbCount
    while limbs[place - 1] == 0 { place -= 1 }
    // Values are much alike, so the limbs in between are few; what lies above them is the carry.
    var digitArray = array
    var digits = digitArray.mutableSpan
    var carry = Self.carry(in: &digits, lowest..<place)
    let isNegative = carry < 0
    if isNegative {
      for index in lowest..<place { digits[index] = 0 &- limbs[index] }
      carry = Self.carry(in: &digits, lowest..<place)
    }
    var bits = UInt128(UInt64(bitPattern: carry))
    while place > lowest, bits >> 96 == 0 {
      place -= 1
      bits = bits << 32 | UInt128(UInt64(bitPattern: digits[place]))
    }
    guard bits != 0 else { return (false, 0, 0, false) }
    let missing = bits.leadingZeroBitCount
    let next = place > lowest ? UInt64(bitPattern: digits[place - 1]) << UInt64(missing) : 0
    var rest = next & 0xFFFF_FFFF
    while lowest < place - 1 {
      rest |= UInt64(bitPattern: digits[lowest])
      lowest += 1
    }
    return (
      isNegative, bits << UInt128(missing) | UInt128(next >> 32),
      Self.exponent + 32 * place - missing, rest != 0
    )
  }

  /// Brings the limbs in `range` to 0..<2³² and returns what is to be added to the one above.
  private static func carry(in limbs: inout MutableSpan<Int64>, _ range: Range<Int>) -> Int64 {
    var carry: Int64 = 0
    for index in range {
      let sum = limbs[index] &+ carry
      limbs[index] = sum & 0xFFFF_FFFF
      carry = sum >> 32
    }
    return carry
  }

  /// The sign of the finite values' sum, and its magnitude in units of 2^`exponent`.
  var finitePart: (isNegative: Bool, magnitude: BigNatural) {
    var sum = normalized
    let isNegative = sum.limbs[Self.limbCount - 1] < 0
    if isNegative {
      for index in 0..<Self.limbCount { sum.limbs[index] = 0 &- sum.limbs[index] }
      sum.normalize()
    }
    var words: [UInt64] = []
    for index in stride(from: 0, to: Self.limbCount - 1, by: 2) {
      words.append(UInt64(bitPattern: sum.limbs[index] | sum.limbs[index + 1] << 32))
    }
    words.append(UInt64(bitPattern: sum.limbs[Self.limbCount - 1]))
    return (isNegative, BigNatural(limbs: words))
  }
}

extension ExactSum: Hashable {
  static func == (left: ExactSum, right: ExactSum) -> Bool {
    let (left, right) = (left.normalized, right.normalized)
    return left.hasPositiveInfinity == right.hasPositiveInfinity
      && left.hasNegativeInfinity == right.hasNegativeInfinity
      && (0..<limbCount).allSatisfy { left.limbs[$0] == right.limbs[$0] }
  }

  func hash(into hasher: inout Hasher) {
    let sum = normalized
    for index in 0..<Self.limbCount { hasher.combine(sum.limbs[index]) }
    hasher.combine(hasPositiveInfinity)
    hasher.combine(hasNegativeInfinity)
  }
}
