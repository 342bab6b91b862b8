extension Checker {
  /// Checks arithmetic, numbers and calls.
  mutating func computed(_ expression: Expression) -> TypedValue? {
    switch expression.kind {
    case .quantity(let quantity): return finite(constant(quantity), at: expression.range)
    case .negated(let operand): return negated(operand)
    case .arithmetic(let sign, let a, let b):
      return arithmetic(sign, a, b, at: expression.range)
    case .call(let call): return self.call(call, at: expression.range)
    case .text:
      report(
        .wrongKind,
        "text can only be compared with a label column",
        at: expression.range,
        hint: "write a column's name without quotes, or in backticks"
      )
      return nil
    case .samples:
      report(
        .wrongKind,
        "expected a value, found a number of samples",
        at: expression.range,
        hint: "it says how far a window reaches: rolling_mean(x, 3 samples)"
      )
      return nil
    case .variable, .name, .comparison, .membership, .not, .and, .or, .held:
      return value(expression)
    }
  }

  private mutating func negated(_ operand: Expression) -> TypedValue? {
    guard let value = value(operand) else { return nil }
    let formula: LeveledFormula =
      switch value.formula {
      case .constant(let number): .constant(-number)
      case .sample(let formula): .sample(.negation(of: formula))
      case .run(let formula): .run(.negation(of: formula))
      }
    var unit = value.unit
    if case .bare(let digits?) = unit {
      unit = .bare(digits: digits.first == "-" ? String(digits.dropFirst()) : "-" + digits)
    }
    return TypedValue(formula: formula, unit: unit, size: value.size.nested)
  }

  private mutating func arithmetic(
    _ sign: ArithmeticOperator,
    _ left: Expression,
    _ right: Expression,
    at range: Range<Int>
  ) -> TypedValue? {
    let (first, second) = (value(left), value(right))
    guard var a = first, var b = second else { return nil }
    let unit: UnitState
    switch sign {
    case .add, .subtract:
      let verb = sign == .add ? "add" : "subtract"
      guard hasNoBareWhole(sign, a, b, at: range) else { return nil }
      guard let pair = unified(a, b, to: verb, at: range) else { return nil }
      (a, b) = pair
      unit = Self.commonUnit(a, b)
    case .multiply, .divide:
      unit = Self.combinedUnit(sign, a, b)
    }
    guard let size = accepted(a.size + b.size, at: range),
      let formula = joined(
        [a, b],
        at: range,
        sample: { .folded(sign, $0[0], $0[1]) },
        run: { .folded(sign, $0[0], $0[1]) }
      )
    else { return nil }
    return finite(TypedValue(formula: formula, unit: unit, size: size), at: range)
  }

  /// The value, unless it is a constant that is no number.
  ///
  /// What divides by 0 and what is beyond all doubles would as a limit be met always or never.
  mutating func finite(_ value: TypedValue, at range: Range<Int>) -> TypedValue? {
    guard case .constant(let number) = value.formula, !number.isFinite else { return value }
    report(
      .invalidValue,
      number.isNaN ? "the constant has no value" : "the constant is too large for a number",
      at: range,
      hint: number.isNaN ? "nothing is divided by 0" : nil
    )
    return nil
  }

  /// Joins values of one level; a constant fits each.
  mutating func joined(
    _ values: [TypedValue],
    at range: Range<Int>,
    sample: ([SampleFormula]) -> SampleFormula,
    run: ([RunFormula]) -> RunFormula
  ) -> LeveledFormula? {
    let overRun = values.compactMap(\.formula.overRun)
    if overRun.count == values.count {
      let formula = run(overRun)
      return formula.constantValue.map { .constant($0) } ?? .run(formula)
    }
    let perSample = values.compactMap(\.formula.perSample)
    guard perSample.count == values.count else {
      reportMixedLevels(at: range)
      return nil
    }
    return .sample(sample(perSample))
  }

  mutating func reportMixedLevels(at range: Range<Int>) {
    report(
      .notPerSample,
      "a value per sample and one over the run cannot be mixed",
      at: range,
      hint: "put the column into an aggregate, for example mean(…)"
    )
  }
}
