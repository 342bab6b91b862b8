/// Cuts an expression into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// All tokens of `text`; the last one is `end`.
  static func tokens(of text: String) throws(TextError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    // Few expressions are longer.
    tokens.reserveCapacity(8)
    var token = try lexer.next()
    while token.kind != .end {
      tokens.append(token)
      token = try lexer.next()
    }
    tokens.append(token)
    return tokens
  }

  private mutating func next() throws(TextError) -> Token {
    while let byte = peek(), byte == .space || byte == .tab || byte == .lineFeed { position += 1 }
    let start = position
    let kind = try kind()
    return Token(kind: kind, range: start..<position)
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private mutating func kind() throws(TextError) -> Token.Kind {
    guard let byte = peek() else { return .end }
    if byte.isDigit || (byte == .dot && peek(1)?.isDigit == true) { return try quantity() }
    if byte.isLetter || byte == .underscore { return .word(word()) }
    switch byte {
    case .apostrophe: return .text(try quoted(by: byte, what: "text"))
    case .backtick: return .column(try quoted(by: byte, what: "column name"))
    case .dollar: return try variable()
    default: return try sign(byte)
    }
  }
}

// MARK: - Words and numbers

extension Lexer {
  private mutating func word() -> String {
    let start = position
    while let byte = peek(), byte.isWordPart { position += 1 }
    return string(start..<position)
  }

  private mutating func variable() throws(TextError) -> Token.Kind {
    let start = position
    position += 1
    let name = word()
    guard !name.isEmpty else {
      throw TextError(.syntax, "expected a variable's name after '$'", at: start..<position)
    }
    return .variable(name)
  }

  /// Reads up to the closing sign; the sign twice stands for itself.
  private mutating func quoted(
    by sign: UInt8,
    what: String
  ) throws(TextError) -> String {
    let start = position
    var content: [UInt8] = []
    position += 1
    while let byte = peek() {
      position += 1
      guard byte == sign else {
        content.append(byte)
        continue
      }
      guard peek() == sign else { return String(decoding: content, as: UTF8.self) }
      content.append(sign)
      position += 1
    }
    throw TextError(.syntax, "unclosed \(what)", at: start..<bytes.count)
  }

  private mutating func quantity() throws(TextError) -> Token.Kind {
    let start = position
    position = Quantity.endOfNumber(in: bytes, from: start)
    let digits = string(start..<position)
    guard Quantity.isNumber(digits) else {
      throw TextError(.syntax, "'\(digits)' is not a number", at: start..<position)
    }
    return .quantity(Quantity(digits: digits, unit: try unit()))
  }

  /// The unit behind a number: `%`, `/s`, or a word, directly or after blanks.
  ///
  /// After a blank only a known unit counts, so that `3 samples` stays a number and a word.
  private mutating func unit() throws(TextError) -> Unit? {
    let start = position
    while peek() == .space { position += 1 }
    if peek() == .slash, peek(1) == UInt8(ascii: "s"), peek(2)?.isWordPart != true {
      position += 2
      return Unit(named: "/s")
    }
    let isAdjacent = start == position
    let symbolStart = position
    while let byte = peek(), byte.isLetter || byte >= 0x80 || byte == UInt8(ascii: "%") {
      position += 1
    }
    guard symbolStart < position else {
      position = start
      return nil
    }
    let symbol = string(symbolStart..<position)
    if let unit = Unit(named: symbol) { return unit }
    guard isAdjacent else {
      position = start
      return nil
    }
    let unknown = UnknownUnit(symbol: symbol)
    throw TextError(
      .unknownUnit,
      unknown.message,
      at: symbolStart..<position,
      hint: unknown.hint
    )
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

// MARK: - Signs

extension Lexer {
  private mutating func sign(_ byte: UInt8) throws(TextError) -> Token.Kind {
    let isDoubled = peek(1) == UInt8(ascii: "=")
    let (kind, length): (Token.Kind, Int) =
      switch byte {
      case UInt8(ascii: "<"): (.comparison(isDoubled ? .lessOrEqual : .less), isDoubled ? 2 : 1)
      case UInt8(ascii: ">"):
        (.comparison(isDoubled ? .greaterOrEqual : .greater), isDoubled ? 2 : 1)
      case UInt8(ascii: "=") where isDoubled: (.comparison(.equal), 2)
      case UInt8(ascii: "!") where isDoubled: (.comparison(.notEqual), 2)
      case .plus: (.arithmetic(.add), 1)
      case .minus: (.arithmetic(.subtract), 1)
      case UInt8(ascii: "*"): (.arithmetic(.multiply), 1)
      case .slash: (.arithmetic(.divide), 1)
      case UInt8(ascii: "("): (.openParenthesis, 1)
      case UInt8(ascii: ")"): (.closeParenthesis, 1)
      case .comma: (.comma, 1)
      default: throw unexpectedSign()
      }
    position += length
    return kind
  }

  /// The mistake for a sign that the language does not have, with the one that it has instead.
  private func unexpectedSign() -> TextError {
    let instead = [
      "=<": "<=", "=>": ">=", "&&": "and", "||": "or", "≤": "<=", "≥": ">=", "≠": "!=", "=": "==",
      "!": "not",
      "×": "*", "÷": "/", "−": "-", "–": "-", "\"": "' (text stands in single quotes)",
    ]
    for (sign, better) in instead.sorted(by: { $0.key.utf8.count > $1.key.utf8.count })
    where bytes[position...].starts(with: sign.utf8) {
      return TextError(
        .syntax,
        "unexpected '\(sign)'",
        at: position..<position + sign.utf8.count,
        hint: "write \(better)"
      )
    }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let sign = string(position..<end)
    return TextError(
      .syntax,
      "unexpected '\(sign)'",
      at: position..<end,
      // It may look just like the letter that was meant.
      hint: sign.codePoints.map { "it is \($0); names with such characters stand in `backticks`" }
    )
  }
}
