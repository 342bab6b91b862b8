/// Keys without quotes.
extension JSON5Reader {
  /// Reads an identifier name (ECMAScript 5.1, section 7.6); `nil` when none begins here.
  ///
  /// - Throws: A diagnostic for an escape that is broken or stands for a character that names
  ///   cannot hold.
  mutating func readIdentifier() throws(Diagnostic) -> String? {
    guard let first = current, !first.isDigit else { return nil }
    let start = position
    while let byte = current, byte.isWordPart || byte == .dollar { position += 1 }
    var name = text(start..<position)
    // Plain ASCII, the usual key, ends here: nothing of the rest is looked up in a table.
    while let (scalar, length) = try identifierScalar() {
      guard name.isEmpty ? scalar.isIdentifierStart : scalar.isIdentifierPart else { break }
      name.unicodeScalars.append(scalar)
      position += length
    }
    return name.isEmpty ? nil : name
  }

  /// The next scalar of a name, decoded when it is an escape, and its length in the source.
  ///
  /// `nil` in front of a byte that no name holds.
  private mutating func identifierScalar()
    throws(Diagnostic) -> (scalar: Unicode.Scalar, length: Int)?
  {
    guard let byte = current else { return nil }
    guard byte == .backslash else {
      return byte >= 0x80 || byte.isWordPart || byte == .dollar ? try validScalar() : nil
    }
    let start = position
    position += 1
    guard current == UInt8(ascii: "u") else {
      throw mistake(
        "expected \\u and four digits after a backslash in a key",
        at: start..<position,
        hint: Hint.quoteKey
      )
    }
    let scalar = try readUnicodeEscape()
    let range = start..<position
    guard scalar.isIdentifierPart else {
      throw mistake("'\(text(range))' cannot stand in a key", at: range, hint: Hint.quoteKey)
    }
    position = start
    return (scalar, range.count)
  }

  /// Whether a scalar at `position` could go on with a name or a number.
  var continuesWord: Bool {
    guard let byte = current else { return false }
    if byte < 0x80 { return byte.isWordPart || byte == .dollar || byte == .backslash }
    return scalar(at: position)?.scalar.isIdentifierPart ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var isIdentifierStart: Bool {
    if let byte = UInt8(exactly: value), byte < 0x80 {
      return byte.isLetter || byte == .underscore || byte == .dollar
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default:
      return false
    }
  }

  fileprivate var isIdentifierPart: Bool {
    if isIdentifierStart { return true }
    if let byte = UInt8(exactly: value), byte < 0x80 { return byte.isDigit }
    // The joiners are part of words in some scripts.
    if value == 0x200C || value == 0x200D { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
