/// Finds the items of a Markdown task list (https://github.github.com/gfm, sections 4 and 5).
///
/// Blocks are told apart as far as it decides what an item is: code fences and HTML comments hide
/// their lines, lists end where their indentation does, headings make items optional. Where the
/// text could be read in two ways, the one with more items wins: an item that is missed would let
/// a run pass.
struct ChecklistReader {
  let source: SourceText

  /// The line that is read now, without its end, and its number.
  private(set) var line = 0..<0
  private(set) var number = 0

  private var items: [Checklist.Item] = []
  private var mistakes = MistakeList()
  private var headings: [Heading] = []
  private var hidden: HiddenBlock?
  /// The columns in which the contents of the open list entries begin.
  private var lists: [Int] = []
  /// Whether the line above it is text, which the line may go on with.
  private var followsText = false
  /// Whether the line above it is an entry without content, which a blank line ends.
  private var followsEmptyEntry = false
  /// The paragraph above the line, which an underline makes a heading.
  private var paragraph: Range<Int>?
  /// What the text defines links by, once that was asked for: a line each would take all day.
  private var definitions: Set<[UInt8]>?
  /// Whether the text begins with `---`: then the next one ends its metadata.
  private var isInMetadata = false

  private struct Heading {
    let level: Int
    let isOptional: Bool
  }

  private init(_ source: SourceText) {
    self.source = source
  }

  /// More than anybody ticks off.
  private static let itemLimit = 10_000

  /// The items of `source`, in order.
  ///
  /// - Throws: `Diagnostics` with everything that looks like an item and is none, and with what
  ///   hides the rest of the text; or that there is no item.
  static func items(of source: SourceText) throws(Diagnostics) -> [Checklist.Item] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text =
      source.bytes.starts(with: mark)
      ? SourceText(name: source.name, bytes: Array(source.bytes[mark.count...])) : source
    var reader = ChecklistReader(text)
    while let line = reader.nextLine() {
      reader.read(line)
      guard reader.items.count <= itemLimit else { throw Diagnostics(reader.tooManyItems) }
    }
    if let hidden = reader.hidden { reader.mistakes.add(hidden.unclosed) }
    if let mistakes = reader.mistakes.diagnostics { throw mistakes }
    guard !reader.items.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          .emptyChecklist,
          "there is no item in the checklist, so nothing was checked",
          at: SourceLocation(file: source.name, line: 1, column: 1),
          hint: ChecklistBox.hint
        )
      )
    }
    return reader.items
  }

  /// Goes on to the next line; `nil` at the end.
  private mutating func nextLine() -> ChecklistLine? {
    var start = line.upperBound
    if number > 0, start < source.bytes.count {
      let isPair = source.bytes[start...].starts(with: [.carriageReturn, .lineFeed])
      start += isPair ? 2 : 1
    }
    guard start < source.bytes.count else { return nil }
    var end = start
    while end < source.bytes.count, source.bytes[end] != .lineFeed,
      source.bytes[end] != .carriageReturn
    { end += 1 }
    line = start..<end
    number += 1
    return ChecklistLine(source.bytes[line])
  }
}

// MARK: - Blocks

extension ChecklistReader {
  private mutating func read(_ line: ChecklistLine) {
    let mayContinue = followsText
    followsText = false
    defer { followsEmptyEntry = line.isEntry && line.content.isEmpty && hidden == nil }
    guard !line.isBlank else {
      if followsEmptyEntry, !lists.isEmpty { lists.removeLast() }
      paragraph = nil
      return
    }
    if let block = hidden {
      guard block.isLeft(by: line) else {
        guard let end = block.end(in: line) else { return }
        hidden = nil
        rejectItem(behind: end)
        return
      }
      hidden = nil
    }
    if readUnderline(line) { return }
    let isText = !line.isBlock
    // A line of text goes on with the paragraph of a list entry, whatever its indentation.
    if !(isText && mayContinue) {
      while let column = lists.last, column > line.indentation { lists.removeLast() }
    }
    let isCode = line.indentation >= (lists.last ?? 0) + ChecklistLine.codeIndentation
    if !line.isQuoted, !isCode { lists += line.contentColumns }
    if !isText || !lists.isEmpty || line.isQuoted { paragraph = nil }
    if isCode || line.isCode { readBox(of: line) } else { readContent(of: line) }
    followsText = isText || line.isEntry && hidden == nil && !line.content.isEmpty
    guard isText, lists.isEmpty, !line.isQuoted, !isCode || paragraph != nil else { return }
    paragraph = (paragraph?.lowerBound ?? self.line.lowerBound)..<self.line.upperBound
  }

  /// Reads a line that makes the paragraph above it a heading, or parts the text.
  private mutating func readUnderline(_ line: ChecklistLine) -> Bool {
    guard line.indentation < 4 else { return false }
    let endsMetadata = isInMetadata && line.isUnderline
    isInMetadata = number == 1 ? line.isUnderline : isInMetadata && !endsMetadata
    if let paragraph, let level = line.underlineLevel {
      self.paragraph = nil
      if !endsMetadata { addHeading(level, paragraph) }
      return true
    }
    guard line.isThematicBreak else { return false }
    while let column = lists.last, column > line.indentation { lists.removeLast() }
    paragraph = nil
    return true
  }

