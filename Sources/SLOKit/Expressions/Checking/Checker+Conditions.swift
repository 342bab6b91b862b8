extension Checker {
  /// Checks comparisons, memberships and what joins them.
  mutating func question(_ expression: Expression) -> TypedCondition? {
    let range = expression.range
    switch expression.kind {
    case .comparison(let sign, let left, let right):
      return comparison(sign, left, right, at: range)
    case .membership(let label, let texts, let isNegated):
      return membership(label, texts, isNegated: isNegated, at: range)
    case .not(let operand): return negation(operand)
    case .and(let a, let b):
      return joined(a, b, at: range, sample: { .and($0, $1) }, run: { .and($0, $1) })
    case .or(let a, let b):
      return joined(a, b, at: range, sample: { .or($0, $1) }, run: { .or($0, $1) })
    case .held(let condition, let extent): return held(condition, extent, at: range)
    case .quantity, .variable, .name, .text, .samples, .negated, .arithmetic, .call:
      return condition(expression)
    }
  }

  private mutating func comparison(
    _ sign: ComparisonOperator,
    _ left: Expression?,
    _ right: Expression,
    at range: Range<Int>
  ) -> TypedCondition? {
    if let left, case .text(let text) = right.kind {
      return comparison(sign, label: left, text, at: range)
    }
    guard let left else {
      guard let indicator else {
        report(
          .syntax,
          "a comparison needs a left side here",
          at: range,
          hint: "only a band may leave it out: there it is the objective's indicator"
        )
        return nil
      }
      return value(right).flatMap { comparison(sign, indicator, $0, at: range) }
    }
    let (first, second) = (value(left), value(right))
    guard let a = first, let b = second else { return nil }
    return comparison(sign, a, b, at: range)
  }

  private mutating func comparison(
    _ sign: ComparisonOperator,
    _ a: TypedValue,
    _ b: TypedValue,
    at range: Range<Int>
  ) -> TypedCondition? {
    guard let (a, b) = unified(a, b, to: "compare", at: range),
      let size = accepted(a.size + b.size, at: range)
    else { return nil }
    if let a = a.formula.overRun, let b = b.formula.overRun {
      return TypedCondition(condition: .run(.comparison(sign, a, b)), size: size)
    }
    guard let a = a.formula.perSample, let b = b.formula.perSample else {
      reportMixedLevels(at: range)
      return nil
    }
    return TypedCondition(condition: .sample(.comparison(sign, a, b)), size: size)
  }

  private mutating func comparison(
    _ sign: ComparisonOperator,
    label: Expression,
    _ text: String,
    at range: Range<Int>
  ) -> TypedCondition? {
    guard sign == .equal || sign == .notEqual else {
      report(
        .wrongKind,
        "text has no order; '\(sign.rawValue)' compares numbers",
        at: range,
        hint: "use == or !="
      )
      return nil
    }
    return membership(label, [text], isNegated: sign == .notEqual, at: range)
  }

  private mutating func membership(
    _ label: Expression,
    _ texts: [String],
    isNegated: Bool,
    at range: Range<Int>
  ) -> TypedCondition? {
    guard let column = self.label(label), hasFewTexts(texts.count, at: range) else { return nil }
    for text in texts {
      let token = String(decoding: text.utf8.map(\.lowercased), as: UTF8.self)
      guard !context.missingTokens.contains(token) else {
        report(
          .invalidValue,
          "a cell that reads '\(text)' is NA, so this comparison has no answer",
          at: range,
          hint: "rows without a label are left out by any condition on it"
        )
        return nil
      }
    }
    let indices = texts.map { context.columns.reference(text: $0, of: column) }
    guard hasFewTexts(context.columns[column].texts.count, at: range) else { return nil }
    if !isNegated { context.columns[column].seek(indices) }
    let fact = LabelTest(column: column, texts: indices, isNegated: isNegated)
    return TypedCondition(condition: .sample(.fact(fact)), size: .one)
  }

  /// The mistake of `a and b for 5m`, in which the duration is that of `b` alone.
  private mutating func reportHalfHeld(at range: Range<Int>) {
    report(
      .notPerSample,
      "'for' is about the comparison before it alone, and the other one is per sample",
      at: range,
      hint: "put what shall hold that long in parentheses: (… and …) for …"
    )
  }

  private mutating func hasFewTexts(_ count: Int, at range: Range<Int>) -> Bool {
    guard count > ColumnTable.textLimit else { return true }
    report(
      .tooLarge,
      "a label is compared with more than \(ColumnTable.textLimit) texts",
      at: range,
      hint: "let the collector write what they have in common into a column of its own"
    )
    return false
  }

  private mutating func negation(_ operand: Expression) -> TypedCondition? {
    guard let condition = condition(operand) else { return nil }
    let negated: LeveledCondition =
      switch condition.condition {
      case .constant(let value): .constant(!value)
      case .sample(let sample): .sample(.not(sample))
      case .run(let run): .run(.not(run))
      }
    return TypedCondition(condition: negated, size: condition.size.nested)
  }

  private mutating func joined(
    _ left: Expression,
    _ right: Expression,
    at range: Range<Int>,
    sample: (SampleCondition, SampleCondition) -> SampleCondition,
    run: (RunCondition, RunCondition) -> RunCondition
  ) -> TypedCondition? {
    let (first, second) = (condition(left), condition(right))
    guard let a = first, let b = second, let size = accepted(a.size + b.size, at: range) else {
      return nil
    }
    if let a = a.condition.overRun, let b = b.condition.overRun {
      return TypedCondition(condition: .run(run(a, b)), size: size)
    }
    guard let a = a.condition.perSample, let b = b.condition.perSample else {
      if left.isHeld || right.isHeld {
        reportHalfHeld(at: range)
      } else {
        reportMixedLevels(at: range)
      }
      return nil
    }
    return TypedCondition(condition: .sample(sample(a, b)), size: size)
  }

  private mutating func held(
    _ operand: Expression,
    _ extent: Expression.Extent,
    at range: Range<Int>
  ) -> TypedCondition? {
    guard let (condition, size) = sampleCondition(operand), let extent = self.extent(extent) else {
      return nil
    }
    let fact = Aggregate(
      function: .held(extent),
      operand: .condition(condition),
      filter: nil
    )
    return TypedCondition(condition: .run(.fact(fact)), size: size.nested)
  }

  private mutating func extent(_ extent: Expression.Extent) -> Extent? {
    switch extent {
    case .samples(let count): return .samples(count)
    case .time(let quantity): return .seconds(quantity.baseValue())
    case .variable(let name, let range):
      guard let variable = variable(name, at: range) else { return nil }
      guard case .value(let value) = variable, value.knownUnit?.dimension == .time,
        case .constant(let seconds) = value.formula, seconds > 0
      else {
        report(.unitMismatch, "'$\(name)' is not a duration above 0", at: range)
        return nil
      }
      return .seconds(seconds)
    }
  }
}

extension Expression {
  /// Whether it asks that something holds for some time.
  fileprivate var isHeld: Bool {
    if case .held = kind { return true }
    return false
  }
}
