/// What stands in brackets at the beginning of a list entry.
enum ChecklistBox {
  /// A box and the place of its text.
  case item(isChecked: Bool, text: Range<Int>)
  /// What was meant as a box and is none.
  case mistake(String, Range<Int>, hint: String)
  /// Some words in brackets: a link when the text defines where it leads to.
  case label(Range<Int>)

  static let hint = "an open item is '- [ ] text', a checked one '- [x] text'"

  /// Looks at the content of a list entry; `nil` when it has no box and nothing like one.
  init?(_ content: ArraySlice<UInt8>) {
    guard content.first == .openingBracket else { return nil }
    guard let brackets = Self.brackets(content) else {
      // A link may go on in the next line, a box may not.
      let mark = content.dropFirst().drop { $0.lowercased == UInt8(ascii: "x") }
      guard mark.first.map(\.isBlank) ?? true else { return nil }
      self = .mistake(
        "the box is not closed",
        content.startIndex..<mark.startIndex,
        hint: Self.hint
      )
      return
    }
    let mark = content[brackets].dropFirst().dropLast()
    let rest = content[brackets.upperBound...]
    if let isChecked = Self.isChecked(mark) {
      self.init(isChecked, brackets, rest)
    } else if mark.allSatisfy(\.isBlank) {
      let message = mark.isEmpty ? "the box has no blank in it" : "the box has more than one blank"
      self = .mistake(message, brackets, hint: Self.hint)
    } else if Self.isLink(mark, before: rest.first) {
      return nil
    } else {
      self = .label(brackets)
    }
  }

  private init(_ isChecked: Bool, _ box: Range<Int>, _ rest: ArraySlice<UInt8>) {
    let text = rest.drop(while: \.isBlank).withoutComments
    if text.isEmpty {
      self = .mistake("the item has no text", box, hint: "write what is to be checked behind it")
    } else if text.startIndex == rest.startIndex {
      self = .mistake(
        "text follows the box without a blank",
        box,
        hint: "put a blank behind the closing bracket"
      )
    } else {
      self = .item(isChecked: isChecked, text: text.indices)
    }
  }

  /// What the mark of a box says; `nil` when it is none.
  private static func isChecked(_ mark: ArraySlice<UInt8>) -> Bool? {
    guard mark.count == 1, let mark = mark.first else { return nil }
    if mark == .space { return false }
    return mark.lowercased == UInt8(ascii: "x") ? true : nil
  }

  /// Whether brackets around `mark` are part of a link or a note.
  private static func isLink(_ mark: ArraySlice<UInt8>, before next: UInt8?) -> Bool {
    if mark.first == .caret, mark.count > 1 { return true }
    guard let next, next.followsLinkText else { return false }
    // What a sign leads to is no definition: '[✓]: text' is meant as an item.
    return next != .colon || mark.scalarCount > 1 || mark.allSatisfy(\.isDigit)
  }

  /// The place of the brackets that a text begins with.
  private static func brackets(_ content: ArraySlice<UInt8>) -> Range<Int>? {
    var index = content.startIndex + 1
    while index < content.endIndex, content[index] != .closingBracket {
      index += content[index] == .backslash ? 2 : 1
    }
    return index < content.endIndex ? content.startIndex..<index + 1 : nil
  }

  /// The place of a box behind something that is no list marker, such as a bullet or markup.
  static func stray(in text: ArraySlice<UInt8>) -> Range<Int>? {
    let text = text.drop(while: \.isBlank)
    guard let start = text.firstIndex(of: .openingBracket) else { return nil }
    let lead = text[..<start]
    guard let box = brackets(text[start...]) else { return nil }
    let mark = text[box].dropFirst().dropLast()
    let isMarker = lead.unfinishedMarkerLength == lead.count
    guard isChecked(mark) != nil || isMarker && mark.scalarCount <= 1 else { return nil }
    let next = text[box.upperBound...].first
    let isText = next.map { !$0.followsLinkText } ?? true
    return isText && lead.isLikeMarker ? box : nil
  }
}

extension UInt8 {
  /// Whether this byte behind `]` makes what is in the brackets the text of a link.
  fileprivate var followsLinkText: Bool {
    self == UInt8(ascii: "(") || self == .openingBracket || self == .colon
  }
}

extension ArraySlice<UInt8> {
  /// Whether a person could take it for a list marker: signs, a number, or a letter with a dot.
  fileprivate var isLikeMarker: Bool {
    // Code and an escaped bracket are meant as they stand.
    guard count <= 8, !contains(.backtick), last != .backslash else { return false }
    guard contains(where: \.isLetter) else { return true }
    let word = prefix { !$0.isBlank }
    return word.count <= 4 && dropFirst(word.count).allSatisfy(\.isBlank)
      && (word.last == .dot || word.last == .closingParenthesis)
  }

  fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }

  /// The text without comments and blanks at its end.
  fileprivate var withoutComments: Self {
    var text = self
    while text.suffix(3).elementsEqual("-->".utf8) {
      guard
        let start = text.indices.last(where: { text[$0...].starts(with: "<!--".utf8) })
      else { break }
      text = text[..<start]
      while let last = text.last, last.isBlank { text.removeLast() }
    }
    return text
  }

  /// Whether a heading of these words makes what stands under it optional: it has the word
  /// "optional", in upper or lower case, and no word before it that denies it.
  ///
  /// What could be read in two ways is not optional, so that no item is missed.
  var saysOptional: Bool {
    let words = split { !$0.isLetter && $0 != .apostrophe && $0 < 0x80 }
    for word in words {
      let word = String(decoding: word.map(\.lowercased), as: UTF8.self)
      if word == "optional" { return true }
      if Self.denials.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t") {
        return false
      }
    }
    return false
  }

  private static var denials: [String] {
    ["no", "non", "not", "never", "mandatory", "must", "required"]
  }
}
