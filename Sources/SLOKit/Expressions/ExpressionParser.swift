/// Reads the grammar of expressions by recursive descent, loosest binding first:
/// `or`, `and`, `not`, comparison with `for`, sum, product, sign.
struct ExpressionParser {
  /// Deeper nesting is an error rather than a stack overflow.
  static let depthLimit = 64

  /// A chain of operators is a deep tree too, however flat it looks.
  static let tokenLimit = 2000

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  init(_ text: String) throws(ExpressionError) {
    tokens = try Lexer.tokens(of: text)
    guard tokens.count <= Self.tokenLimit else {
      throw ExpressionError(
        .tooLarge,
        "more than \(Self.tokenLimit) words and signs in one expression",
        at: tokens[Self.tokenLimit].range,
        hint: "name parts of it under 'define'"
      )
    }
  }

  mutating func wholeExpression() throws(ExpressionError) -> Expression {
    let expression = try disjunction()
    guard token.kind == .end else {
      throw unexpected("expected an operator or the end", hint: hintAfterExpression)
    }
    return expression
  }
}

// MARK: - Tokens

extension ExpressionParser {
  private var token: Token { tokens[position] }

  private mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  private mutating func skip(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  private mutating func skip(word: String) -> Bool { skip(.word(word)) }

  private mutating func expect(_ kind: Token.Kind, _ what: String) throws(ExpressionError) {
    guard skip(kind) else { throw unexpected("expected \(what)") }
  }

  private func unexpected(_ expectation: String, hint: String? = nil) -> ExpressionError {
    ExpressionError(.syntax, "\(expectation), found \(token.spelling)", at: token.range, hint: hint)
  }

  /// What helps when a word follows a complete expression.
  private var hintAfterExpression: String? {
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

  private func range(from start: Expression) -> Range<Int> {
    start.range.lowerBound..<tokens[max(0, position - 1)].range.upperBound
  }

  /// Runs `body` one level deeper.
  private mutating func nested(
    _ body: (inout ExpressionParser) throws(ExpressionError) -> Expression
  ) throws(ExpressionError) -> Expression {
    guard depth < Self.depthLimit else {
      throw ExpressionError(
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

// MARK: - Conditions

extension ExpressionParser {
  private mutating func disjunction() throws(ExpressionError) -> Expression {
    var left = try conjunction()
    while skip(word: "or") {
      let right = try conjunction()
      left = Expression(kind: .or(left, right), range: range(from: left))
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Expression {
    var left = try negation()
    while skip(word: "and") {
      let right = try negation()
      left = Expression(kind: .and(left, right), range: range(from: left))
    }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Expression {
    let start = token.range.lowerBound
    guard skip(word: "not") else { return try comparison() }
    let operand = try nested { parser throws(ExpressionError) in try parser.negation() }
    return Expression(kind: .not(operand), range: start..<operand.range.upperBound)
  }

  private mutating func comparison() throws(ExpressionError) -> Expression {
    let start = token.range.lowerBound
    if case .comparison(let sign) = token.kind {
      advance()
      let right = try sum()
      return try held(
        Expression(kind: .comparison(sign, nil, right), range: start..<right.range.upperBound)
      )
    }
    let left = try sum()
    if case .comparison(let sign) = token.kind {
      advance()
      let right = try sum()
      return try held(
        Expression(kind: .comparison(sign, left, right), range: start..<right.range.upperBound)
      )
    }
    return try held(try membership(of: left))
  }

  /// Reads `in ('a', 'b')` or `not in (…)` behind a label.
  private mutating func membership(of label: Expression) throws(ExpressionError) -> Expression {
    let isNegated = token.kind == .word("not")
    if isNegated {
      guard tokens[min(position + 1, tokens.count - 1)].kind == .word("in") else { return label }
      advance()
    }
    guard skip(word: "in") else { return label }
    try expect(.openParenthesis, "'(' and texts in single quotes")
    var texts: [String] = []
    repeat {
      guard case .text(let text) = token.kind else {
        throw unexpected("expected text in single quotes")
      }
      texts.append(text)
      advance()
    } while skip(.comma)
    try expect(.closeParenthesis, "',' or ')'")
    return Expression(
      kind: .membership(label, texts: texts, isNegated: isNegated),
      range: range(from: label)
    )
  }

  /// Reads `for 5m` or `for 3 samples` behind a condition.
  private mutating func held(_ condition: Expression) throws(ExpressionError) -> Expression {
    guard condition.isCondition, skip(word: "for") else { return condition }
    let extent = try extent()
    return Expression(kind: .held(condition, extent), range: range(from: condition))
  }

  private mutating func extent() throws(ExpressionError) -> Expression.Extent {
    let place = token.range
    switch token.kind {
    case .variable(let name):
      advance()
      return .variable(name, place)
    case .quantity(let quantity) where quantity.unit?.dimension == .time:
      advance()
      return .time(quantity)
    case .quantity(let quantity) where quantity.unit == nil:
      advance()
      guard skip(word: "samples") || skip(word: "sample") else {
        throw unexpected("expected 'samples' or a unit of time")
      }
      guard let count = Int(quantity.digits), count > 0 else {
        throw ExpressionError(.syntax, "expected a whole number of samples", at: place)
      }
      return .samples(count)
    default:
      throw unexpected("expected a duration such as 5m, or a number of samples")
    }
  }
}

// MARK: - Values

extension ExpressionParser {
  private mutating func sum() throws(ExpressionError) -> Expression {
    var left = try product()
    while case .arithmetic(let sign) = token.kind, sign == .add || sign == .subtract {
      advance()
      let right = try product()
      left = Expression(kind: .arithmetic(sign, left, right), range: range(from: left))
    }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    var left = try signed()
    while case .arithmetic(let sign) = token.kind, sign == .multiply || sign == .divide {
      advance()
      let right = try signed()
      left = Expression(kind: .arithmetic(sign, left, right), range: range(from: left))
    }
    return left
  }

  private mutating func signed() throws(ExpressionError) -> Expression {
    let start = token.range.lowerBound
    guard skip(.arithmetic(.subtract)) else { return try primary() }
    let operand = try nested { parser throws(ExpressionError) in try parser.signed() }
    return Expression(kind: .negated(operand), range: start..<operand.range.upperBound)
  }

  private mutating func primary() throws(ExpressionError) -> Expression {
    let start = token
    switch start.kind {
    case .quantity(let quantity):
      advance()
      return Expression(kind: .quantity(quantity), range: start.range)
    case .variable(let name):
      advance()
      return Expression(kind: .variable(name), range: start.range)
    case .text(let text):
      advance()
      return Expression(kind: .text(text), range: start.range)
    case .column(let name):
      advance()
      return Expression(kind: .name(name), range: start.range)
    case .word(let word) where !Token.keywords.contains(word):
      advance()
      guard token.kind == .openParenthesis else {
        return Expression(kind: .name(word), range: start.range)
      }
      return try call(of: word, at: start.range)
    case .openParenthesis:
      return try parenthesised()
    case .word, .arithmetic, .comparison, .closeParenthesis, .comma, .end:
      throw unexpected("expected a number, a column, a function or '('")
    }
  }

  private mutating func parenthesised() throws(ExpressionError) -> Expression {
    let open = token.range.lowerBound
    advance()
    let inner = try nested { parser throws(ExpressionError) in try parser.disjunction() }
    let end = token.range.upperBound
    try expect(.closeParenthesis, "')'")
    return Expression(kind: inner.kind, range: open..<end)
  }

  private mutating func call(
    of function: String,
    at place: Range<Int>
  ) throws(ExpressionError) -> Expression {
    advance()
    var arguments: [Expression] = []
    var filter: Expression?
    if token.kind != .closeParenthesis {
      if token.kind != .word("where") { arguments = try self.arguments() }
      if skip(word: "where") {
        filter = try nested { parser throws(ExpressionError) in try parser.disjunction() }
      }
    }
    let end = token.range.upperBound
    try expect(.closeParenthesis, filter == nil ? "',' or ')'" : "')'")
    let call = Expression.Call(
      function: function,
      functionRange: place,
      arguments: arguments,
      filter: filter
    )
    return Expression(kind: .call(call), range: place.lowerBound..<end)
  }

  private mutating func arguments() throws(ExpressionError) -> [Expression] {
    var arguments: [Expression] = []
    repeat {
      arguments.append(try nested { parser throws(ExpressionError) in try parser.disjunction() })
    } while skip(.comma)
    return arguments
  }
}
