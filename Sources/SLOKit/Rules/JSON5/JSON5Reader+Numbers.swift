/// Numbers.
extension JSON5Reader {
  /// Reads a number from its sign or first character on.
  ///
  /// - Returns: The number; `position` is behind it.
  /// - Throws: A diagnostic about the whole of what looks like a number and is none.
  mutating func readNumber() throws(Diagnostic) -> JSON5Number {
    let start = position
    let isNegative = current == .minus
    if isNegative || current == .plus { position += 1 }
    guard let magnitude = readMagnitude(), !continuesNumber else {
      throw malformedNumber(from: start)
    }
    return JSON5Number(
      text: text(start..<position),
      value: isNegative ? -magnitude : magnitude
    )
  }

  /// Reads a number without its sign; `nil` when it is malformed, wherever `position` is then.
  private mutating func readMagnitude() -> Double? {
    guard let first = current else { return nil }
    if first == .zero, following?.lowercased == UInt8(ascii: "x") {
      position += 2
      let start = position
      while current?.hexadecimalValue != nil { position += 1 }
      return position > start ? JSON5Number.hexadecimal(bytes[start..<position]) : nil
    }
    guard first.isLetter else { return readDecimal() }
    switch readPlainWord() {
    case "Infinity": return .infinity
    case "NaN": return .nan
    default: return nil
    }
  }

  private mutating func readDecimal() -> Double? {
    let start = position
    let wholeDigits = skipDigits()
    // An octal number in old JavaScript, a decimal one elsewhere: JSON5 takes neither.
    if wholeDigits > 1, bytes[start] == .zero { return nil }
    var fractionDigits = 0
    if current == .dot {
      position += 1
      fractionDigits = skipDigits()
    }
    guard wholeDigits + fractionDigits > 0 else { return nil }
    if current?.lowercased == UInt8(ascii: "e") {
      position += 1
      if current == .plus || current == .minus { position += 1 }
      guard skipDigits() > 0 else { return nil }
    }
    return DecimalParser.parse(bytes.span, in: start..<position)
  }

  /// Skips digits and tells how many there were.
  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, byte.isDigit { position += 1 }
    return position - start
  }

  /// Whether something follows that a person would read as a part of the number.
  ///
  /// That is the case in `150ms`, `99%` and `2025-11-24`; none of it may stand behind a number.
  private var continuesNumber: Bool {
    switch current {
    case .dot, .plus, .minus, .colon, UInt8(ascii: "%"): true
    default: continuesWord
    }
  }
}

/// What is wrong with a number.
extension JSON5Reader {
  /// Reads on to the end of what was meant as one thing, and tells what is wrong with it.
  private mutating func malformedNumber(from start: Int) -> Diagnostic {
    while continuesNumber {
      position += scalar(at: position)?.length ?? 1
    }
    let range = start..<max(position, start + 1)
    let written = text(range)
    let sign = written.prefix { $0 == "+" || $0 == "-" }
    let digits = written.dropFirst(sign.count)
    if digits.lowercased() == "0x" {
      return mistake("expected hexadecimal digits after '\(written)'", at: range)
    }
    if digits.utf8.count > 1, digits.utf8.allSatisfy(\.isDigit) {
      return leadingZero(written, sign: String(sign), digits: digits, at: range)
    }
    let isText = digits.utf8.contains { $0.isDigit } && digits.utf8.count > 1
    return mistake(
      "'\(excerpt(range))' is not a number",
      at: range,
      hint: isText ? "put quantities and other text in quotes: \"\(excerpt(range))\"" : nil
    )
  }

  private func leadingZero(
    _ written: String,
    sign: String,
    digits: Substring,
    at range: Range<Int>
  ) -> Diagnostic {
    let significant = digits.drop { $0 == "0" }
    let isOctal = digits.utf8.allSatisfy { $0 < UInt8(ascii: "8") }
    return mistake(
      "'\(excerpt(range))' \(isOctal ? "is an octal number" : "has a leading zero"),"
        + " which JSON5 does not allow",
      at: range,
      hint: "write \(sign)\(significant.isEmpty ? "0" : significant.prefix(40))"
    )
  }
}
