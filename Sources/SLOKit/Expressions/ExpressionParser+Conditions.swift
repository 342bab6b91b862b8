extension ExpressionParser {
  mutating func disjunction() throws(TextError) -> Expression {
    var left = try conjunction()
    while skip(word: "or") {
      let right = try conjunction()
      left = Expression(kind: .or(left, right), range: range(from: left))
    }
    return left
  }

  mutating func conjunction() throws(TextError) -> Expression {
    var left = try negation()
    while skip(word: "and") {
      let right = try negation()
      left = Expression(kind: .and(left, right), range: range(from: left))
    }
    return left
  }

  mutating func negation() throws(TextError) -> Expression {
    let start = token.range.lowerBound
    guard skip(word: "not") else { return try comparison() }
    let operand = try nested { parser throws(TextError) in try parser.negation() }
    return Expression(kind: .not(operand), range: start..<operand.range.upperBound)
  }

  mutating func comparison() throws(TextError) -> Expression {
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
  mutating func membership(of label: Expression) throws(TextError) -> Expression {
    let isNegated = token.kind == .word("not")
    if isNegated {
      guard next.kind == .word("in") else { return label }
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
  mutating func held(_ condition: Expression) throws(TextError) -> Expression {
    guard condition.isCondition, skip(word: "for") else { return condition }
    let extent = try extent()
    return Expression(kind: .held(condition, extent), range: range(from: condition))
  }

  mutating func extent() throws(TextError) -> Expression.Extent {
    let place = token.range
    switch token.kind {
    case .variable(let name):
      advance()
      return .variable(name, place)
    case .quantity(let quantity) where quantity.unit?.dimension == .time:
      guard quantity.baseValue() > 0 else {
        throw TextError(.syntax, "expected a duration above 0", at: place)
      }
      advance()
      return .time(quantity)
    case .quantity(let quantity) where quantity.unit == nil:
      advance()
      return .samples(try sampleCount(quantity, at: place))
    default:
      throw unexpected("expected a duration such as 5m, or a number of samples")
    }
  }

  /// Reads `samples` behind a number, which stands at `place`.
  mutating func sampleCount(
    _ quantity: Quantity,
    at place: Range<Int>
  ) throws(TextError) -> Int {
    guard token.isSampleWord else {
      throw unexpected("expected 'samples' or a unit of time")
    }
    advance()
    guard let count = Int(quantity.digits), count > 0 else {
      throw TextError(.syntax, "expected a whole number of samples", at: place)
    }
    return count
  }
}
