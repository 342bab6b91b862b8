/// A part of a CSV that begins and ends with whole records.
struct Chunk: Sendable {
  private(set) var bytes: [UInt8]
  let counts: ByteCounts
  /// The number of the first line.
  let firstLine: Int
  let isLast: Bool

  init(bytes: [UInt8], counts: ByteCounts? = nil, firstLine: Int, isLast: Bool) {
    self.bytes = bytes
    self.counts = counts ?? ByteCounts(bytes.span)
    self.firstLine = firstLine
    self.isLast = isLast
  }

  /// Takes the memory of the chunk, which is of no more use then.
  mutating func takeMemory() -> [UInt8] {
    var memory: [UInt8] = []
    swap(&memory, &bytes)
    return memory
  }
}

/// Cuts a stream into chunks at the borders of records.
///
/// Memory is bounded by the chunk size plus the longest record, whatever the size of the file.
struct ChunkReader {
  private var stream: ByteStream
  private let chunkSize: Int
  private let recordLimit: Int
  /// The record that the last chunk ended in.
  private var rest: [UInt8] = []
  private var nextLine = 1
  private var isAtEnd = false
  /// How many bytes were read so far.
  private(set) var byteCount = 0

  init(_ stream: ByteStream, chunkSize: Int = 1 << 18, recordLimit: Int) {
    self.stream = stream
    self.chunkSize = max(1, chunkSize)
    self.recordLimit = recordLimit
  }

  /// The next chunk, or `nil` after the last one.
  ///
  /// Its bytes are put into `memory`, which is empty then, when that is large enough: memory that
  /// the system hands out anew for each chunk would cost as much as reading it.
  mutating func next(reusing memory: inout [UInt8]) throws(Diagnostic) -> Chunk? {
    guard !isAtEnd else { return nil }
    var bytes: [UInt8] = []
    swap(&bytes, &memory)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: rest)
    var wanted = chunkSize
    while true {
      try fill(&bytes, to: wanted)
      let counts = ByteCounts(bytes.span)
      if isAtEnd { return take(&bytes, upTo: bytes.count, counts) }
      if let end = Self.lastRecordEnd(in: bytes.span, counts) {
        return take(&bytes, upTo: end, counts)
      }
      // A record without an end within the limit is handed over as it is: the scanner finds out
      // what is wrong with it. The byte more is the first one of a CR LF.
      guard bytes.count - 1 <= recordLimit else { return take(&bytes, upTo: bytes.count, counts) }
      wanted = bytes.count + chunkSize
    }
  }

  private mutating func fill(_ bytes: inout [UInt8], to count: Int) throws(Diagnostic) {
    while bytes.count < count {
      let received = try stream.read(count - bytes.count, into: &bytes)
      byteCount += received
      guard received > 0 else {
        isAtEnd = true
        return
      }
    }
  }

  /// The place behind the last line feed that is not inside quotes.
  private static func lastRecordEnd(in bytes: Span<UInt8>, _ counts: ByteCounts) -> Int? {
    guard counts.quotes > 0 else {
      var end = bytes.count
      while end > 0, bytes[end - 1] != .lineFeed { end -= 1 }
      return end > 0 ? end : nil
    }
    var parity = QuoteParity()
    var end: Int?
    for start in stride(from: 0, to: bytes.count, by: 64) {
      let block = ByteBlock(bytes, at: start)
      let ends = block.bits(of: .lineFeed) & ~parity.inside(block.bits(of: .quote))
      if ends != 0 { end = start + 64 - ends.leadingZeroBitCount }
    }
    return end
  }

  private mutating func take(
    _ bytes: inout [UInt8],
    upTo end: Int,
    _ all: ByteCounts
  ) -> Chunk {
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: bytes[end...])
    bytes.removeLast(rest.count)
    let counts = rest.isEmpty ? all : all.subtracting(ByteCounts(rest.span))
    let firstLine = nextLine
    nextLine += counts.lineFeeds
    if counts.carriageReturns > 0 { nextLine += Self.loneReturns(in: bytes.span) }
    return Chunk(bytes: bytes, counts: counts, firstLine: firstLine, isLast: isAtEnd)
  }

  /// How many carriage returns end a line by themselves.
  private static func loneReturns(in bytes: Span<UInt8>) -> Int {
    var count = 0
    var isLineEnd: UInt64 = 0
    // Backwards, since the next byte decides.
    for start in stride(from: 0, to: bytes.count, by: 64).reversed() {
      let block = ByteBlock(bytes, at: start)
      let lineFeeds = block.bits(of: .lineFeed)
      let followed = lineFeeds >> 1 | isLineEnd << 63
      count += (block.bits(of: .carriageReturn) & ~followed).nonzeroBitCount
      isLineEnd = lineFeeds & 1
    }
    return count
  }
}
