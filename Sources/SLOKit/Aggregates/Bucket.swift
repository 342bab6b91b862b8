/// All doubles that begin with the same bits: a narrow range of values.
///
/// With eight bits of the fraction, a bucket reaches from a value to one that is at most 0.4 %
/// larger, so its middle is within 0.2 % of every value in it.
struct Bucket: Sendable, Hashable {
  /// The bits that the values have in common, moved down by ``shift``.
  let prefix: UInt64
  /// How many bits are free.
  let shift: UInt64

  /// How many bits are free in the buckets of a histogram.
  static let histogramShift: UInt64 = 44

  /// The bits of a value; zero has no sign.
  @inline(__always)
  static func bits(of value: Double) -> UInt64 { (value + 0).bitPattern }

  /// Whether a value is in the bucket.
  @inline(__always)
  func contains(_ value: Double) -> Bool { Self.bits(of: value) >> shift == prefix }

  /// The part of the bucket that holds those of its values that go on with the bits `next`.
  func part(_ next: Int, width: UInt64) -> Bucket {
    Bucket(prefix: prefix << width | UInt64(next), shift: shift - width)
  }

  /// The smallest and the largest value that it can hold; never NaN.
  var bounds: ClosedRange<Double> {
    let nearZero = Double(bitPattern: prefix << shift)
    // All ones behind the common bits of infinity is no number.
    let last = Double(bitPattern: prefix << shift | ~(.max << shift))
    let farFromZero = last.isNaN ? nearZero : last
    return nearZero.sign == .minus ? farFromZero...nearZero : nearZero...farFromZero
  }

  /// Whether larger bit patterns are smaller values.
  var isNegative: Bool { bounds.upperBound.sign == .minus }
}

/// The value at one rank: known, or somewhere in a bucket.
enum RankedValue: Sendable, Hashable {
  case exact(Double)
  /// The value at this place among the values of the bucket, in ascending order from 0.
  case within(Bucket, place: Int)

  /// What the value can be.
  var bounds: ClosedRange<Double> {
    switch self {
    case .exact(let value): value...value
    case .within(let bucket, _): bucket.bounds
    }
  }
}
