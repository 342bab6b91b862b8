extension Checker {
  mutating func aggregate(
    _ function: Aggregate.Function,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> TypedValue? {
    guard hasArguments(1, call, at: range) else { return nil }
    return aggregate(function, of: call.arguments[0], call)
  }

  mutating func aggregate(
    _ function: Aggregate.Function,
    of argument: Expression,
    _ call: Expression.Call
  ) -> TypedValue? {
    guard let (operand, unit, size) = self.operand(argument, of: function) else { return nil }
    guard let filter = filter(of: call) else { return nil }
    let aggregate = Aggregate(
      function: function,
      operand: .value(operand),
      filter: filter.condition
    )
    let result: UnitState =
      switch function {
      case .count, .missing, .trend: .known(.count)
      case .growth, .comparison: .known(.ratio)
      case .rate, .slope: Self.perSecond(unit)
      case .sum, .mean, .minimum, .maximum, .first, .last, .standardDeviation, .percentile,
        .increase, .fraction, .longest, .duration, .gap, .held:
        unit
      }
    return over(aggregate, result, size: size + filter.size)
  }

  /// The values that an aggregate is over.
  ///
  /// Samples can be counted by a label too.
  private mutating func operand(
    _ argument: Expression,
    of function: Aggregate.Function
  ) -> (SampleFormula, UnitState, TreeSize)? {
    if function == .count || function == .missing, case .name(let name) = argument.kind,
      let index = context.columns.index(of: name), context.columns[index].isLabel
    {
      return (.leaf(ColumnReference(index: index)), .known(.count), .one)
    }
    guard let (formula, value) = measuredValue(argument) else { return nil }
    return (formula, value.unit, value.size)
  }

  /// Checks that `expression` is a value per sample that at least one column has a part in.
  mutating func measuredValue(
    _ expression: Expression,
    hint: String? = nil
  ) -> (SampleFormula, TypedValue)? {
    guard let (formula, value) = sampleValue(expression, hint: hint) else { return nil }
    guard formula.constantValue == nil else {
      report(
        .wrongArguments,
        "expected a column or arithmetic on columns, found a constant",
        at: expression.range
      )
      return nil
    }
    return (formula, value)
  }

  private static func perSecond(_ unit: UnitState) -> UnitState {
    switch unit {
    case .bare: unit
    case .known(let unit): .known(unit / .second)
    case .undeclared(let origin):
      .undeclared(
        UndeclaredUnit(
          column: origin.column,
          derivation: origin.derivation == .same ? .perSecond : .combined
        )
      )
    }
  }

  mutating func conditional(
    _ function: Aggregate.Function,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> TypedValue? {
    guard hasArguments(1, call, at: range) else { return nil }
    let (operand, filter) = (sampleCondition(call.arguments[0]), filter(of: call))
    guard let (condition, size) = operand, let filter else { return nil }
    let aggregate = Aggregate(
      function: function,
      operand: .condition(condition),
      filter: filter.condition
    )
    return over(
      aggregate,
      .known(function == .fraction ? .ratio : .count),
      size: size + filter.size
    )
  }

  mutating func count(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard call.arguments.isEmpty else { return aggregate(.count, call, at: range) }
    guard let filter = filter(of: call) else { return nil }
    return over(
      Aggregate(function: .count, operand: .none, filter: filter.condition),
      .known(.count),
      size: filter.size
    )
  }

  mutating func percentile(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard hasArguments(2, call, at: range) else { return nil }
    guard let percent = value(call.arguments[1]) else { return nil }
    let share = percent.adapted(to: .percent)
    guard case .constant(let share) = share.formula, share > 0, share < 1 else {
      report(
        .wrongArguments,
        "expected a percentile between 0 and 100",
        at: call.arguments[1].range,
        hint: "for example p(x, 99.9)"
      )
      return nil
    }
    if case .bare(let digits) = percent.unit, share < 0.01 {
      let percentile = digits ?? "0.95"
      report(
        .wrongArguments,
        "'\(percentile)' may be meant as a share or as a percentage",
        at: call.arguments[1].range,
        hint: "write p(x, 95) for the 95th percentile, or \(percentile)% for what it says"
      )
      return nil
    }
    return aggregate(.percentile(share), of: call.arguments[0], call)
  }

  /// The condition behind `where`; `nil` when it is wrong.
  private mutating func filter(
    of call: Expression.Call
  ) -> (condition: SampleCondition?, size: TreeSize)? {
    guard let filter = call.filter else { return (nil, .one) }
    return sampleCondition(filter).map { ($0.0, $0.1) }
  }
}
