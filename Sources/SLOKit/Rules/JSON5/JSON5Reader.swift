/// Reads a JSON5 document (https://spec.json5.org) into values that know their places.
///
/// It works on bytes, in one pass, and stops at the first mistake: behind a missing quote or
/// bracket every further message would be a guess.
struct JSON5Reader: Sendable {
  /// How deep brackets may be nested; the reader calls itself for each level.
  static let maximumDepth = 64

  let source: SourceText
  let bytes: [UInt8]

  /// The offset of the next byte to read.
  var position = 0

  /// The offsets of the brackets that are open at `position`, the innermost last.
  var openings: [Int] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// The value that a document holds.
  ///
  /// Plain JSON is JSON5. The document is UTF-8, with or without a byte order mark.
  ///
  /// - Throws: A diagnostic of the code `syntax`, also for an empty document and for bytes that
  ///   are not UTF-8; of the code `tooDeep` for brackets nested deeper than `maximumDepth`.
  static func read(_ source: SourceText) throws(Diagnostic) -> JSON5Value {
    var reader = JSON5Reader(source)
    try reader.skipSpace()
    let value = try reader.readValue(expecting: "a value")
    try reader.skipSpace()
    guard reader.current == nil else {
      throw reader.unexpected("the end of the file after \(value.kindName)")
    }
    return value
  }
}

extension JSON5Reader {
  /// The next byte to read; `nil` at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The byte behind the next one; `nil` at the end.
  var following: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  /// A part of the source that is known to be UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads the value that begins at `position`.
  ///
  /// - Parameter expected: What may stand here, for the message when nothing of it does.
  /// - Returns: The value; `position` is behind it.
  /// - Throws: A diagnostic about the first mistake in it.
  mutating func readValue(expecting expected: String) throws(Diagnostic) -> JSON5Value {
    let start = position
    let kind: JSON5Value.Kind
    switch current {
    case .openingBrace: kind = .object(try readMembers())
    case .openingBracket: kind = .array(try readElements())
    case .quote, .apostrophe: kind = .string(try readString())
    case .plus, .minus, .dot: kind = .number(try readNumber())
    case .some(let byte) where byte.isDigit: kind = .number(try readNumber())
    default: kind = try readNamedValue(expecting: expected)
    }
    return JSON5Value(kind: kind, range: start..<position)
  }

  private mutating func readNamedValue(
    expecting expected: String
  ) throws(Diagnostic) -> JSON5Value.Kind {
    let start = position
    let word = readPlainWord()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "Infinity": return .number(JSON5Number(text: word, value: .infinity))
    case "NaN": return .number(JSON5Number(text: word, value: .nan))
    default:
      position = start
      throw notAValue(expecting: expected)
    }
  }

  /// Reads ASCII letters, digits and underscores, as many as there are.
  mutating func readPlainWord() -> String {
    let start = position
    while let byte = current, byte.isWordPart { position += 1 }
    return text(start..<position)
  }
}

extension UInt8 {
  static let openingBrace: UInt8 = 0x7B
  static let closingBrace: UInt8 = 0x7D
  static let openingBracket: UInt8 = 0x5B
  static let closingBracket: UInt8 = 0x5D
}
