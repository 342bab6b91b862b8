/// Turns chunks of a CSV into batches of samples, reading only the columns that somebody needs.
struct SampleReader: Sendable {
  let fieldCount: Int
  let delimiter: UInt8
  let recordLimit: Int
  /// In the order of their fields.
  let decoders: [ColumnDecoder]
  let columnCount: Int
  let plainColumns: [PlainColumn]
  /// The columns of a batch that no field is read for.
  let absentColumns: [Int]
  /// Whether one of the fields holds the time.
  let hasTime: Bool

  init(
    fieldCount: Int,
    delimiter: UInt8,
    recordLimit: Int,
    decoders: [ColumnDecoder],
    columnCount: Int
  ) {
    self.fieldCount = fieldCount
    self.delimiter = delimiter
    self.recordLimit = recordLimit
    self.decoders = decoders.sorted { $0.field < $1.field }
    self.columnCount = columnCount
    let decoders = self.decoders
    plainColumns = decoders.indices.map { PlainColumn(decoders[$0], at: $0) }
    hasTime = decoders.contains(where: \.isTime)
    absentColumns = (0..<columnCount).filter { column in
      !decoders.contains { $0.column == column && !$0.isTime }
    }
  }

  /// Replaces what is in `batch` by the samples of `chunk` from `position` on.
  ///
  /// `ends` is memory for the work.
  ///
  /// - Returns: The line of an empty row that nothing but empty rows follows, which is fine at the
  ///   end of a file.
  func read(
    _ chunk: Chunk,
    from position: Int = 0,
    into batch: inout SampleBatch,
    using ends: inout FieldEnds
  ) throws(TextError) -> Int? {
    if readPlain(chunk, from: position, into: &batch, using: &ends) { return nil }
    return try readAny(chunk, from: position, into: &batch)
  }

  /// The same, whatever is in the chunk: what is wrong is reported here.
  func readAny(
    _ chunk: Chunk,
    from position: Int = 0,
    into batch: inout SampleBatch
  ) throws(TextError) -> Int? {
    var scanner = RecordScanner(
      delimiter: delimiter,
      recordLimit: recordLimit,
      position: position
    )
    // A line feed ends a record at most, and the last record may lack one.
    batch.reset(capacity: chunk.counts.lineFeeds + 1, hasTime: hasTime, absent: absentColumns)
    var fields: [RecordScanner.Field] = []
    var lines = LineCounter(line: chunk.firstLine)
    var trailingEmptyLine: Int?
    var emptyRow: Range<Int>?
    let bytes = chunk.bytes.span
    while true {
      let start = scanner.position
      do throws(TextError) {
        guard try scanner.next(in: bytes, fields: &fields) else { return trailingEmptyLine }
      } catch {
        // The empty row comes before any other mistake in what follows it.
        throw emptyRow.map { Self.emptyRow(at: $0) } ?? error
      }
      let line = lines.line(at: start, in: bytes)
      if fieldCount > 1, fields.count == 1, fields[0].range.isEmpty, !fields[0].isQuoted {
        trailingEmptyLine = trailingEmptyLine ?? line
        emptyRow = emptyRow ?? start..<start + 1
        continue
      }
      if let emptyRow { throw Self.emptyRow(at: emptyRow) }
      guard fields.count == fieldCount else {
        throw wrongFieldCount(fields, start..<scanner.position, in: chunk)
      }
      batch.beginSample(line: line)
      for decoder in decoders {
        try decoder.decode(fields[decoder.field], in: bytes, to: &batch)
      }
    }
  }

  static func emptyRow(at place: Range<Int>) -> TextError {
    TextError(.raggedRow, "an empty row between samples", at: place, hint: "remove it")
  }

  private func wrongFieldCount(
    _ fields: [RecordScanner.Field],
    _ record: Range<Int>,
    in chunk: Chunk
  ) -> TextError {
    let isCut =
      chunk.isLast && record.upperBound == chunk.bytes.count && chunk.bytes.last != .lineFeed
      && fields.count < fieldCount
    let place =
      fields.count > fieldCount ? fields[fieldCount].range.lowerBound : record.lowerBound
    let expectation = "expected \(fieldCount) fields, found \(fields.count)"
    return isCut
      ? TextError(
        .truncatedRow,
        "the last row is incomplete: \(expectation) and no line end",
        at: place..<place + 1,
        hint: "its writer may still be at work, or was interrupted"
      )
      : TextError(
        .raggedRow,
        expectation,
        at: place..<place + 1,
        hint: "every row must have as many fields as the header"
      )
  }
}

/// Counts lines while a scanner moves forward.
struct LineCounter {
  private var line: Int
  private var position = 0

  init(line: Int) {
    self.line = line
  }

  /// The line of `position`, which never goes back.
  mutating func line(at position: Int, in bytes: Span<UInt8>) -> Int {
    while self.position < position {
      if SourceText.endsLine(at: self.position, in: bytes) { line += 1 }
      self.position += 1
    }
    return line
  }
}
