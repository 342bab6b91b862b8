/// The syntax tree of an expression, before names have a meaning.
///
/// Values and conditions share one type, because a parenthesis does not tell which of the two it
/// opens; the checker tells them apart.
struct Expression: Sendable, Hashable {
  indirect enum Kind: Sendable, Hashable {
    case quantity(Quantity)
    case variable(String)
    /// A column or a definition.
    case name(String)
    case text(String)
    /// How far a window reaches back, as an argument of a function.
    case samples(Int)
    case negated(Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case call(Call)
    /// Without a left side, a band about the objective's indicator.
    case comparison(ComparisonOperator, Expression?, Expression)
    case membership(Expression, texts: [String], isNegated: Bool)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case held(Expression, Extent)
  }

  /// A function, its arguments, and the samples it looks at.
  struct Call: Sendable, Hashable {
    let function: String
    let functionRange: Range<Int>
    let arguments: [Expression]
    let filter: Expression?
  }

  /// How long a condition must hold.
  enum Extent: Sendable, Hashable {
    case samples(Int)
    case time(Quantity)
    case variable(String, Range<Int>)
  }

  let kind: Kind
  let range: Range<Int>
}

extension Expression {
  /// Reads a whole expression.
  init(parsing text: String) throws(TextError) {
    var parser = try ExpressionParser(text)
    self = try parser.wholeExpression()
  }

  /// Whether this is a question rather than a number.
  var isCondition: Bool {
    switch kind {
    case .comparison, .membership, .not, .and, .or, .held: true
    case .quantity, .variable, .name, .text, .samples, .negated, .arithmetic, .call: false
    }
  }
}

extension Expression {
  /// A variable and where it stands.
  struct VariableUse: Sendable, Hashable {
    let name: String
    let range: Range<Int>
  }

  /// The variables in the order of the text.
  var variables: [VariableUse] {
    var uses: [VariableUse] = []
    collectVariables(&uses)
    return uses
  }

  private func collectVariables(_ uses: inout [VariableUse]) {
    switch kind {
    case .variable(let name): uses.append(VariableUse(name: name, range: range))
    case .quantity, .name, .text, .samples: break
    case .negated(let a), .not(let a), .membership(let a, _, _): a.collectVariables(&uses)
    case .arithmetic(_, let a, let b), .and(let a, let b), .or(let a, let b):
      a.collectVariables(&uses)
      b.collectVariables(&uses)
    case .comparison(_, let a, let b):
      a?.collectVariables(&uses)
      b.collectVariables(&uses)
    case .call(let call):
      for argument in call.arguments { argument.collectVariables(&uses) }
      call.filter?.collectVariables(&uses)
    case .held(let a, let extent):
      a.collectVariables(&uses)
      if case .variable(let name, let range) = extent {
        uses.append(VariableUse(name: name, range: range))
      }
    }
  }
}
