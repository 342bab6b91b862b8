extension ExpressionParser {
  mutating func sum() throws(TextError) -> Expression {
    var left = try product()
    while case .arithmetic(let sign) = token.kind, sign == .add || sign == .subtract {
      advance()
      let right = try product()
      left = Expression(kind: .arithmetic(sign, left, right), range: range(from: left))
    }
    return left
  }

  mutating func product() throws(TextError) -> Expression {
    var left = try signed()
    while case .arithmetic(let sign) = token.kind, sign == .multiply || sign == .divide {
      advance()
      let right = try signed()
      left = Expression(kind: .arithmetic(sign, left, right), range: range(from: left))
    }
    return left
  }

  mutating func signed() throws(TextError) -> Expression {
    let start = token.range.lowerBound
    guard skip(.arithmetic(.subtract)) else { return try primary() }
    let operand = try nested { parser throws(TextError) in try parser.signed() }
    return Expression(kind: .negated(operand), range: start..<operand.range.upperBound)
  }

  mutating func primary() throws(TextError) -> Expression {
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

  mutating func parenthesised() throws(TextError) -> Expression {
    let open = token.range.lowerBound
    advance()
    let inner = try nested { parser throws(TextError) in try parser.disjunction() }
    let end = token.range.upperBound
    try expect(.closeParenthesis, "')'")
    return Expression(kind: inner.kind, range: open..<end)
  }

  mutating func call(
    of function: String,
    at place: Range<Int>
  ) throws(TextError) -> Expression {
    advance()
    var arguments: [Expression] = []
    var filter: Expression?
    if token.kind != .closeParenthesis {
      if token.kind != .word("where") { arguments = try self.arguments() }
      if skip(word: "where") {
        filter = try nested { parser throws(TextError) in try parser.disjunction() }
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

  mutating func arguments() throws(TextError) -> [Expression] {
    var arguments: [Expression] = []
    repeat {
      arguments.append(try argument())
    } while skip(.comma)
    return arguments
  }

  /// Reads an expression, or a number of samples such as `3 samples`.
  mutating func argument() throws(TextError) -> Expression {
    let place = token.range
    if case .quantity(let quantity) = token.kind, quantity.unit == nil, next.isSampleWord {
      advance()
      let count = try sampleCount(quantity, at: place)
      return Expression(
        kind: .samples(count),
        range: place.lowerBound..<tokens[position - 1].range.upperBound
      )
    }
    return try nested { parser throws(TextError) in try parser.disjunction() }
  }
}
