/// Where the fields of a chunk end.
///
/// Looking at sixteen bytes at a time, they are found several times faster than a state machine
/// walks over them. The places are kept for the next chunk, so that their memory is asked for once.
struct FieldEnds: Sendable {
  /// The place before the first field, then the end of each field: a field begins behind the place
  /// before its own.
  private(set) var places: [UInt32] = []
  private(set) var hasQuotes = false
  private(set) var hasReturns = false
  /// How many records there are, each of as many fields.
  private(set) var recordCount = 0
  /// The places of the line feeds inside quotes.
  private(set) var innerLineFeeds: [UInt32] = []

  /// How many places are written at a time: those that are too many are written over.
  private static let stride = 12

  /// Finds the ends of the records of `chunk` from `position` on.
  ///
  /// - Returns: False when something in them is unusual: a record of another length than
  ///   `fieldCount`, a NUL byte, a quote that neither opens nor closes a field, a carriage return
  ///   that does not end a line.
  mutating func find(
    in chunk: Chunk,
    from position: Int,
    delimiter: UInt8,
    fieldCount: Int
  ) -> Bool {
    let bytes = chunk.bytes.span
    guard position < bytes.count, bytes[bytes.count - 1] == .lineFeed, chunk.counts.zeros == 0,
      bytes.count <= UInt32.max
    else { return false }
    hasQuotes = chunk.counts.quotes > 0
    hasReturns = chunk.counts.carriageReturns > 0
    innerLineFeeds.removeAll(keepingCapacity: true)
    recordCount = chunk.counts.lineFeeds
    for index in 0..<position where bytes[index] == .lineFeed { recordCount -= 1 }
    // With more fields than that the records are not of one length.
    let limit = min(recordCount * fieldCount, bytes.count)
    let needed = 1 + limit + 72
    if places.count < needed { places = Array(repeating: 0, count: needed) }
    places[0] = UInt32(truncatingIfNeeded: position &- 1)
    let found =
      hasQuotes || hasReturns
      ? fillCarefully(bytes, from: position, delimiter: delimiter, limit: limit)
      : fill(bytes, from: position, delimiter: delimiter, limit: limit)
    recordCount -= innerLineFeeds.count
    let count = recordCount * fieldCount
    // A quote that is never closed leaves something behind the last end.
    return found == count && Int(places[count]) == bytes.count - 1
      && endsRecords(in: bytes, fieldCount: fieldCount)
  }

  /// Whether a line feed ends each record.
  ///
  /// There are as many records as line feeds that end one, so no other field ends with one then.
  private func endsRecords(in bytes: Span<UInt8>, fieldCount: Int) -> Bool {
    let places = places.span
    var index = fieldCount
    for _ in 0..<recordCount {
      guard bytes[Int(places[index])] == .lineFeed else { return false }
      index += fieldCount
    }
    return true
  }

  /// The way for what most files are: no quotes and no carriage returns.
  ///
  /// - Returns: How many ends there are, or `nil` when they are more than `limit`.
  private mutating func fill(
    _ bytes: Span<UInt8>,
    from position: Int,
    delimiter: UInt8,
    limit: Int
  ) -> Int? {
    var places = places.mutableSpan
    var found = 0
    // The bytes in front of the position are the header.
    var wanted = UInt64.max << UInt64(position % 64)
    for start in Swift.stride(from: position & ~63, to: bytes.count, by: 64) {
      let block = ByteBlock(bytes, at: start)
      let ends = block.bits(of: delimiter, or: .lineFeed) & wanted
      wanted = .max
      guard found &+ ends.nonzeroBitCount <= limit else { return nil }
      found &+= Self.write(ends, at: start, to: &places, from: found &+ 1)
    }
    return found
  }

