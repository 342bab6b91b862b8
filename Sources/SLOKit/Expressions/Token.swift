/// One word or sign of an expression, with its place.
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Digits, and the unit that follows them directly or after a blank.
    case quantity(Quantity)
    /// A column, function, definition or keyword.
    case word(String)
    /// A column in backticks: any characters.
    case column(String)
    case variable(String)
    /// Text in single quotes.
    case text(String)
    case arithmetic(ArithmeticOperator)
    case comparison(ComparisonOperator)
    case openParenthesis
    case closeParenthesis
    case comma
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

extension Token {
  /// Words that cannot name a column without backticks.
  static let keywords = ["and", "or", "not", "in", "for", "where"]

  /// Whether the token can make the tree deeper; a long list of texts does not.
  var deepensTree: Bool {
    switch kind {
    case .text, .comma, .end: false
    case .quantity, .word, .column, .variable, .arithmetic, .comparison, .openParenthesis,
      .closeParenthesis:
      true
    }
  }

  /// Whether it makes the number before it a number of samples.
  var isSampleWord: Bool { kind == .word("samples") || kind == .word("sample") }

  /// How a message names what was found.
  var spelling: String {
    switch kind {
    case .quantity(let quantity): "'\(quantity)'"
    case .word(let word): "'\(word)'"
    case .column(let name): "column '\(name)'"
    case .variable(let name): "'$\(name)'"
    case .text(let text): "text '\(text)'"
    case .arithmetic(let sign): "'\(sign.rawValue)'"
    case .comparison(let sign): "'\(sign.rawValue)'"
    case .openParenthesis: "'('"
    case .closeParenthesis: "')'"
    case .comma: "','"
    case .end: "the end"
    }
  }
}
