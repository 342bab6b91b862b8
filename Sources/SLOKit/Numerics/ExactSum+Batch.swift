/// Adding many values at once.
extension ExactSum {
  /// So many values are split at the same places.
  private static let blockSize = 1024

  /// Adds `values`, which is faster than one by one.
  mutating func add(_ values: Span<Double>) {
    var start = 0
    while start < values.count {
      let block = values.extracting(start..<min(start + Self.blockSize, values.count))
      start += block.count
      if let parts = Self.sums(of: block) {
        add(parts.high)
        add(parts.low)
      } else {
        for index in block.indices { add(block[index]) }
      }
    }
  }

  /// The sum of a block in two doubles, without any rounding, or `nil` when that cannot be done.
  ///
  /// Each value is split at two fixed places into a high part, a low part and a rest (Rump, Ogita
  /// and Oishi, 2008, "Accurate floating-point summation", ExtractVector). With all values below
  /// 2^e, the parts are multiples of 2^(e−40) and 2^(e−81) that have at most 41 bits, so 1024 of
  /// them add up in a double exactly. When all rests are 0, the two sums are all there is, which is
  /// so for values that differ by less than a factor of 2²⁹.
  private static func sums(of block: Span<Double>) -> (high: Double, low: Double)? {
    let exponent = Int(largestMagnitude(of: block) >> 52) - 1022
    // Far from the ends of the doubles, where the places to split at are doubles, too.
    guard (-800...800).contains(exponent) else { return nil }
    typealias Pair = SIMD2<Double>
    let highSplit = Pair(repeating: 1.5 * power(exponent - 40 + 52))
    let lowSplit = Pair(repeating: 1.5 * power(exponent - 81 + 52))
    var (high, low) = (Pair(), Pair())
    var rests = SIMD2<UInt64>()
    func add(_ pair: Pair) {
      let highPart = (pair + highSplit) - highSplit
      let rest = pair - highPart
      let lowPart = (rest + lowSplit) - lowSplit
      high += highPart
      low += lowPart
      rests |= (rest - lowPart).bits
    }
    var index = 0
    while index &+ 2 <= block.count {
      add(Pair(block[index], block[index &+ 1]))
      index &+= 2
    }
    if index < block.count { add(Pair(block[index], 0)) }
    guard rests == SIMD2() else { return nil }
    return (high[0] + high[1], low[0] + low[1])
  }

  /// The bits of the value that is farthest from zero, without its sign.
  private static func largestMagnitude(of block: Span<Double>) -> UInt64 {
    var (even, odd): (UInt64, UInt64) = (0, 0)
    var index = 0
    // Two at a time, since each comparison would wait for the one before.
    while index &+ 2 <= block.count {
      even = max(even, block[index].magnitude.bitPattern)
      odd = max(odd, block[index &+ 1].magnitude.bitPattern)
      index &+= 2
    }
    if index < block.count { even = max(even, block[index].magnitude.bitPattern) }
    return max(even, odd)
  }

  /// 2 to an exponent of a normal double.
  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}

extension SIMD2<Double> {
  /// The bits of both numbers.
  fileprivate var bits: SIMD2<UInt64> { SIMD2<UInt64>(self[0].bitPattern, self[1].bitPattern) }
}
