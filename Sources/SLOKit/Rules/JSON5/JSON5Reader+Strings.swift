/// Strings.
extension JSON5Reader {
  /// Reads a string from its opening quote on.
  ///
  /// - Returns: The string; `position` is behind its closing quote.
  /// - Throws: A diagnostic for a line break or a NUL byte in it, a broken escape, bytes that are
  ///   not UTF-8, and a missing closing quote.
  mutating func readString() throws(Diagnostic) -> JSON5String {
    let opening = position
    let quote = bytes[opening]
    position += 1
    var decoded = ""
    var escapes: [JSON5String.Escape] = []
    while true {
      let start = position
      try skipPlainText(ofStringAt: opening)
      decoded += text(start..<position)
      if current == quote { break }
      let escapeStart = position
      let textStart = decoded.utf8.count
      if let scalar = try readEscape(ofStringAt: opening) {
        decoded.unicodeScalars.append(scalar)
      }
      let escape = JSON5String.Escape(
        text: textStart..<decoded.utf8.count,
        source: escapeStart..<position
      )
      escapes.append(escape)
    }
    position += 1
    return JSON5String(text: decoded, start: opening + 1, escapes: escapes)
  }

  /// Skips to the closing quote or to the next backslash.
  private mutating func skipPlainText(ofStringAt opening: Int) throws(Diagnostic) {
    let quote = bytes[opening]
    while let byte = current {
      switch byte {
      case quote, .backslash:
        return
      case .lineFeed, .carriageReturn:
        throw unclosedString(from: opening)
      case 0:
        throw nulByte()
      case 0x80...:
        position += try validScalar().length
      default:
        position += 1
      }
    }
    throw unclosedString(from: opening)
  }
}