  /// The way with quotes and carriage returns, which must all be where they belong.
  private mutating func fillCarefully(
    _ bytes: Span<UInt8>,
    from position: Int,
    delimiter: UInt8,
    limit: Int
  ) -> Int? {
    // Out of the ends, so that both lists can change at a time.
    var inner: [UInt32] = []
    swap(&inner, &innerLineFeeds)
    defer { swap(&inner, &innerLineFeeds) }
    var places = places.mutableSpan
    var found = 0
    var check = QuoteCheck()
    var wanted = UInt64.max << UInt64(position % 64)
    var firstByte: UInt64 = 1 << UInt64(position % 64)
    for start in Swift.stride(from: position & ~63, to: bytes.count, by: 64) {
      let block = ByteBlock(bytes, at: start)
      check.take(
        quotes: block.bits(of: .quote) & wanted,
        separators: block.bits(of: delimiter, or: .lineFeed) & wanted,
        lineFeeds: block.bits(of: .lineFeed) & wanted,
        returns: block.bits(of: .carriageReturn) & wanted,
        firstByte: firstByte
      )
      (wanted, firstByte) = (.max, 0)
      let ends = check.fieldEnds
      guard check.isUsual, found &+ ends.nonzeroBitCount <= limit else { return nil }
      found &+= Self.write(ends, at: start, to: &places, from: found &+ 1)
      Self.append(check.innerLineFeeds, at: start, to: &inner)
    }
    return found
  }

  /// Appends the places of the set bits, which are few.
  private static func append(_ bits: UInt64, at start: Int, to places: inout [UInt32]) {
    var rest = bits
    while rest != 0 {
      places.append(UInt32(truncatingIfNeeded: start + rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
  }

  /// Writes the places of the set bits from the place `first` on; returns how many they are.
  ///
  /// Twelve at a time, whether there are so many or not: how many there are cannot be predicted,
  /// and a wrong guess costs more. At most 72 are written, for which there is room behind the last.
  @inline(__always)
  private static func write(
    _ bits: UInt64,
    at start: Int,
    to places: inout MutableSpan<UInt32>,
    from first: Int
  ) -> Int {
    let count = bits.nonzeroBitCount
    var rest = bits
    var place = first
    repeat {
      for _ in 0..<stride / 4 {
        writeNext(of: &rest, at: start, to: &places, place)
        writeNext(of: &rest, at: start, to: &places, place &+ 1)
        writeNext(of: &rest, at: start, to: &places, place &+ 2)
        writeNext(of: &rest, at: start, to: &places, place &+ 3)
        place &+= 4
      }
    } while place < first &+ count
    return count
  }

  @inline(__always)
  private static func writeNext(
    of rest: inout UInt64,
    at start: Int,
    to places: inout MutableSpan<UInt32>,
    _ place: Int
  ) {
    // The topmost bit stands for the end of the bits, so that there always is one.
    let bit = (rest | 1 << 63).trailingZeroBitCount
    // The caller has seen that the ends fit, and there is room for 72 more.
    places[unchecked: place] = UInt32(truncatingIfNeeded: start &+ bit)
    rest &= rest &- 1
  }
}

extension FieldEnds {
  /// The line that each record begins on, when the first line after the header is `firstLine`.
  func recordLines(from firstLine: Int, fieldCount: Int) -> [Int] {
    var lines: [Int] = []
    lines.reserveCapacity(recordCount)
    var inner = 0
    for record in 0..<recordCount {
      let start = record * fieldCount
      // The place before the first record may be none.
      while inner < innerLineFeeds.count, record > 0, innerLineFeeds[inner] < places[start] {
        inner += 1
      }
      lines.append(firstLine + record + inner)
    }
    return lines
  }
}

extension FieldEnds {
  /// Where the cells of one column are.
  struct Cells {
    let field: Int
    let fieldCount: Int
    let hasQuotes: Bool
    /// Whether a carriage return may stand behind a cell.
    let hasReturns: Bool

    /// The place of a cell without what is around it, or `nil` when there are quotes in it.
    @inline(__always)
    func cell(in row: Int, _ places: Span<UInt32>, _ bytes: Span<UInt8>) -> Range<Int>? {
      // There are places for all fields of all records, of which `row` is one.
      let index = row &* fieldCount &+ field
      let start = Int(places[unchecked: index] &+ 1)
      // Places ascend, so the end is not before the start.
      let cell = Range(uncheckedBounds: (start, Int(places[unchecked: index &+ 1])))
      return hasQuotes || hasReturns ? bare(cell, in: bytes) : cell
    }

    @inline(never)
    private func bare(_ written: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
      var cell = written
      if hasReturns, let last = cell.last, bytes[last] == .carriageReturn { cell.removeLast() }
      guard hasQuotes, let first = cell.first, bytes[first] == .quote else { return cell }
      cell = first + 1..<cell.upperBound - 1
      for index in cell where bytes[index] == .quote { return nil }
      return cell
    }
  }
}
