/// Finds the records and fields of a CSV (RFC 4180): a state machine over bytes, without I/O.
///
/// Strict: what RFC 4180 does not allow is an error, because a field that ends in the wrong place
/// shifts every column behind it.
struct RecordScanner {
  /// A field's content, quotes not included.
  struct Field: Sendable, Hashable {
    let range: Range<Int>
    let isQuoted: Bool
    /// Whether two quotes stand for one somewhere inside.
    let hasEscapes: Bool
  }

  let delimiter: UInt8
  let recordLimit: Int
  private(set) var position = 0

  init(delimiter: UInt8, recordLimit: Int = CSVFormat().recordLimit, position: Int = 0) {
    self.delimiter = delimiter
    self.recordLimit = max(0, recordLimit)
    self.position = position
  }

  /// Replaces `fields` by those of the next record; returns false at the end.
  mutating func next(
    in bytes: Span<UInt8>,
    fields: inout [Field]
  ) throws(TextError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    let start = position
    // One byte beyond the limit tells that the record is too long. Nothing behind it is looked
    // at: where a chunk ends must not decide what the mistake is.
    let record = start..<min(bytes.count - start - 1, recordLimit) + start + 1
    repeat {
      let isQuoted = position < bytes.count && bytes[position] == .quote
      fields.append(
        try isQuoted ? quotedField(in: bytes, record) : plainField(in: bytes, record)
      )
      guard position - start <= recordLimit else { throw tooLong(record) }
    } while skipDelimiter(in: bytes)
    skipLineEnd(in: bytes)
    return true
  }

  private mutating func skipDelimiter(in bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == delimiter else { return false }
    position += 1
    return true
  }

  private mutating func skipLineEnd(in bytes: Span<UInt8>) {
    if position < bytes.count, bytes[position] == .carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == .lineFeed { position += 1 }
  }

  private mutating func plainField(
    in bytes: Span<UInt8>,
    _ record: Range<Int>
  ) throws(TextError) -> Field {
    let start = position
    while position < record.upperBound {
      let byte = bytes[position]
      if byte == delimiter || endsRecord(byte, in: bytes) { break }
      if byte == .quote { throw strayQuote(fieldStart: start, in: bytes) }
      if byte == 0 { throw Self.nulByte(at: position) }
      position += 1
    }
    return Field(range: start..<position, isQuoted: false, hasEscapes: false)
  }

  /// Whether the byte at the position is, or begins, the end of a record.
  private func endsRecord(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    if byte == .lineFeed { return true }
    guard byte == .carriageReturn else { return false }
    return position + 1 == bytes.count || bytes[position + 1] == .lineFeed
  }

  private mutating func quotedField(
    in bytes: Span<UInt8>,
    _ record: Range<Int>
  ) throws(TextError) -> Field {
    let open = position
    var hasEscapes = false
    position += 1
    while position < record.upperBound {
      let byte = bytes[position]
      if byte == 0 { throw Self.nulByte(at: position) }
      position += 1
      guard byte == .quote else { continue }
      guard position < bytes.count, bytes[position] == .quote else {
        try expectFieldEnd(in: bytes)
        return Field(range: open + 1..<position - 1, isQuoted: true, hasEscapes: hasEscapes)
      }
      hasEscapes = true
      position += 1
    }
    guard record.count <= recordLimit else {
      throw tooLong(record, hint: "a quoted field in it is perhaps never closed")
    }
    throw TextError(
      .unclosedQuote,
      "a quoted field is never closed",
      at: open..<open + 1,
      hint: "a quote inside a quoted field is written twice"
    )
  }

  private func expectFieldEnd(in bytes: Span<UInt8>) throws(TextError) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    guard byte == delimiter || endsRecord(byte, in: bytes) else {
      throw TextError(
        .textAfterQuote,
        "text after a closing quote",
        at: position..<position + 1,
        hint: "a quote inside a quoted field is written twice"
      )
    }
  }

  private func tooLong(_ record: Range<Int>, hint: String? = nil) -> TextError {
    TextError(
      .lineTooLong,
      "a record of more than \(recordLimit) bytes",
      at: record.lowerBound..<record.lowerBound + 1,
      hint: hint ?? "look for a missing line end"
    )
  }

  private func strayQuote(fieldStart: Int, in bytes: Span<UInt8>) -> TextError {
    var isBlank = true
    for index in fieldStart..<position where bytes[index] != .space { isBlank = false }
    return TextError(
      .strayQuote,
      "a quote inside a field without quotes",
      at: position..<position + 1,
      hint: isBlank
        ? "remove the blank before the quote" : "put the whole field in quotes, and this one twice"
    )
  }

  private static func nulByte(at position: Int) -> TextError {
    TextError(
      .nulByte,
      "a NUL byte",
      at: position..<position + 1,
      hint: "this is not text, or its writer was interrupted"
    )
  }
}

extension RecordScanner.Field {
  /// The content with doubled quotes made single.
  func content(in bytes: Span<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      content.append(bytes[index])
      index += hasEscapes && bytes[index] == .quote ? 2 : 1
    }
    return content
  }

  /// The content as text.
  func text(in bytes: Span<UInt8>) -> String {
    String(decoding: content(in: bytes), as: UTF8.self)
  }
}
