/// Up to 64 bytes, ready to be compared all at once.
struct ByteBlock {
  private typealias Lane = SIMD16<UInt8>

  private let lanes: (Lane, Lane, Lane, Lane)
  /// The bits of the bytes that are there; fewer than 64 only at the end.
  let bits: UInt64

  init(_ bytes: Span<UInt8>, at start: Int) {
    let count = bytes.count - start
    guard count < 64 else {
      // The guard leaves 64 bytes from `start`, which is what the four loads read.
      let raw = bytes.bytes
      lanes = (
        raw.unsafeLoadUnaligned(fromByteOffset: start, as: Lane.self),
        raw.unsafeLoadUnaligned(fromByteOffset: start + 16, as: Lane.self),
        raw.unsafeLoadUnaligned(fromByteOffset: start + 32, as: Lane.self),
        raw.unsafeLoadUnaligned(fromByteOffset: start + 48, as: Lane.self)
      )
      bits = .max
      return
    }
    var rest = (Lane(), Lane(), Lane(), Lane())
    for offset in 0..<count {
      let byte = bytes[start + offset]
      switch offset / 16 {
      case 0: rest.0[offset] = byte
      case 1: rest.1[offset - 16] = byte
      case 2: rest.2[offset - 32] = byte
      default: rest.3[offset - 48] = byte
      }
    }
    lanes = rest
    bits = count == 0 ? 0 : .max >> UInt64(64 - count)
  }

  /// The bits of the bytes that equal `byte`.
  @inline(__always)
  func bits(of byte: UInt8) -> UInt64 {
    // Typed vectors: with literals the comparison would be a loop over lanes.
    let pattern = Lane(repeating: byte)
    return Self.bits(lanes.0, pattern) | Self.bits(lanes.1, pattern) << 16
      | Self.bits(lanes.2, pattern) << 32 | Self.bits(lanes.3, pattern) << 48
  }

  @inline(__always)
  private static func bits(_ lane: Lane, _ pattern: Lane) -> UInt64 {
    let equal: SIMDMask<SIMD16<Int8>> = lane .== pattern
    let halves = unsafeBitCast(equal, to: SIMD2<UInt64>.self)
    // Each byte is all ones or zero. Keeping one bit of each, at its own place, and adding the
    // bytes up in the topmost one gathers them.
    let picked = halves & SIMD2<UInt64>(repeating: 0x8040_2010_0804_0201)
    return (picked[0] &* 0x0101_0101_0101_0101) >> 56
      | ((picked[1] &* 0x0101_0101_0101_0101) >> 56) << 8
  }
}

extension ByteBlock {
  /// How often `byte` occurs in `bytes`.
  static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: 64) {
      let block = ByteBlock(bytes, at: start)
      count += (block.bits(of: byte) & block.bits).nonzeroBitCount
    }
    return count
  }

  /// The place of the last `byte` in `bytes`.
  static func lastPlace(of byte: UInt8, in bytes: Span<UInt8>) -> Int? {
    for start in stride(from: 0, to: bytes.count, by: 64).reversed() {
      let block = ByteBlock(bytes, at: start)
      let found = block.bits(of: byte) & block.bits
      if found != 0 { return start + 63 - found.leadingZeroBitCount }
    }
    return nil
  }
}
