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
    case .baseline: return baseline(call, at: range)
    case .comparison(let statistic):
      return aggregate(.comparison(Comparison(statistic: statistic)), call, at: range)
    case .rolling(let function): return rolling(function, call, at: range)
    case .difference: return difference(call, at: range)
    case .coalesce, .absolute, .greatest, .least: return plain(meaning, call, at: range)
    }
  }

  /// `baseline(e)`.
  private mutating func baseline(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard hasArguments(1, call, at: range), hasNoFilter(call),
      let (formula, value) = runValue(call.arguments[0])
    else { return nil }
    guard !formula.aggregates.contains(where: \.isComparison) else {
      report(
        .wrongArguments,
        "a comparison with the baseline has no value on the baseline",
        at: call.arguments[0].range
      )
      return nil
    }
    return TypedValue(
      formula: .run(formula.of(.baseline)),
      unit: value.unit,
      size: value.size.nested
    )
  }

  func over(
    _ aggregate: Aggregate,
    _ unit: UnitState,
    size: TreeSize = .one
  ) -> TypedValue {
    TypedValue(formula: .run(.leaf(aggregate)), unit: unit, size: size)
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
      let size = accepted(test.size + a.size + b.size, at: range)
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
    // Every operand meets the one that has a unit, so that a bare number takes it wherever it
    // stands.
    let reference =
      values.firstIndex { $0.knownUnit != nil }
      ?? values.firstIndex {
        if case .undeclared = $0.unit { return true }
        return false
      } ?? 0
    for index in values.indices where index != reference {
      guard let pair = unified(values[reference], values[index], to: "choose between", at: range)
      else { return nil }
      (values[reference], values[index]) = pair
    }
    let unit = values[reference].unit
    let total = values.dropFirst().reduce(values[0].size) { $0 + $1.size }
    guard let size = accepted(total, at: range),
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
    case .absolute, .aggregate, .conditional, .ofTime, .count, .percentile, .choice, .baseline,
      .comparison,
      .rolling, .difference:
      .absolute(operands[0])
    }
  }
}

// MARK: - Arguments

extension Checker {
  mutating func hasArguments(
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

  mutating func hasArguments(
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

  mutating func hasNoFilter(
    _ call: Expression.Call,
    hint: String = "put it into the aggregates inside"
  ) -> Bool {
    guard let filter = call.filter else { return true }
    report(
      .wrongArguments,
      "'\(call.function)' takes no 'where'",
      at: filter.range,
      hint: hint
    )
    return false
  }
}
