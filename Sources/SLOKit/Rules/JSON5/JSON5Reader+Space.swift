/// White space and comments.
extension JSON5Reader {
  /// Skips everything that may stand between two tokens.
  ///
  /// - Throws: A diagnostic for an unclosed comment, and for one that is not UTF-8.
  mutating func skipSpace() throws(Diagnostic) {
    while let byte = current {
      switch byte {
      case .space, .lineFeed, .carriageReturn, .tab, .verticalTab, .formFeed:
        position += 1
      case .slash where following == .slash:
        try skipLineComment()
      case .slash where following == UInt8(ascii: "*"):
        try skipBlockComment()
      case 0x80...:
        guard let (scalar, length) = scalar(at: position), scalar.isJSON5Space else { return }
        position += length
      default:
        return
      }
    }
  }

  private mutating func skipLineComment() throws(Diagnostic) {
    while let byte = current, byte != .lineFeed, byte != .carriageReturn {
      guard byte >= 0x80 else {
        position += 1
        continue
      }
      let (scalar, length) = try validScalar()
      if scalar.isLineSeparator { return }
      position += length
    }
  }

  private mutating func skipBlockComment() throws(Diagnostic) {
    let start = position
    position += 2
    while let byte = current {
      if byte == UInt8(ascii: "*"), following == .slash {
        position += 2
        return
      }
      position += byte < 0x80 ? 1 : try validScalar().length
    }
    throw mistake("unclosed comment", at: start..<start + 2, hint: "add */ where it ends")
  }
}

extension UInt8 {
  static let verticalTab: UInt8 = 0x0B
  static let formFeed: UInt8 = 0x0C
}

extension Unicode.Scalar {
  /// A line or paragraph separator: a line break in JSON5, though not for editors.
  var isLineSeparator: Bool { value == 0x2028 || value == 0x2029 }

  /// White space outside ASCII; the byte order mark is white space wherever it stands.
  fileprivate var isJSON5Space: Bool {
    isLineSeparator || value == 0xFEFF || properties.generalCategory == .spaceSeparator
  }
}
