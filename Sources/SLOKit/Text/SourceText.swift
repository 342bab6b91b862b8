/// A named text that can tell where in it a byte is.
///
/// Positions are byte offsets while a text is read and become lines and columns only for a
/// message, so that a text without mistakes never pays for them.
struct SourceText: Sendable, Hashable {
  let name: String
  let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}

extension SourceText {
  /// The bytes of each line without its end; behind the last end begins one more line.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where endsLine(at: index) {
      let isPair = index > start && bytes[index] == .lineFeed && bytes[index - 1] == .carriageReturn
      lines.append(start..<(isPair ? index - 1 : index))
      start = index + 1
    }
    lines.append(start..<bytes.count)
    return lines
  }

  /// The place of the byte at `offset`; an offset behind the end is the end.
  ///
  /// `firstLine` is the number of this text's first line, for a text that is a part of a larger
  /// one. Takes O(`offset`).
  func location(at offset: Int, firstLine: Int = 1) -> SourceLocation {
    let offset = min(offset, bytes.count)
    var line = firstLine
    var lineStart = 0
    for index in 0..<offset where endsLine(at: index) {
      line += 1
      lineStart = index + 1
    }
    let column = 1 + scalarCount(in: lineStart..<offset)
    return SourceLocation(file: name, line: line, column: column)
  }

  /// So much of a line is kept on either side of a mistake: a file of one line and a hundred mistakes
  /// would be kept a hundred times otherwise.
  private static let excerptReach = 1000

  /// The line that holds the start of `range`, with the part of `range` inside it marked; `nil`
  /// when there is nothing on it.
  func excerpt(of range: Range<Int>) -> SourceExcerpt? {
    let start = min(range.lowerBound, bytes.count)
    let reach = (start - Self.excerptReach)...(start + Self.excerptReach)
    var lineStart = start
    while lineStart > 0, !endsLine(at: lineStart - 1),
      lineStart > reach.lowerBound || isInsideScalar(at: lineStart)
    { lineStart -= 1 }
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != .lineFeed, bytes[lineEnd] != .carriageReturn,
      lineEnd < reach.upperBound || isInsideScalar(at: lineEnd)
    { lineEnd += 1 }
    guard lineStart < lineEnd else { return nil }
    let end = max(start, min(range.upperBound, lineEnd))
    return SourceExcerpt(
      line: String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self),
      firstColumn: 1 + scalarCount(in: lineStart..<start),
      columnCount: max(1, scalarCount(in: start..<end))
    )
  }

  private func isInsideScalar(at index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }

  private func endsLine(at index: Int) -> Bool { Self.endsLine(at: index, in: bytes.span) }

  /// Whether the byte at `index` is the last one of its line.
  static func endsLine(at index: Int, in bytes: Span<UInt8>) -> Bool {
    switch bytes[index] {
    case .lineFeed: true
    case .carriageReturn: index + 1 == bytes.count || bytes[index + 1] != .lineFeed
    default: false
    }
  }

  private func scalarCount(in range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }
}
