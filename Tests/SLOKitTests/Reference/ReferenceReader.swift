/// A mistake in a file: the code, and the place where a person finds it.
struct ReferenceMistake: Error, Hashable {
  let code: String
  let place: ReferencePlace

  init(_ code: String, at place: ReferencePlace) {
    self.code = code
    self.place = place
  }
}

/// A place as editors count: lines from 1, and Unicode scalars of a line from 1.
struct ReferencePlace: Hashable {
  var line = 1
  var column = 1
}

/// Reads a CSV byte by byte, with the whole file in memory and nothing clever about it.
///
/// Written from RFC 4180 and the documentation, not from the library's reader: what both agree on
/// is what was meant.
struct ReferenceReader {
  struct Cell {
    var bytes: [UInt8] = []
    /// Where the content begins, behind an opening quote.
    var place: ReferencePlace
    var isQuoted = false

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  struct Row {
    let place: ReferencePlace
    var cells: [Cell] = []
    var hasLineEnd = false

    /// Whether there is nothing on the line.
    var isEmpty: Bool { cells.count == 1 && cells[0].bytes.isEmpty && !cells[0].isQuoted }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index: Int
  private var place = ReferencePlace()

  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row, or `nil` at the end of the file.
  mutating func next() throws(ReferenceMistake) -> Row? {
    guard index < bytes.count else { return nil }
    var row = Row(place: place)
    row.cells.append(try cell())
    while current == delimiter {
      advance()
      row.cells.append(try cell())
    }
    if current == Self.carriageReturn { advance() }
    if current == Self.lineFeed {
      advance()
      row.hasLineEnd = true
    }
    return row
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var following: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  /// Whether a row ends here: before LF, before CR LF, or before a CR that ends the file.
  private var isAtRowEnd: Bool {
    switch current {
    case nil, Self.lineFeed: true
    case Self.carriageReturn: following == nil || following == Self.lineFeed
    default: false
    }
  }

  /// Goes one byte further and keeps count of lines and columns.
  private mutating func advance() {
    let byte = bytes[index]
    let next = following
    index += 1
    if byte == Self.lineFeed || byte == Self.carriageReturn && next != Self.lineFeed {
      place = ReferencePlace(line: place.line + 1, column: 1)
    } else if byte < 0x80 || byte >= 0xC0 {
      // The other bytes go on with a scalar that has begun.
      place.column += 1
    }
  }

  private mutating func cell() throws(ReferenceMistake) -> Cell {
    if current == Self.quote { return try quotedCell() }
    var cell = Cell(place: place)
    while !isAtRowEnd, let byte = current, byte != delimiter {
      if byte == Self.quote { throw ReferenceMistake("stray-quote", at: place) }
      if byte == 0 { throw ReferenceMistake("nul-byte", at: place) }
      cell.bytes.append(byte)
      advance()
    }
    return cell
  }

  private mutating func quotedCell() throws(ReferenceMistake) -> Cell {
    let opening = place
    advance()
    var cell = Cell(place: place, isQuoted: true)
    while let byte = current {
      if byte == 0 { throw ReferenceMistake("nul-byte", at: place) }
      if byte == Self.quote, following != Self.quote {
        advance()
        guard isAtRowEnd || current == delimiter else {
          throw ReferenceMistake("text-after-quote", at: place)
        }
        return cell
      }
      if byte == Self.quote { advance() }
      cell.bytes.append(byte)
      advance()
    }
    throw ReferenceMistake("unclosed-quote", at: opening)
  }
}
