/// Escapes in strings, and in keys without quotes.
extension JSON5Reader {
  /// Reads an escape from its backslash on.
  ///
  /// - Returns: What it stands for; `nil` for a continued line.
  /// - Throws: A diagnostic for a digit, for missing digits, and for the end of the file.
  mutating func readEscape(
    ofStringAt opening: Int
  ) throws(Diagnostic) -> Unicode.Scalar? {
    let start = position
    position += 1
    guard let byte = current else { throw unclosedString(from: opening) }
    switch byte {
    case .carriageReturn:
      position += following == .lineFeed ? 2 : 1
      return nil
    case .lineFeed:
      position += 1
      return nil
    case UInt8(ascii: "u"):
      return try readUnicodeEscape()
    case UInt8(ascii: "x"):
      position += 1
      return Unicode.Scalar(UInt8(truncatingIfNeeded: try readHexadecimal(digits: 2)))
    case .zero where !(following?.isDigit ?? false):
      position += 1
      return "\0"
    case .zero...0x39:
      let range = start..<position + (byte == .zero ? 2 : 1)
      throw mistake("'\(text(range))' is not an escape", at: range, hint: Hint.backslash)
    case 0:
      throw nulByte()
    default:
      let (scalar, length) = try validScalar()
      position += length
      return scalar.isLineSeparator ? nil : scalar.escaped
    }
  }

  /// Reads `u` and four hexadecimal digits, twice for a scalar that takes a surrogate pair.
  ///
  /// - Throws: A diagnostic for missing digits, and for half a pair.
  mutating func readUnicodeEscape() throws(Diagnostic) -> Unicode.Scalar {
    let start = position - 1
    position += 1
    let unit = try readHexadecimal(digits: 4)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let first = start..<position
    if unit < 0xDC00, current == .backslash, following == UInt8(ascii: "u") {
      position += 2
      let second = try readHexadecimal(digits: 4)
      if 0xDC00...0xDFFF ~= second,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw mistake(
      "'\(text(first))' is half of a surrogate pair",
      at: first,
      hint: "write both halves, as in \\uD83D\\uDE00, or the character itself"
    )
  }

  /// Reads the digits behind `\u` or `\x`.
  private mutating func readHexadecimal(digits count: Int) throws(Diagnostic) -> UInt32 {
    let start = position - 2
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = current?.hexadecimalValue else {
        let escape = text(start..<start + 2)
        throw mistake(
          "expected \(count) hexadecimal digits after '\(escape)'",
          at: start..<position,
          hint: Hint.backslash
        )
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}

extension Unicode.Scalar {
  /// What this scalar stands for behind a backslash; most stand for themselves.
  fileprivate var escaped: Unicode.Scalar {
    switch self {
    case "b": "\u{8}"
    case "f": "\u{C}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "v": "\u{B}"
    default: self
    }
  }
}
