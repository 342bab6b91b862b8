/// The names of a file's columns and how its fields are set apart.
struct MetricsHeader: Sendable, Hashable {
  let names: [String]
  let delimiter: UInt8

  /// The names that a column of timestamps usually has, in the order of preference.
  static let timeNames = ["timestamp", "ts", "time", "timeStamp", "date"]

  /// The column that holds the time, going by its name; one that differs in upper and lower case
  /// only where no other does.
  var timeColumn: String? {
    Self.timeNames.first { names.contains($0) }
      ?? names.first { name in Self.timeNames.contains { $0.isEqualIgnoringCase(to: name) } }
  }

  /// The columns that could hold the time, going by their names.
  var timeColumns: [String] { names.filter { Self.timeNames.contains($0) } }
}

extension MetricsHeader {
  /// Reads the header at the start of a file; the scanner stands behind it then.
  static func read(
    _ chunk: Chunk,
    format: CSVFormat,
    scanner: inout RecordScanner
  ) throws(TextError) -> MetricsHeader {
    try checkEncoding(chunk.bytes)
    let start = chunk.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    guard start < chunk.bytes.count else {
      throw TextError(
        .emptyFile,
        "the file is empty",
        at: 0..<0,
        hint: "find out why its writer wrote nothing"
      )
    }
    let delimiter =
      if let given = format.delimiter { given } else {
        try shownDelimiter(in: chunk.bytes, from: start)
      }
    scanner = RecordScanner(
      delimiter: delimiter,
      recordLimit: format.recordLimit,
      position: start
    )
    if let names = format.columns {
      try checkCount(names.count, format, at: start)
      return MetricsHeader(names: names.map(trimmed), delimiter: delimiter)
    }
    var fields: [RecordScanner.Field] = []
    _ = try scanner.next(in: chunk.bytes.span, fields: &fields)
    try checkCount(fields.count, format, at: start)
    try checkLineEnd(fields, in: chunk.bytes.span)
    try checkIsHeader(fields, in: chunk.bytes.span)
    let names = fields.map { trimmed($0.text(in: chunk.bytes.span)) }
    guard names.contains(where: { !$0.isEmpty }) else {
      throw TextError(
        .missingHeader,
        "the header is missing: the first row is empty",
        at: start..<start + 1,
        hint: "add a row with the names of the columns, or give them with --columns a,b,c"
      )
    }
    return MetricsHeader(names: names, delimiter: delimiter)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func trimmed(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let range = MissingTokens.trimmed(0..<bytes.count, in: bytes.span)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The one of comma, semicolon and tab that stands outside quotes in the first line; the comma
  /// when none does.
  ///
  /// Two of them are a mistake, however rare one is: whoever may name a single column could write
  /// names with the other one into it, and cells that become those of the columns to be judged.
  private static func shownDelimiter(
    in bytes: [UInt8],
    from start: Int
  ) throws(TextError) -> UInt8 {
    var shown: UInt8?
    var bar: Int?
    var isQuoted = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == .lineFeed, !isQuoted { break }
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "|") { bar = bar ?? index }
      guard !isQuoted, let name = delimiterName(byte), byte != shown else { continue }
      if let first = shown.flatMap(delimiterName) {
        throw TextError(
          .ambiguousDelimiter,
          "a \(name) in a header with \(first)s, and each of them could part its names",
          at: index..<index + 1,
          hint: "tell the delimiter with  --delimiter ','  or put the name in quotes"
        )
      }
      shown = byte
    }
    if shown == nil, let bar {
      throw TextError(
        .ambiguousDelimiter,
        "a '|' in a header without commas, and it could part its names",
        at: bar..<bar + 1,
        hint: "tell the delimiter with  --delimiter '|'  or put the name in quotes"
      )
    }
    return shown ?? .comma
  }

  private static func delimiterName(_ byte: UInt8) -> String? {
    switch byte {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    default: nil
    }
  }
}

// MARK: - What is not a header

extension MetricsHeader {
  private static func checkCount(
    _ count: Int,
    _ format: CSVFormat,
    at start: Int
  ) throws(TextError) {
    guard count > format.columnLimit else { return }
    throw TextError(
      .tooManyColumns,
      "\(count) columns, more than the limit of \(format.columnLimit)",
      at: start..<start + 1,
      hint: "leave out those that no rule names"
    )
  }

  /// A carriage return ends no line by itself: a file of such lines would be one long header.
  private static func checkLineEnd(
    _ fields: [RecordScanner.Field],
    in bytes: Span<UInt8>
  ) throws(TextError) {
    for field in fields where !field.isQuoted {
      for place in field.range where bytes[place] == .carriageReturn {
        throw TextError(
          .wrongEncoding,
          "the line ends with a carriage return alone, expected a line feed",
          at: place..<place + 1,
          hint: "convert it first:  tr '\\r' '\\n' < FILE | slo-cli check -"
        )
      }
    }
  }

  private static func checkIsHeader(
    _ fields: [RecordScanner.Field],
    in bytes: Span<UInt8>
  ) throws(TextError) {
    var numbers = 0
    var moment: RecordScanner.Field?
    for field in fields {
      let cell = MissingTokens.trimmed(field.range, in: bytes)
      if DecimalParser.parse(bytes, in: cell) != nil {
        numbers += 1
      } else if TimestampParser.parse(bytes, in: cell) != nil {
        moment = moment ?? field
      }
    }
    guard moment != nil || 2 * numbers > fields.count else { return }
    let place = moment?.range ?? fields[0].range
    throw TextError(
      .missingHeader,
      "the header is missing: the first row holds \(moment == nil ? "numbers" : "a timestamp")",
      at: place,
      hint: "add a row with the names of the \(fields.count) columns, "
        + "or give them with --columns a,b,c"
    )
  }

  /// How a file that begins with these bytes is compressed, and what unpacks it.
  private static func compression(
    _ bytes: [UInt8]
  ) -> (name: String, unpacking: String)? {
    if bytes.starts(with: [0x1F, 0x8B]) { return ("gzip", "gzip -dc") }
    if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ("zstd", "zstd -dc") }
    if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return ("xz", "xz -dc") }
    if bytes.starts(with: [0x42, 0x5A, 0x68]) { return ("bzip2", "bzip2 -dc") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ("zip", "unzip -p") }
    return nil
  }

  private static func checkEncoding(_ bytes: [UInt8]) throws(TextError) {
    let place = 0..<min(1, bytes.count)
    if let compression = compression(bytes) {
      throw TextError(
        .compressedFile,
        "the file is compressed (\(compression.name))",
        at: place,
        hint: "unpack it first:  \(compression.unpacking) FILE | slo-cli check -"
      )
    }
    let isLittleEndian = bytes.starts(with: [0xFF, 0xFE]) || nulBytes(of: bytes, at: 1)
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF]) || nulBytes(of: bytes, at: 0)
    guard isLittleEndian || isBigEndian else { return }
    throw TextError(
      .wrongEncoding,
      "the file is UTF-16, not UTF-8",
      at: place,
      hint: "convert it first:  iconv -f UTF-16\(isLittleEndian ? "LE" : "BE") -t UTF-8 FILE "
        + "| slo-cli check -"
    )
  }

  /// Whether every second byte of the first eight is NUL: ASCII in UTF-16 without a mark.
  private static func nulBytes(of bytes: [UInt8], at offset: Int) -> Bool {
    guard bytes.count >= 8 else { return false }
    return bytes.prefix(8).indices.allSatisfy { (bytes[$0] == 0) == ($0 % 2 == offset) }
  }
}
