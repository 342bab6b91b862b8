/// A part of a CSV that begins and ends with whole records.
struct Chunk: Sendable {
  let bytes: [UInt8]
  /// The number of the first line.
  let firstLine: Int
  let isLast: Bool
}

/// Cuts a stream into chunks at the borders of records.
///
/// Memory is bounded by the chunk size plus the longest record, whatever the size of the file.
struct ChunkReader {
  private var stream: ByteStream
  private let chunkSize: Int
  private let recordLimit: Int
  private var buffer: [UInt8] = []
  private var nextLine = 1
  private var isAtEnd = false

  init(_ stream: ByteStream, chunkSize: Int = 1 << 18, recordLimit: Int) {
    self.stream = stream
    self.chunkSize = max(1, chunkSize)
    self.recordLimit = recordLimit
  }

  /// The next chunk, or `nil` after the last one.
  mutating func next() throws(Diagnostic) -> Chunk? {
    guard !isAtEnd else { return nil }
    var wanted = chunkSize
    while true {
      try fill(to: wanted)
      if isAtEnd { return take(buffer.count) }
      if let cut = lastRecordEnd() { return take(cut) }
      // A record without an end within the limit is handed over as it is: the scanner finds out
      // what is wrong with it. The byte more is the first one of a CR LF.
      guard buffer.count <= recordLimit + 1 else { return take(buffer.count) }
      wanted = buffer.count + chunkSize
    }
  }

  private mutating func fill(to count: Int) throws(Diagnostic) {
    while buffer.count < count {
      guard try stream.read(count - buffer.count, into: &buffer) > 0 else {
        isAtEnd = true
        return
      }
    }
  }

  /// The place behind the last line feed that is not inside quotes.
  ///
  /// Every quote opens or closes: a doubled one does both, and any other use is an error that the
  /// scanner meets before it meets what comes behind.
  private func lastRecordEnd() -> Int? {
    if ByteBlock.count(of: .quote, in: buffer.span) == 0 {
      return ByteBlock.lastPlace(of: .lineFeed, in: buffer.span).map { $0 + 1 }
    }
    var isInside = false
    var end: Int?
    for index in buffer.indices {
      switch buffer[index] {
      case .quote: isInside.toggle()
      case .lineFeed where !isInside: end = index + 1
      default: break
      }
    }
    return end
  }

  private mutating func take(_ count: Int) -> Chunk {
    let rest = Array(buffer[count...])
    buffer.removeLast(buffer.count - count)
    let chunk = Chunk(bytes: buffer, firstLine: nextLine, isLast: isAtEnd)
    nextLine += lineCount
    buffer = rest
    return chunk
  }

  /// How many lines end in the buffer.
  private var lineCount: Int {
    let bytes = buffer.span
    guard ByteBlock.count(of: .carriageReturn, in: bytes) > 0 else {
      return ByteBlock.count(of: .lineFeed, in: bytes)
    }
    return buffer.indices.count { SourceText.endsLine(at: $0, in: bytes) }
  }
}
