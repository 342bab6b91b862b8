/// Where the fields and the lines of a plain chunk end: one bit for each byte.
///
/// Plain means that every delimiter and every line feed separates: there are no quotes, no NUL
/// bytes and no carriage returns other than those in front of a line feed. Looking at sixteen bytes
/// at a time, the index is made several times faster than a state machine walks over them, and
/// fields that nobody needs are passed over by counting bits.
struct SeparatorIndex: Sendable {
  /// Bits of delimiters and line feeds.
  let fieldEnds: [UInt64]
  /// Bits of line feeds.
  let lineEnds: [UInt64]

  /// Makes the index of `bytes` from `position` on, or returns `nil` when they are not plain.
  init?(_ bytes: Span<UInt8>, from position: Int, delimiter: UInt8) {
    let wordCount = (bytes.count + 63) / 64
    var fieldEnds = [UInt64](repeating: 0, count: wordCount)
    var lineEnds = fieldEnds
    var returnBefore: UInt64 = 0
    for word in position / 64..<wordCount {
      let block = ByteBlock(bytes, at: word * 64)
      // Bytes in front of the position belong to the header.
      let wanted = word == position / 64 ? UInt64.max << UInt64(position % 64) : .max
      guard block.bits(of: .quote) & wanted == 0, block.bits(of: 0) & block.bits & wanted == 0
      else { return nil }
      let lines = block.bits(of: .lineFeed) & wanted
      let returns = block.bits(of: .carriageReturn) & wanted
      let mustBeLines = returns << 1 | returnBefore
      guard mustBeLines & ~lines == 0 else { return nil }
      returnBefore = returns >> 63
      lineEnds[word] = lines
      fieldEnds[word] = lines | block.bits(of: delimiter) & wanted
    }
    guard returnBefore == 0 else { return nil }
    self.fieldEnds = fieldEnds
    self.lineEnds = lineEnds
  }

  /// How many lines end.
  var lineCount: Int { lineEnds.reduce(0) { $0 + $1.nonzeroBitCount } }
}

/// Walks over the set bits of an index, from front to back.
struct BitCursor {
  private let words: [UInt64]
  private var index = 0
  private var word: UInt64

  init(_ words: [UInt64]) {
    self.words = words
    word = words.first ?? 0
  }

  /// Passes over `count` set bits, at least one, and returns the place of the last of them, or
  /// `nil` when there are not so many.
  mutating func advance(by count: Int) -> Int? {
    var rest = count
    while word.nonzeroBitCount < rest {
      rest -= word.nonzeroBitCount
      index += 1
      guard index < words.count else { return nil }
      word = words[index]
    }
    for _ in 1..<rest { word &= word &- 1 }
    let bit = word.trailingZeroBitCount
    word &= word &- 1
    return index * 64 + bit
  }
}

/// Up to 64 bytes, ready to be compared all at once.
private struct ByteBlock {
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
