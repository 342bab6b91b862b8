/// Up to 64 bytes, ready to be compared all at once.
///
/// This file is the one place of the library that reads several bytes as one value: every type
/// loaded is made of plain bits, so that any bytes are a value of it.
struct ByteBlock {
  typealias Lane = SIMD16<UInt8>

  private let lanes: (Lane, Lane, Lane, Lane)

  /// The bytes from `start` on; what is missing to 64 is zero.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at start: Int) {
    // The comparison proves that all 64 bytes are there.
    lanes =
      start < 0 || bytes.count &- start < 64
      ? Self.rest(of: bytes, from: start)
      : (
        bytes.uncheckedLane(at: start), bytes.uncheckedLane(at: start &+ 16),
        bytes.uncheckedLane(at: start &+ 32), bytes.uncheckedLane(at: start &+ 48)
      )
  }

  @inline(never)
  private static func rest(
    of bytes: Span<UInt8>,
    from start: Int
  ) -> (Lane, Lane, Lane, Lane) {
    var rest = (Lane(), Lane(), Lane(), Lane())
    for index in start..<bytes.count {
      let offset = index - start
      switch offset / 16 {
      case 0: rest.0[offset] = bytes[index]
      case 1: rest.1[offset - 16] = bytes[index]
      case 2: rest.2[offset - 32] = bytes[index]
      default: rest.3[offset - 48] = bytes[index]
      }
    }
    return rest
  }

  /// The bits of the bytes that equal `byte`, which is not zero.
  @inline(__always)
  func bits(of byte: UInt8) -> UInt64 {
    let pattern = Lane(repeating: byte)
    return Self.gather(
      lanes.0.equals(pattern),
      lanes.1.equals(pattern),
      lanes.2.equals(pattern),
      lanes.3.equals(pattern)
    )
  }

  /// The bits of the bytes that equal one of two, neither of which is zero.
  @inline(__always)
  func bits(of first: UInt8, or second: UInt8) -> UInt64 {
    let (first, second) = (Lane(repeating: first), Lane(repeating: second))
    return Self.gather(
      lanes.0.equals(first) | lanes.0.equals(second),
      lanes.1.equals(first) | lanes.1.equals(second),
      lanes.2.equals(first) | lanes.2.equals(second),
      lanes.3.equals(first) | lanes.3.equals(second)
    )
  }

  /// One bit for each byte, all of which are either all ones or zero.
  @inline(__always)
  private static func gather(_ a: Lane, _ b: Lane, _ c: Lane, _ d: Lane) -> UInt64 {
    gather(a) | gather(b) << 16 | gather(c) << 32 | gather(d) << 48
  }

  @inline(__always)
  private static func gather(_ lane: Lane) -> UInt64 {
    let halves = unsafeBitCast(lane, to: SIMD2<UInt64>.self)
    // Keeping one bit of each byte, at its own place, and adding the bytes up in the topmost one
    // gathers them.
    let picked = halves & SIMD2<UInt64>(repeating: 0x8040_2010_0804_0201)
    return (picked[0] &* 0x0101_0101_0101_0101) >> 56
      | ((picked[1] &* 0x0101_0101_0101_0101) >> 56) << 8
  }
}

extension SIMD16<UInt8> {
  /// All ones where two bytes are equal, zero elsewhere.
  @inline(__always)
  func equals(_ other: SIMD16<UInt8>) -> SIMD16<UInt8> {
    // A typed mask: with an inferred one the comparison would be a loop over lanes.
    let mask: SIMDMask<SIMD16<Int8>> = self .== other
    return unsafeBitCast(mask, to: SIMD16<UInt8>.self)
  }
}

extension Span<UInt8> {
  /// The sixteen bytes from `start` on, which must be there.
  @inline(__always)
  func lane(at start: Int) -> SIMD16<UInt8> {
    bytes.unsafeLoadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self)
  }

  /// The same without a check: the caller has made sure that the bytes are there.
  @inline(__always)
  fileprivate func uncheckedLane(at start: Int) -> SIMD16<UInt8> {
    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: SIMD16<UInt8>.self)
  }

  /// The eight bytes from `start` on, which must be there; the first one is the lowest.
  @inline(__always)
  func word(at start: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// The same without a check: the caller has made sure that the bytes are there.
  @inline(__always)
  func uncheckedWord(at start: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    )
  }
}
