extension Formula {
  /// The formula as the expression that it could have been read from.
  func expression(
    leaf: (Leaf) -> Expression.Kind,
    fact: (Fact) -> Expression.Kind
  ) -> Expression {
    func of(_ formula: Formula) -> Expression { formula.expression(leaf: leaf, fact: fact) }
    return switch self {
    case .constant(let value): Expression(constant: value)
    case .leaf(let part): Expression(leaf(part))
    case .negated(let a): Expression(.negated(of(a)))
    case .absolute(let a): Expression(call: "abs", [of(a)])
    case .arithmetic(let sign, let a, let b): Expression(.arithmetic(sign, of(a), of(b)))
    case .coalesced(let operands): Expression(call: "coalesce", operands.map(of))
    case .greatest(let operands): Expression(call: "greatest", operands.map(of))
    case .least(let operands): Expression(call: "least", operands.map(of))
    case .choice(let condition, let a, let b):
      Expression(call: "if", [condition.expression(leaf: leaf, fact: fact), of(a), of(b)])
    }
  }
}

extension Condition {
  /// The condition as the expression that it could have been read from.
  func expression(
    leaf: (Leaf) -> Expression.Kind,
    fact: (Fact) -> Expression.Kind
  ) -> Expression {
    func of(_ condition: Condition) -> Expression { condition.expression(leaf: leaf, fact: fact) }
    return switch self {
    case .constant(let value): Expression(.name(value ? "true" : "false"))
    case .fact(let question): Expression(fact(question))
    case .comparison(let sign, let a, let b):
      Expression(
        .comparison(
          sign,
          a.expression(leaf: leaf, fact: fact),
          b.expression(leaf: leaf, fact: fact)
        )
      )
    case .not(let a): Expression(.not(of(a)))
    case .and(let a, let b): Expression(.and(of(a), of(b)))
    case .or(let a, let b): Expression(.or(of(a), of(b)))
    }
  }
}

extension Expression {
  /// An expression that was not read from anywhere.
  init(_ kind: Kind) {
    self.init(kind: kind, range: 0..<0)
  }

  /// A number in base units.
  init(constant value: Double) {
    self.init(.quantity(Quantity(digits: value.shortestDecimal, unit: nil)))
  }

  init(call function: String, _ arguments: [Expression], where filter: Expression? = nil) {
    self.init(
      .call(
        Call(function: function, functionRange: 0..<0, arguments: arguments, filter: filter)
      )
    )
  }
}

// MARK: - With the names of columns

extension ColumnTable {
  /// A formula per sample.
  func expression(_ formula: SampleFormula) -> Expression {
    formula.expression(leaf: name, fact: test)
  }

  /// A condition per sample.
  func expression(_ condition: SampleCondition) -> Expression {
    condition.expression(leaf: name, fact: test)
  }

  /// An aggregate, without the part of the run that it is over.
  func expression(_ aggregate: Aggregate) -> Expression {
    var arguments: [Expression] =
      switch aggregate.operand {
      case .none: []
      case .value(let formula): [expression(formula)]
      case .condition(let condition): [expression(condition)]
      }
    if case .held(let extent) = aggregate.function, let condition = arguments.first {
      return Expression(.held(condition, extent.expression))
    }
    let (name, percent) = FunctionTable.name(of: aggregate.function)
    if let percent { arguments.append(Expression(constant: percent)) }
    let call = Expression(call: name, arguments, where: aggregate.filter.map { expression($0) })
    return aggregate.source == .baseline ? Expression(call: "baseline", [call]) : call
  }

  /// A column of the file by its name, and a computed one by its expression, which is its name.
  private func name(_ column: ColumnReference) -> Expression.Kind {
    let column = self[column.index]
    let computed = column.isDerived ? try? Expression(parsing: column.name) : nil
    return computed?.kind ?? .name(column.name)
  }

  private func test(_ test: LabelTest) -> Expression.Kind {
    let label = Expression(.name(self[test.column].name))
    let texts = test.texts.map { self[test.column].texts[$0] }
    return .membership(label, texts: texts, isNegated: test.isNegated)
  }
}

extension Extent {
  fileprivate var expression: Expression.Extent {
    switch self {
    case .samples(let count): .samples(count)
    case .seconds(let seconds):
      .time(Quantity(digits: seconds.shortestDecimal, unit: .second))
    }
  }
}
