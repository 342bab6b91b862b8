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
