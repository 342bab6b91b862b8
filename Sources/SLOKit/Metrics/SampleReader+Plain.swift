/// The fast way through a chunk in which nothing is unusual.
///
/// Whatever is unusual (a stray quote, a row of another length, a cell that is not a number) makes
/// it give up, and the chunk is read by the state machine, which knows what to say about it. So
/// there is one place that judges, and this one only has to be right about what is plain.
extension SampleReader {
  /// So many rows are read column by column: the cells of one column are much alike, which the
  /// processor learns, and all of these rows stay in its nearest cache.
  private static let blockSize = 64

  /// Replaces what is in `batch` by the samples of a plain chunk; false when it is not plain.
  func readPlain(
    _ chunk: Chunk,
    from position: Int,
    into batch: inout SampleBatch,
    using ends: inout FieldEnds
  ) -> Bool {
    guard chunk.bytes.count - position <= recordLimit,
      ends.find(in: chunk, from: position, delimiter: delimiter, fieldCount: fieldCount)
    else { return false }
    batch.reset(capacity: ends.recordCount, hasTime: hasTime, absent: absentColumns)
    for start in stride(from: 0, to: ends.recordCount, by: Self.blockSize) {
      let rows = start..<min(start + Self.blockSize, ends.recordCount)
      for column in plainColumns {
        guard read(rows, of: column, chunk, ends, into: &batch) else { return false }
      }
    }
    // In front of the samples may be a header, which has as many lines as it likes.
    var lines = LineCounter(line: chunk.firstLine)
    let firstLine = lines.line(at: position, in: chunk.bytes.span)
    if ends.innerLineFeeds.isEmpty {
      batch.finish(count: ends.recordCount, firstLine: firstLine)
    } else {
      batch.finish(lines: ends.recordLines(from: firstLine, fieldCount: fieldCount))
    }
    return true
  }

  private func read(
    _ rows: Range<Int>,
    of column: PlainColumn,
    _ chunk: Chunk,
    _ ends: FieldEnds,
    into batch: inout SampleBatch
  ) -> Bool {
    let cells = FieldEnds.Cells(
      field: column.field,
      fieldCount: fieldCount,
      hasQuotes: ends.hasQuotes,
      hasReturns: ends.hasReturns && column.field == fieldCount - 1
    )
    let (bytes, places) = (chunk.bytes.span, ends.places.span)
    if column.isTime {
      return readTimes(rows, of: column, cells, in: bytes, places, into: &batch)
    }
    let first = batch.firstIndex(of: column.column)
    return readValues(rows, of: column, cells, in: bytes, places, into: &batch.values, at: first)
  }

  private func readValues(
    _ rows: Range<Int>,
    of column: PlainColumn,
    _ cells: FieldEnds.Cells,
    in bytes: Span<UInt8>,
    _ places: Span<UInt32>,
    into values: inout [Double],
    at first: Int
  ) -> Bool {
    var values = values.mutableSpan
    for row in rows {
      guard let cell = cells.cell(in: row, places, bytes),
        let value = value(cell, column, in: bytes)
      else { return false }
      values[first &+ row] = value
    }
    return true
  }

