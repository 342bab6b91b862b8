/// A line of Markdown: what it begins with, and what is left.
struct ChecklistLine {
  /// Up to the last byte that is no blank.
  private let bytes: ArraySlice<UInt8>

  /// How many columns of blanks the line begins with; a tab goes on to a multiple of four.
  let indentation: Int

  /// Whether a `>` stands in front of the content.
  private(set) var isQuoted = false

  /// The columns in which the entries begin that the line opens: `- 1. text` opens two.
  private(set) var contentColumns: [Int] = []

  /// What is behind quote signs and list markers.
  private(set) var content: Range<Int>

  /// Whether so many blanks stand in front of the content that it is code as it stands.
  private(set) var isCode = false

  init(_ line: ArraySlice<UInt8>) {
    var end = line.endIndex
    while end > line.startIndex, line[end - 1].isBlank { end -= 1 }
    bytes = line[line.startIndex..<end]
    var scan = Scan(index: line.startIndex)
    scan.skipBlanks(bytes)
    indentation = scan.column
    while scan.index < end {
      if bytes[scan.index] == UInt8(ascii: ">") {
        isQuoted = true
        scan.advance()
        isCode = scan.skipBlanks(bytes) > Self.codeIndentation
      } else if let length = bytes[scan.index...].markerLength {
        scan.advance(by: length)
        guard scan.index < end else {
          contentColumns.append(scan.column + 1)
          break
        }
        let column = scan.column
        isCode = scan.skipBlanks(bytes) > Self.codeIndentation
        contentColumns.append(isCode ? column + 1 : scan.column)
      } else {
        break
      }
    }
    content = min(scan.index, end)..<end
  }

  /// A place in the line, and its column.
  private struct Scan {
    var index: Int
    var column = 0

    mutating func advance(by count: Int = 1) {
      index += count
      column += count
    }

    /// Skips blanks and returns how many columns they take.
    @discardableResult
    mutating func skipBlanks(_ bytes: ArraySlice<UInt8>) -> Int {
      let start = column
      while index < bytes.endIndex, bytes[index].isBlank {
        column += bytes[index] == .tab ? 4 - column % 4 : 1
        index += 1
      }
      return column - start
    }
  }
}

extension ChecklistLine {
  /// A text that is indented further than where it could begin by this is code.
  static let codeIndentation = 4

  var isBlank: Bool { bytes.isEmpty }

  /// Whether the line is an entry of a list.
  var isEntry: Bool { !contentColumns.isEmpty }

  /// Whether the line begins a block of its own, and is not more of a paragraph.
  var isBlock: Bool {
    isEntry || isQuoted || fence != nil || opensComment || headingLevel != nil
  }

  /// Whether the line is `---`, as the metadata of a document begins and ends.
  var isUnderline: Bool { bytes.elementsEqual([.minus, .minus, .minus]) }

  /// The level of the heading that the line makes of a paragraph above it.
  var underlineLevel: Int? {
    let text = bytes.drop(while: \.isBlank)
    if text.allSatisfy({ $0 == .equals }) { return 1 }
    return text.allSatisfy { $0 == .minus } ? 2 : nil
  }

  /// Whether the line is a rule across the page, such as `* * *`.
  var isThematicBreak: Bool {
    let signs = bytes.filter { !$0.isBlank }
    guard let sign = signs.first, sign == .minus || sign == .asterisk || sign == .underscore else {
      return false
    }
    return signs.count >= 3 && signs.allSatisfy { $0 == sign }
  }

  /// The level of a heading that begins with `#` signs.
  var headingLevel: Int? {
    guard let level = numberSigns else { return nil }
    return bytes[content].dropFirst(level).first.map(\.isBlank) ?? true ? level : nil
  }

  /// Whether a person could take the line for a heading, though no blank follows its `#` signs.
  var isLikeHeading: Bool {
    guard let level = numberSigns else { return false }
    return bytes[content].dropFirst(level).first?.isLetter ?? false
  }

  /// How many `#` signs the line begins with, where they can make a heading.
  private var numberSigns: Int? {
    guard !isEntry, !isQuoted, indentation < 4 else { return nil }
    let level = bytes[content].prefix { $0 == .numberSign }.count
    return (1...6).contains(level) ? level : nil
  }

  /// The signs that open a code block.
  var fence: ArraySlice<UInt8>? {
    let text = bytes[content]
    guard let sign = text.first, sign == .backtick || sign == .tilde else { return nil }
    let signs = text.prefix { $0 == sign }
    guard signs.count >= 3 else { return nil }
    // Otherwise it is code within a line.
    return sign == .backtick && text[signs.endIndex...].contains(.backtick) ? nil : signs
  }

  var opensComment: Bool { bytes[content].starts(with: "<!--".utf8) }

  /// The bytes of the line behind quote signs alone.
  fileprivate func unquoted(_ isQuoted: Bool) -> ArraySlice<UInt8> {
    bytes.drop { $0.isBlank || isQuoted && $0 == UInt8(ascii: ">") }
  }
}

/// Lines that hold no items: a code block or a comment.
struct HiddenBlock {
  enum Kind {
    /// A code block that began with these signs.
    case fence(ArraySlice<UInt8>)
    case comment
  }

  let kind: Kind
  /// The column in which the list entry begins that the block is in.
  let column: Int
  let isQuoted: Bool
  /// The mistake that it is when the text ends before the block does.
  let unclosed: Diagnostic

  /// Whether `line` is outside of the list entry or the quotation that the block is in.
  func isLeft(by line: ChecklistLine) -> Bool {
    line.indentation < column || isQuoted && !line.isQuoted
  }

  /// The place behind what ends the block.
  func end(in line: ChecklistLine) -> Int? {
    switch kind {
    case .fence where line.indentation >= column + ChecklistLine.codeIndentation: nil
    case .fence, .comment: kind.end(in: line.unquoted(isQuoted))
    }
  }
}

extension HiddenBlock.Kind {
  var unclosed: String {
    switch self {
    case .fence: "the code block is never closed"
    case .comment: "the comment is never closed"
    }
  }

  func end(in bytes: ArraySlice<UInt8>) -> Int? {
    switch self {
    case .fence(let signs):
      let isEnd = bytes.count >= signs.count && bytes.allSatisfy { $0 == signs.first }
      return isEnd ? bytes.endIndex : nil
    case .comment:
      return bytes.indices.first { bytes[$0...].starts(with: "-->".utf8) }.map { $0 + 3 }
    }
  }
}

extension ArraySlice<UInt8> {
  /// How long the list marker at the beginning is, which a blank or the end must follow.
  fileprivate var markerLength: Int? {
    guard let length = unfinishedMarkerLength else { return nil }
    return dropFirst(length).first.map(\.isBlank) ?? true ? length : nil
  }

  /// How long the list marker at the beginning is, whatever follows.
  var unfinishedMarkerLength: Int? {
    switch first {
    case .minus, .asterisk, .plus: return 1
    default:
      let digits = prefix(while: \.isDigit).count
      guard digits > 0, let sign = dropFirst(digits).first else { return nil }
      return sign == .dot || sign == .closingParenthesis ? digits + 1 : nil
    }
  }
}
