/// How the fields of a metrics file are set apart, and what is more than anybody measures.
public struct CSVFormat: Sendable, Hashable {
  /// The byte between two fields; `nil` is the comma, or the semicolon or tab that the header
  /// shows.
  public var delimiter: UInt8?

  /// The names of the columns, for a file without a header row.
  public var columns: [String]?

  /// The longest record, in bytes.
  public var recordLimit = 1 << 20

  /// The most columns.
  public var columnLimit = 10_000

  /// Creates a format; without arguments, what RFC 4180 has.
  public init(delimiter: UInt8? = nil, columns: [String]? = nil) {
    self.delimiter = delimiter
    self.columns = columns
  }
}

extension CSVFormat {
  /// The delimiter that a person names: one ASCII character, `tab` or `\t`.
  public static func delimiter(named text: String) -> UInt8? {
    if text == "tab" || text == "\\t" { return .tab }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != .quote,
      byte != .lineFeed, byte != .carriageReturn
    else { return nil }
    return byte
  }
}