  private func readTimes(
    _ rows: Range<Int>,
    of column: PlainColumn,
    _ cells: FieldEnds.Cells,
    in bytes: Span<UInt8>,
    _ places: Span<UInt32>,
    into batch: inout SampleBatch
  ) -> Bool {
    var dates = DateCache()
    var (knownLength, knownDigits) = (0, 0)
    for row in rows {
      guard let cell = cells.cell(in: row, places, bytes) else { return false }
      // Of what these read, no two forms have one length, but for zeros or a sign in front.
      let isPlain =
        !cell.isEmpty && (UInt8(ascii: "1")...UInt8(ascii: "9")) ~= bytes[cell.lowerBound]
      if let time = dates.time(bytes, in: cell) {
        batch.times[row] = time
        if !isPlain || cell.count != knownLength {
          knownLength = isPlain ? cell.count : 0
          batch.note(TimestampForm(of: bytes, in: cell), at: row)
        }
        continue
      }
      if let time = TimestampParser.parse(bytes, in: cell) {
        batch.times[row] = time
        let isWhole = isPlain && cell.allSatisfy { bytes[$0].isDigit }
        if !isWhole || cell.count != knownDigits {
          knownDigits = isWhole ? cell.count : 0
          batch.note(TimestampForm(of: bytes, in: cell), at: row)
        }
        continue
      }
      do throws(TextError) {
        batch.times[row] = try decoders[column.decoder].time(.plain(cell), in: bytes)
      } catch {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func value(
    _ cell: Range<Int>,
    _ column: PlainColumn,
    in bytes: Span<UInt8>
  ) -> Double? {
    guard column.isNumber,
      let value = DecimalParser.parseShort(bytes, in: cell, powerOfTen: column.powerOfTen)
    else { return unusualValue(cell, column, in: bytes) }
    return column.accepts(value) ? value : nil
  }

  @inline(never)
  private func unusualValue(
    _ cell: Range<Int>,
    _ column: PlainColumn,
    in bytes: Span<UInt8>
  ) -> Double? {
    if column.isNumber {
      if cell.isEmpty || bytes.isNA(cell) { return .nan }
      if let value = DecimalParser.parseLong(bytes, in: cell, powerOfTen: column.powerOfTen)
        ?? DecimalParser.parse(bytes, in: cell, powerOfTen: column.powerOfTen)
      {
        return column.accepts(value) ? value : nil
      }
    }
    do throws(TextError) {
      return try decoders[column.decoder].value(.plain(cell), in: bytes)
    } catch {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether a cell is `NA`, as most cells without a measurement are.
  fileprivate func isNA(_ cell: Range<Int>) -> Bool {
    cell.count == 2 && self[cell.lowerBound] == UInt8(ascii: "N")
      && self[cell.lowerBound + 1] == UInt8(ascii: "A")
  }
}

extension RecordScanner.Field {
  /// What the state machine calls a cell of which the quotes are taken away.
  ///
  /// A quoted cell without quotes inside has the same content as one without quotes around it.
  fileprivate static func plain(_ cell: Range<Int>) -> RecordScanner.Field {
    RecordScanner.Field(range: cell, isQuoted: false, hasEscapes: false)
  }
}

/// What the fast way must know of a column, without anything that has to be counted or copied.
struct PlainColumn: Sendable {
  let field: Int
  /// The place of its decoder.
  let decoder: Int
  /// Its place in a batch.
  let column: Int
  let isTime: Bool
  /// Whether a cell that reads as a number is that number.
  let isNumber: Bool
  let powerOfTen: Int
  /// What its values lie between.
  let low: Double
  let high: Double

  /// Whether a number is one that the state machine would not look at twice.
  @inline(__always)
  func accepts(_ value: Double) -> Bool {
    value >= low && value <= high
  }

  init(_ decoder: ColumnDecoder, at place: Int) {
    field = decoder.field
    self.decoder = place
    column = decoder.column
    isTime = decoder.isTime
    switch decoder.kind {
    case .number(let unit, let bounds) where unit?.multiplier ?? 1 == 1:
      isNumber = !decoder.missing.hasNumbers
      powerOfTen = unit?.powerOfTen ?? 0
      let range = unit?.dimension == .ratio ? 0...1 : -Double.infinity...Double.infinity
      low = max(range.lowerBound, bounds?.lowerBound ?? -.infinity)
      high = min(range.upperBound, bounds?.upperBound ?? .infinity)
    case .unreferenced:
      isNumber = !decoder.missing.hasNumbers
      (powerOfTen, low, high) = (0, -.infinity, .infinity)
    case .number, .label, .time:
      (isNumber, powerOfTen, low, high) = (false, 0, -.infinity, .infinity)
    }
  }
}
