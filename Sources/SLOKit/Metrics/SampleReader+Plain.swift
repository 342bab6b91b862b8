/// The fast way through a chunk in which nothing is unusual.
///
/// Whatever is unusual (a quote, a row of another length, a cell that is not a number) makes it
/// give up, and the chunk is read by the state machine, which knows what to say about it. So there
/// is one place that judges, and this one only has to be right about what is plain.
extension SampleReader {
  /// The samples of a plain chunk, or `nil`.
  func readPlain(_ chunk: Chunk, from position: Int) -> Part? {
    let bytes = chunk.bytes.span
    guard chunk.bytes.last == .lineFeed, bytes.count - position <= recordLimit,
      let index = SeparatorIndex(bytes, from: position, delimiter: delimiter)
    else { return nil }
    let rows = index.lineCount
    var table = PlainTable(rows: rows, columns: columnCount, hasTime: hasTime)
    var fieldEnds = BitCursor(index.fieldEnds)
    var lineEnds = BitCursor(index.lineEnds)
    var start = position
    for row in 0..<rows {
      guard let lineEnd = lineEnds.advance(by: 1),
        readRow(row, start: start, lineEnd: lineEnd, &fieldEnds, in: bytes, into: &table)
      else { return nil }
      start = lineEnd + 1
    }
    let header = chunk.bytes[..<position].count { $0 == .lineFeed }
    return Part(batch: table.batch(firstLine: chunk.firstLine + header))
  }

  /// Reads the wanted fields of one row; false when the row is not plain.
  private func readRow(
    _ row: Int,
    start: Int,
    lineEnd: Int,
    _ fieldEnds: inout BitCursor,
    in bytes: Span<UInt8>,
    into table: inout PlainTable
  ) -> Bool {
    var passed = 0
    var cell = start..<start
    for number in plainColumns.indices {
      let column = plainColumns[number]
      // Two columns may be read from one field.
      if column.field >= passed {
        var cellStart = start
        if column.field > passed {
          guard let before = fieldEnds.advance(by: column.field - passed) else { return false }
          cellStart = before + 1
        } else if passed > 0 {
          cellStart = cell.upperBound + 1
        }
        guard let end = fieldEnds.advance(by: 1), end >= cellStart, end <= lineEnd else {
          return false
        }
        cell = cellStart..<end
        passed = column.field + 1
      }
      guard read(cell, number, row, in: bytes, into: &table) else { return false }
    }
    if passed == fieldCount { return cell.upperBound == lineEnd }
    return fieldEnds.advance(by: fieldCount - passed) == lineEnd
  }

  private func read(
    _ cell: Range<Int>,
    _ number: Int,
    _ row: Int,
    in bytes: Span<UInt8>,
    into table: inout PlainTable
  ) -> Bool {
    let column = plainColumns[number]
    if column.isNumber,
      let value = DecimalParser.parse(bytes, in: cell, powerOfTen: column.powerOfTen)
    {
      guard !column.isRatio || (value >= 0 && value <= 1) else { return false }
      table.set(value, row: row, column: column.column)
      return true
    }
    // The line's carriage return is behind its last field.
    let end =
      cell.isEmpty || bytes[cell.upperBound - 1] != .carriageReturn
      ? cell.upperBound : cell.upperBound - 1
    let field = RecordScanner.Field(
      range: cell.lowerBound..<end,
      isQuoted: false,
      hasEscapes: false
    )
    do throws(TextError) {
      switch decoders[number].kind {
      case .time: table.set(try decoders[number].time(field, in: bytes), row: row)
      case .number, .label, .unreferenced:
        let value = try decoders[number].value(field, in: bytes)
        table.set(value, row: row, column: column.column)
      }
      return true
    } catch {
      return false
    }
  }
}

/// What the fast way must know of a column, without anything that has to be counted or copied.
struct PlainColumn: Sendable {
  let field: Int
  let column: Int
  /// Whether a cell that reads as a number is that number.
  let isNumber: Bool
  let powerOfTen: Int
  let isRatio: Bool

  init(_ decoder: ColumnDecoder) {
    field = decoder.field
    column = decoder.column
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

/// The values of a chunk in one piece of memory, column by column.
private struct PlainTable {
  private let rows: Int
  private let columns: Int
  private var values: [Double]
  private var times: [Timestamp?]

  init(rows: Int, columns: Int, hasTime: Bool) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: .nan, count: rows * columns)
    times = hasTime ? Array(repeating: nil, count: rows) : []
  }

  mutating func set(_ value: Double, row: Int, column: Int) {
    values[column * rows + row] = value
  }

  mutating func set(_ time: Timestamp?, row: Int) {
    times[row] = time
  }

  func batch(firstLine: Int) -> SampleBatch {
    SampleBatch(
      lines: Array(firstLine..<firstLine + rows),
      times: times,
      columns: (0..<columns).map { Array(values[$0 * rows..<($0 + 1) * rows]) }
    )
  }
}
