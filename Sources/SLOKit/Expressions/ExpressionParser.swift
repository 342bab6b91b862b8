/// Reads the grammar of expressions by recursive descent, loosest binding first:
/// `or`, `and`, `not`, comparison with `for`, sum, product, sign.
struct ExpressionParser {
  /// Deeper nesting is an error rather than a stack overflow.
  static let depthLimit = 64

  /// A chain of operators is a deep tree too, however flat it looks.
  static let tokenLimit = 400

  let tokens: [Token]
  private(set) var position = 0
  private var depth = 0

  init(_ text: String) throws(TextError) {
    tokens = try Lexer.tokens(of: text)
    guard tokens.count(where: \.deepensTree) <= Self.tokenLimit else {
      throw TextError(
        .tooLarge,
        "more than \(Self.tokenLimit) names, numbers and signs in one expression",
        at: tokens[0].range.lowerBound..<text.utf8.count,
        hint: "name parts of it under 'define'"
      )
    }
  }

  mutating func wholeExpression() throws(TextError) -> Expression {
    let expression = try disjunction()
    guard token.kind == .end else {
      throw unexpected("expected an operator or the end", hint: hintAfterExpression)
    }
    return expression
  }
}

// MARK: - Tokens

extension ExpressionParser {
  var token: Token { tokens[position] }

  /// The token behind this one.
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func skip(word: String) -> Bool {
    guard case .word(word) = token.kind else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(TextError) {
    guard skip(kind) else { throw unexpected("expected \(what)") }
  }

  func unexpected(_ expectation: String, hint: String? = nil) -> TextError {
    TextError(.syntax, "\(expectation), found \(token.spelling)", at: token.range, hint: hint)
  }

  /// What helps when a word follows a complete expression.
  var hintAfterExpression: String? {
    switch token.kind {
    case .word(let word):
      let lowercase = String(decoding: word.utf8.map(\.lowercased), as: UTF8.self)
      if word != lowercase, Token.keywords.contains(lowercase) {
        return "keywords are lower case: \(lowercase)"
      }
      return spellingHint(for: word, among: Token.keywords)
    case .comparison: return "join two comparisons with 'and'"
    default: return nil
    }
  }

  func range(from start: Expression) -> Range<Int> {
    start.range.lowerBound..<tokens[max(0, position - 1)].range.upperBound
  }

  /// Runs `body` one level deeper.
  mutating func nested(
    _ body: (inout ExpressionParser) throws(TextError) -> Expression
  ) throws(TextError) -> Expression {
    guard depth < Self.depthLimit else {
      throw TextError(
        .tooDeep,
        "more than \(Self.depthLimit) levels of nesting",
        at: token.range,
        hint: "name a part of it under 'define'"
      )
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
