extension Checker {
  /// Checks a call of a function.
  mutating func call(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard let meaning = FunctionTable.meaning(of: call.function) else {
      report(
        .unknownFunction,
        "unknown function '\(call.function)'",
        at: call.functionRange,
        hint: FunctionTable.hint(for: call.function)
      )
      return nil
    }
    switch meaning {
    case .aggregate(let function): return aggregate(function, call, at: range)
    case .conditional(let function): return conditional(function, call, at: range)
    case .ofTime(let function):
      guard hasArguments(0, call, at: range), hasNoFilter(call) else { return nil }
      return over(Aggregate(function: function, operand: .none, filter: nil), .known(.second))
    case .count: return count(call, at: range)
    case .percentile: return percentile(call, at: range)
    case .choice: return choice(call, at: range)
    case .coalesce, .absolute, .greatest, .least: return plain(meaning, call, at: range)
    }
  }

  private func over(
    _ aggregate: Aggregate,
    _ unit: UnitState,
    size: Int = 1
  ) -> TypedValue {
    TypedValue(formula: .run(.leaf(aggregate)), unit: unit, size: size)
  }
}

// MARK: - Aggregates

extension Checker {
  private mutating func aggregate(
    _ function: Aggregate.Function,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> TypedValue? {
    guard hasArguments(1, call, at: range) else { return nil }
    return aggregate(function, of: call.arguments[0], call)
  }

  private mutating func aggregate(
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
      case .count, .missing: .known(.count)
      case .rate: Self.perSecond(unit)
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
  ) -> (SampleFormula, UnitState, Int)? {
    if function == .count || function == .missing, case .name(let name) = argument.kind,
      let index = context.columns.index(of: name), context.columns[index].isLabel
    {
      return (.leaf(ColumnReference(index: index)), .known(.count), 1)
    }
    guard let (formula, value) = sampleValue(argument) else { return nil }
    guard formula.constantValue == nil else {
      report(
        .wrongArguments,
        "expected a column or arithmetic on columns, found a constant",
        at: argument.range
      )
      return nil
    }
    return (formula, value.unit, value.size)
  }

  private static func perSecond(_ unit: UnitState) -> UnitState {
    if case .known(let unit) = unit { return .known(unit / .second) }
    return unit
  }

  private mutating func conditional(
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

  private mutating func count(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard call.arguments.isEmpty else { return aggregate(.count, call, at: range) }
    guard let filter = filter(of: call) else { return nil }
    return over(
      Aggregate(function: .count, operand: .none, filter: filter.condition),
      .known(.count),
      size: 1 + filter.size
    )
  }

  private mutating func percentile(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
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
    return aggregate(.percentile(share), of: call.arguments[0], call)
  }

  /// The condition behind `where`; `nil` when it is wrong.
  private mutating func filter(
    of call: Expression.Call
  ) -> (condition: SampleCondition?, size: Int)? {
    guard let filter = call.filter else { return (nil, 0) }
    return sampleCondition(filter).map { ($0.0, $0.1) }
  }
}

// MARK: - Functions of either level

extension Checker {
  /// `if(condition, a, b)`.
  mutating func choice(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard hasArguments(3, call, at: range), hasNoFilter(call) else { return nil }
    let arguments = call.arguments
    let (test, first, second) = (
      condition(arguments[0]), value(arguments[1]), value(arguments[2])
    )
    guard let test, let first, let second,
      let (a, b) = unified(first, second, to: "choose between", at: range),
      let size = size([test.size, a.size, b.size], at: range)
    else { return nil }
    let unit = Self.commonUnit(a, b)
    if case .constant(let isTrue) = test.condition {
      return TypedValue(formula: (isTrue ? a : b).formula, unit: unit, size: size)
    }
    if let test = test.condition.overRun, let a = a.formula.overRun, let b = b.formula.overRun {
      return TypedValue(formula: .run(.choice(test, a, b)), unit: unit, size: size)
    }
    guard let test = test.condition.perSample, let a = a.formula.perSample,
      let b = b.formula.perSample
    else {
      reportMixedLevels(at: range)
      return nil
    }
    return TypedValue(formula: .sample(.choice(test, a, b)), unit: unit, size: size)
  }

  /// `coalesce`, `abs`, `greatest` and `least`.
  private mutating func plain(
    _ meaning: FunctionTable.Meaning,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> TypedValue? {
    guard hasNoFilter(call) else { return nil }
    if meaning == .absolute {
      guard hasArguments(1, call, at: range) else { return nil }
    } else {
      guard hasArguments(atLeast: 2, call, at: range) else { return nil }
    }
    let checked = call.arguments.map { value($0) }
    var values = checked.compactMap { $0 }
    guard values.count == checked.count else { return nil }
    for index in values.indices.dropFirst() {
      guard let pair = unified(values[0], values[index], to: "choose between", at: range) else {
        return nil
      }
      (values[0], values[index]) = pair
    }
    let unit = values.dropFirst().reduce(values[0].unit) { unit, value in
      if case .bare = unit { return value.unit }
      return unit
    }
    guard let size = size(values.map(\.size), at: range),
      let formula = joined(
        values,
        at: range,
        sample: { Self.function(meaning, $0) },
        run: { Self.function(meaning, $0) }
      )
    else { return nil }
    return TypedValue(formula: formula, unit: unit, size: size)
  }

  private static func function<Leaf, Fact>(
    _ meaning: FunctionTable.Meaning,
    _ operands: [Formula<Leaf, Fact>]
  ) -> Formula<Leaf, Fact> {
    switch meaning {
    case .coalesce: .coalesced(operands)
    case .greatest: .greatest(operands)
    case .least: .least(operands)
    case .absolute, .aggregate, .conditional, .ofTime, .count, .percentile, .choice:
      .absolute(operands[0])
    }
  }
}

// MARK: - Arguments

extension Checker {
  private mutating func hasArguments(
    _ count: Int,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> Bool {
    guard call.arguments.count != count else { return true }
    let what = count == 0 ? "no arguments" : count == 1 ? "1 argument" : "\(count) arguments"
    report(
      .wrongArguments,
      "'\(call.function)' takes \(what), found \(call.arguments.count)",
      at: range
    )
    return false
  }

  private mutating func hasArguments(
    atLeast count: Int,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> Bool {
    guard call.arguments.count < count else { return true }
    report(
      .wrongArguments,
      "'\(call.function)' takes at least \(count) arguments, found \(call.arguments.count)",
      at: range
    )
    return false
  }

  private mutating func hasNoFilter(_ call: Expression.Call) -> Bool {
    guard let filter = call.filter else { return true }
    report(
      .wrongArguments,
      "'\(call.function)' takes no 'where'",
      at: filter.range,
      hint: "put it into the aggregates inside"
    )
    return false
  }
}
