/// The fast way through a chunk in which nothing is unusual.
///
/// Whatever is unusual (a stray quote, a row of another length, a cell that is not a number) makes
/// it give up, and the chunk is read by the state machine, which knows what to say about it. So
/// there is one place that judges, and this one only has to be right about what is plain.
extension SampleReader {
  /// Replaces what is in `batch` by the samples of a plain chunk; false when it is not plain.
  func readPlain(_ chunk: Chunk, from position: Int, into batch: inout SampleBatch) -> Bool {
    let bytes = chunk.bytes.span
    guard position < bytes.count, bytes[bytes.count - 1] == .lineFeed,
      bytes.count - position <= recordLimit,
      let index = SeparatorIndex(chunk, from: position, delimiter: delimiter),
      // Newlines inside quotes make lines and records differ.
      index.innerLineFeeds.isEmpty
    else { return false }
    batch.reset(capacity: index.recordCount, hasTime: hasTime, absent: absentColumns)
    guard readRows(of: chunk, from: position, index, into: &batch) else { return false }
    batch.finish(
      count: index.recordCount,
      firstLine: chunk.firstLine + chunk.counts.lineFeeds - index.recordCount
    )
    return true
  }

  private func readRows(
    of chunk: Chunk,
    from position: Int,
    _ index: SeparatorIndex,
    into batch: inout SampleBatch
  ) -> Bool {
    let bytes = chunk.bytes.span
    let fieldEnds = index.fieldEnds.span
    let columns = plainColumns.span
    let rowCapacity = batch.capacity
    let restOfRow = fieldCount - 1 - (plainColumns.last?.field ?? -1)
    // Out of the batch, so that both can change at a time.
    var (ownValues, ownTimes): ([Double], [Timestamp?]) = ([], [])
    swap(&ownValues, &batch.values)
    swap(&ownTimes, &batch.times)
    defer {
      swap(&ownValues, &batch.values)
      swap(&ownTimes, &batch.times)
    }
    var values = ownValues.mutableSpan
    var times = ownTimes.mutableSpan
    var dates = DateCache()
    var cursor = BitCursor(fieldEnds, at: position / 64)
    var start = position
    for row in 0..<index.recordCount {
      var end = start
      for number in columns.indices {
        let column = columns[number]
        if column.skippedFields >= 0 {
          if column.skippedFields > 0 {
            start = cursor.pass(column.skippedFields, in: fieldEnds) &+ 1
          }
          end = cursor.pass(1, in: fieldEnds)
        }
        guard end < bytes.count else { return false }
        var cell = PlainCell(start: start, end: end)
        if index.hasReturns, column.isLastField { cell.dropReturn(in: bytes) }
        if index.hasQuotes, !cell.dropQuotes(in: bytes) { return false }
        if column.isTime {
          guard let time = time(cell, number, in: bytes, &dates) else { return false }
          times[row] = time.value
        } else {
          guard let value = value(cell, column, number, in: bytes) else { return false }
          values[column.column &* rowCapacity &+ row] = value
        }
        if column.isReadOnce { start = end &+ 1 }
      }
      if restOfRow > 0 { end = cursor.pass(restOfRow, in: fieldEnds) }
      // As many rows as line feeds, and each ends with one: then no other field end is a line feed.
      guard end < bytes.count, bytes[end] == .lineFeed else { return false }
      start = end &+ 1
    }
    return start == bytes.count
  }

  @inline(__always)
  private func value(
    _ cell: PlainCell,
    _ column: PlainColumn,
    _ number: Int,
    in bytes: Span<UInt8>
  ) -> Double? {
    if column.isNumber {
      if let value = DecimalParser.parseShort(
        bytes,
        from: cell.start,
        to: cell.end,
        powerOfTen: column.powerOfTen
      ) {
        return column.isRatio && !(value >= 0 && value <= 1) ? nil : value
      }
      if cell.isMissing(in: bytes) { return .nan }
    }
    return unusualValue(cell, column, number, in: bytes)
  }