  private mutating func readContent(of line: ChecklistLine) {
    let content = line.content
    if let fence = line.fence {
      hide(.fence(fence), line)
    } else if line.opensComment {
      let comment = HiddenBlock.Kind.comment
      // The dashes of '<!--' may be those of '-->', too.
      if let end = comment.end(in: source.bytes[(content.lowerBound + 2)..<content.upperBound]) {
        rejectItem(behind: end)
      } else {
        hide(comment, line)
      }
    } else if let level = line.headingLevel, lists.isEmpty {
      addHeading(level, content)
      rejectItem(behind: content.lowerBound + level)
    } else if line.isLikeHeading, headings.contains(where: \.isOptional) {
      mistakes.add(
        mistake(
          "without a blank behind '#' this is no heading, so what follows stays optional",
          content,
          hint: "write '# Text' for a heading, '\\#Text' for a text"
        )
      )
    } else {
      readBox(of: line)
    }
  }

  private mutating func hide(_ kind: HiddenBlock.Kind, _ line: ChecklistLine) {
    hidden = HiddenBlock(
      kind: kind,
      column: lists.last ?? 0,
      isQuoted: line.isQuoted,
      unclosed: mistake(kind.unclosed, line.content, hint: "all that follows would be hidden")
    )
  }

  private mutating func addHeading(_ level: Int, _ text: Range<Int>) {
    guard !isInMetadata else { return }
    headings.removeAll { $0.level >= level }
    let isOptional = source.bytes[text].saysOptional
    headings.append(Heading(level: level, isOptional: isOptional))
  }
}

// MARK: - Items

extension ChecklistReader {
  private mutating func readBox(of line: ChecklistLine) {
    let bytes = source.bytes[line.content]
    guard line.isEntry else {
      rejectItem(behind: line.content.lowerBound)
      return
    }
    switch ChecklistBox(bytes) {
    case .item(let isChecked, let text):
      items.append(
        Checklist.Item(
          text: String(decoding: source.bytes[text], as: UTF8.self),
          isChecked: isChecked,
          isOptional: headings.contains(where: \.isOptional),
          line: number
        )
      )
    case .mistake(let message, let range, let hint):
      mistakes.add(mistake(message, range, hint: hint))
    case .label(let label):
      guard !isDefined(label) else { return }
      mistakes.add(
        mistake("found '\(shown(label))', expected '[ ]' or '[x]'", label, hint: ChecklistBox.hint)
      )
    case nil: rejectItem(behind: line.content.lowerBound)
    }
  }

  /// Reports a box at `start` that only seems to belong to a list.
  private mutating func rejectItem(behind start: Int) {
    guard let box = ChecklistBox.stray(in: source.bytes[start..<max(start, line.upperBound)]) else {
      return
    }
    mistakes.add(
      mistake(
        "the box is not at the beginning of a list item",
        box,
        hint: "begin the line with the list marker and a blank: '- [ ] text'"
      )
    )
  }

  /// Whether the text defines what the label in brackets leads to, which makes it a link.
  private mutating func isDefined(_ label: Range<Int>) -> Bool {
    let definitions = definitions ?? self.definitions(of: source)
    self.definitions = definitions
    return definitions.contains(source.bytes[label].map(\.lowercased) + [.colon])
  }

  /// What stands in front of the links that the text defines: `[label]:`, in lower case.
  private func definitions(of source: SourceText) -> Set<[UInt8]> {
    var definitions: Set<[UInt8]> = []
    for line in source.bytes.split(whereSeparator: { $0 == .lineFeed || $0 == .carriageReturn }) {
      let text = line.drop(while: \.isBlank)
      guard text.first == .openingBracket,
        let end = text.indices.dropLast().first(where: {
          text[$0] == .closingBracket && text[$0 + 1] == .colon
        })
      else { continue }
      definitions.insert(text[...(end + 1)].map(\.lowercased))
    }
    return definitions
  }

  private var tooManyItems: Diagnostic {
    mistake(
      "more than \(Self.itemLimit) items",
      line,
      hint: "judge by several lists; --checklist may be given more than once"
    )
  }

  /// A short form for a message.
  private func shown(_ range: Range<Int>) -> String {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    guard text.unicodeScalars.count > 20 else { return text }
    return String(text.unicodeScalars.prefix(19)) + "…"
  }

  private func mistake(_ message: String, _ range: Range<Int>, hint: String) -> Diagnostic {
    let before = source.bytes[line.lowerBound..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
    return Diagnostic(
      .checklistSyntax,
      message,
      at: SourceLocation(file: source.name, line: number, column: 1 + before),
      excerpt: source.excerpt(of: range),
      hint: hint
    )
  }
}
