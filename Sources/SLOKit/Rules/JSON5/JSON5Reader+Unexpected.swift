/// The message about something that may not stand where it stands.
extension JSON5Reader {
  /// What stands at `position` is not what was expected.
  ///
  /// The end of the file inside brackets is reported at the innermost open one: at the end there
  /// is nothing to see.
  func unexpected(_ expected: String, hint: String? = nil) -> Diagnostic {
    guard current != nil else {
      let message = "expected \(expected), found the end of the file"
      guard let opening = openings.last else {
        return mistake(bytes.isEmpty ? "the file is empty" : message, at: position..<position)
      }
      let range = opening..<opening + 1
      return mistake("unclosed '\(text(range))': \(message)", at: range)
    }
    guard let (_, length) = scalar(at: position) else { return notUTF8() }
    let token = tokenRange ?? position..<position + length
    return mistake(
      "expected \(expected), found \(quoted(token))",
      at: token,
      hint: characterHint ?? hint
    )
  }

  /// The word, number or string that begins at `position`; `nil` for anything else.
  var tokenRange: Range<Int>? {
    var ahead = self
    if let quote = current, quote == .quote || quote == .apostrophe {
      guard (try? ahead.readString()) != nil else { return nil }
      return position..<ahead.position
    }
    while ahead.continuesWord, ahead.current != .backslash {
      ahead.position += ahead.scalar(at: ahead.position)?.length ?? 1
    }
    return ahead.position > position ? position..<ahead.position : nil
  }

  /// A part of the source in quotes; a string has its own.
  func quoted(_ range: Range<Int>) -> String {
    let first = bytes[range.lowerBound]
    let isString = range.count > 1 && (first == .quote || first == .apostrophe)
    return isString ? excerpt(range) : "'\(excerpt(range))'"
  }

  /// A part of the source, cut to what a message can hold.
  func excerpt(_ range: Range<Int>) -> String {
    let written = text(range).unicodeScalars
    guard written.count > 40 else { return String(written) }
    return String(written.prefix(39)) + "…"
  }

  /// What to do about a character that is wrong wherever it stands.
  private var characterHint: String? {
    switch current {
    case UInt8(ascii: "#"):
      return "comments begin with //"
    case .closingBrace, .closingBracket:
      guard let opening = openings.last, bytes[opening].closingCounterpart != current else {
        return nil
      }
      let place = source.location(at: opening)
      let bracket = text(opening..<opening + 1)
      return "the '\(bracket)' in line \(place.line), column \(place.column) is still open"
    default:
      let isQuote = scalar(at: position)?.scalar.isTypographicQuote ?? false
      return isQuote ? Hint.straightQuotes : nil
    }
  }
}

extension UInt8 {
  /// The bracket that closes an opening one.
  fileprivate var closingCounterpart: UInt8 {
    self == .openingBrace ? .closingBrace : .closingBracket
  }
}