  @inline(never)
  private func unusualValue(
    _ cell: PlainCell,
    _ column: PlainColumn,
    _ number: Int,
    in bytes: Span<UInt8>
  ) -> Double? {
    if column.isNumber,
      let value = DecimalParser.parse(
        bytes,
        in: cell.start..<cell.end,
        powerOfTen: column.powerOfTen
      )
    {
      return column.isRatio && !(value >= 0 && value <= 1) ? nil : value
    }
    do throws(TextError) {
      return try decoders[number].value(cell.field, in: bytes)
    } catch {
      return nil
    }
  }

  @inline(__always)
  private func time(
    _ cell: PlainCell,
    _ number: Int,
    in bytes: Span<UInt8>,
    _ dates: inout DateCache
  ) -> ReadTime? {
    if let time = dates.time(bytes, from: cell.start, to: cell.end) { return ReadTime(value: time) }
    return unusualTime(cell, number, in: bytes)
  }

  @inline(never)
  private func unusualTime(
    _ cell: PlainCell,
    _ number: Int,
    in bytes: Span<UInt8>
  ) -> ReadTime? {
    do throws(TextError) {
      return ReadTime(value: try decoders[number].time(cell.field, in: bytes))
    } catch {
      return nil
    }
  }
}

/// A time that was read; `nil` inside when it is NA.
private struct ReadTime {
  let value: Timestamp?
}

/// Where a cell's content is.
private struct PlainCell {
  var start: Int
  var end: Int

  /// What the state machine calls a cell.
  ///
  /// A quoted cell without quotes inside has the same content as one without quotes around it.
  var field: RecordScanner.Field {
    RecordScanner.Field(range: start..<end, isQuoted: false, hasEscapes: false)
  }

  /// Leaves out the carriage return of the line's end.
  mutating func dropReturn(in bytes: Span<UInt8>) {
    if start < end, bytes[end &- 1] == .carriageReturn { end &-= 1 }
  }

  /// Leaves out the quotes around the content; false when there are quotes in it, too.
  mutating func dropQuotes(in bytes: Span<UInt8>) -> Bool {
    guard start < end, bytes[start] == .quote else { return true }
    start &+= 1
    end &-= 1
    for index in start..<end where bytes[index] == .quote { return false }
    return true
  }

  /// Whether the cell is empty or `NA`, as nearly all cells without a measurement are.
  @inline(__always)
  func isMissing(in bytes: Span<UInt8>) -> Bool {
    if start == end { return true }
    return end &- start == 2 && bytes[start] == UInt8(ascii: "N")
      && bytes[start &+ 1] == UInt8(ascii: "A")
  }
}

/// What the fast way must know of a column, without anything that has to be counted or copied.
struct PlainColumn: Sendable {
  let field: Int
  let column: Int
  /// The fields between the column before and this one; −1 when both are read from one field.
  let skippedFields: Int
  /// Whether the next column is read from another field.
  let isReadOnce: Bool
  let isLastField: Bool
  let isTime: Bool
  /// Whether a cell that reads as a number is that number.
  let isNumber: Bool
  let powerOfTen: Int
  let isRatio: Bool

  /// The columns of decoders that are in the order of their fields.
  static func all(_ decoders: [ColumnDecoder], fieldCount: Int) -> [PlainColumn] {
    decoders.indices.map { index in
      PlainColumn(
        decoders[index],
        before: index > 0 ? decoders[index - 1].field : -1,
        after: index + 1 < decoders.count ? decoders[index + 1].field : fieldCount,
        fieldCount: fieldCount
      )
    }
  }

  private init(_ decoder: ColumnDecoder, before: Int, after: Int, fieldCount: Int) {
    field = decoder.field
    column = decoder.column
    skippedFields = decoder.field - before - 1
    isReadOnce = after != decoder.field
    isLastField = decoder.field == fieldCount - 1
    isTime = decoder.isTime
    guard case .number(let unit) = decoder.kind, !decoder.missing.hasNumbers,
      unit?.multiplier ?? 1 == 1
    else {
      (isNumber, powerOfTen, isRatio) = (false, 0, false)
      return
    }
    isNumber = true
    powerOfTen = unit?.powerOfTen ?? 0
    isRatio = unit?.dimension == .ratio
  }
}
