/// What the messages about mistakes say.
extension JSON5Reader {
  /// A diagnostic about a part of the source.
  func mistake(_ message: String, at range: Range<Int>, hint: String? = nil) -> Diagnostic {
    Diagnostic(.syntax, message, in: source, at: range, hint: hint)
  }

  /// The byte at `position` is not UTF-8.
  func notUTF8() -> Diagnostic {
    let byte = String(bytes[position], radix: 16, uppercase: true)
    return mistake(
      "found the byte 0x\(byte), which is not UTF-8",
      at: position..<position + 1,
      hint: "save the file as UTF-8"
    )
  }

  /// The byte at `position` is 0; in a string it would end the text for other programs.
  func nulByte() -> Diagnostic {
    mistake("found a NUL byte in a string", at: position..<position + 1)
  }

  /// The line or the file ends before the string does.
  func unclosedString(from opening: Int) -> Diagnostic {
    let quote = text(opening..<opening + 1)
    let start = opening + 1
    let rest = bytes[start...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    let written = String(decoding: rest, as: UTF8.self)
    let hint =
      written.unicodeScalars.contains(where: \.isTypographicQuote)
      ? Hint.straightQuotes : "add a closing \(quote)"
    return mistake("unclosed string", at: opening..<start, hint: hint)
  }
}

/// Mistakes between the parts of an object or an array.
extension JSON5Reader {
  /// No value begins at `position`; a word there may be what another language writes.
  func notAValue(expecting expected: String) -> Diagnostic {
    let hint: String?
    switch tokenRange.map({ text($0).lowercased() }) {
    case "true", "yes", "on": hint = "write true"
    case "false", "no", "off": hint = "write false"
    case "null", "none", "nil", "undefined": hint = "write null"
    case "infinity", "inf": hint = "write Infinity"
    case "nan": hint = "write NaN"
    case .some: hint = Hint.quoteText
    case nil:
      let startsExpression = current.map { "<>=!$(`".utf8.contains($0) } ?? false
      hint = startsExpression ? Hint.quoteText : nil
    }
    return unexpected(expected, hint: hint)
  }

  /// No key begins at `position`.
  func notAKey() -> Diagnostic {
    unexpected("a key or '}'", hint: tokenRange == nil ? nil : Hint.quoteKey)
  }

  /// Something other than a colon stands at `position`.
  func missingColon(behind key: Range<Int>) -> Diagnostic {
    // A name that stops at a hyphen or a dot, as in multi-word, was meant to go on.
    let isCutName = key.upperBound == position && (current == .minus || current == .dot)
    return unexpected(
      "':' after the key \(quoted(key))",
      hint: isCutName ? Hint.quoteKey : "write ':' between a key and its value"
    )
  }

  /// Neither a comma nor a closing bracket stands at `position`.
  func missingComma(expecting expected: String) -> Diagnostic {
    let last = position > 0 ? bytes[position - 1] : 0
    let startsValue = current == .openingBrace || current == .openingBracket
    let hint: String? =
      if last == .quote || last == .apostrophe {
        "the string ends here; close it earlier, or write \\\(text(position - 1..<position)) for a "
          + "quote inside it"
      } else if tokenRange != nil || startsValue {
        "add a comma before it"
      } else if current == .semicolon {
        "write a comma in place of the semicolon"
      } else {
        nil
      }
    return unexpected(expected, hint: hint)
  }
}

extension JSON5Reader {
  /// Advice that fits several mistakes.
  enum Hint {
    static let quoteKey = "put the key in quotes"
    static let quoteText = "put text and expressions in quotes"
    static let straightQuotes = "write straight quotes, \" or '"
    static let backslash = "write \\\\ for a backslash"
  }
}

extension Unicode.Scalar {
  /// A quote as word processors set it: ‘ ’ ‚ ‛ “ ” „ ‟.
  var isTypographicQuote: Bool { 0x2018...0x201F ~= value }
}
