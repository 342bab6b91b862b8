/// Gives the names of one expression a meaning, checks levels and units, and turns it into a
/// formula or a condition.
///
/// Collects every mistake it meets in the context; a part that is wrong is `nil` from then on
/// and is not complained about again.
struct Checker {
  var context: CheckingContext
  let source: CheckingContext.Source
  /// The objective's indicator, which a band may leave out on the left of a comparison.
  let indicator: TypedValue?

  init(
    _ context: CheckingContext,
    source: CheckingContext.Source,
    indicator: TypedValue? = nil
  ) {
    self.context = context
    self.source = source
    self.indicator = indicator
  }

  /// Parses and checks the whole source.
  mutating func check() -> TypedExpression? {
    do throws(TextError) {
      let expression = try Expression(parsing: source.text)
      return check(expression)
    } catch {
      report(error)
      return nil
    }
  }

  mutating func check(_ expression: Expression) -> TypedExpression? {
    switch expression.kind {
    case .variable(let name): return variable(name, at: expression.range)
    case .name(let name): return self.name(name, at: expression.range)
    case .call(let call) where FunctionTable.meaning(of: call.function) == .choice:
      return choice(call, at: expression.range).map { .value($0) }
    case .quantity, .negated, .arithmetic, .call, .text, .samples:
      return computed(expression).map { .value($0) }
    case .comparison, .membership, .not, .and, .or, .held:
      return question(expression).map { .condition($0) }
    }
  }
}

// MARK: - Mistakes

extension Checker {
  mutating func report(_ error: TextError) {
    context.errors.append((error, source.place(error.range)))
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: Range<Int>,
    hint: @autoclosure () -> String? = nil
  ) {
    // A hint is looked for only where it is read: it may take a look at every name there is.
    let isListed = context.errors.count < MistakeList.limit
    report(TextError(code, message, at: range, hint: isListed ? hint() : nil))
  }

  /// The size, unless no machine should compute that much.
  mutating func accepted(_ size: TreeSize, at range: Range<Int>) -> TreeSize? {
    guard !size.isExcessive else {
      report(
        .tooLarge,
        "the expression grows too large",
        at: range,
        hint: "its definitions use each other too often or too deep"
      )
      return nil
    }
    return size
  }
}

// MARK: - What is expected

extension Checker {
  /// Checks that `expression` is a value.
  mutating func value(_ expression: Expression) -> TypedValue? {
    switch check(expression) {
    case .value(let value): return value
    case .condition:
      report(
        .wrongKind,
        "expected a value, found a condition",
        at: expression.range,
        hint: "turn it into a number with fraction(…) or if(…, 1, 0)"
      )
      return nil
    case nil: return nil
    }
  }

  /// Checks that `expression` is a condition.
  mutating func condition(_ expression: Expression) -> TypedCondition? {
    switch check(expression) {
    case .condition(let condition): return condition
    case .value:
      let hint = comparisonHint(expression)
      report(
        .wrongKind,
        "expected a condition, found a value",
        at: expression.range,
        hint: hint
      )
      return nil
    case nil: return nil
    }
  }

  /// How a value becomes a condition: a number is a limit, and in a band that of the objective.
  private func comparisonHint(_ expression: Expression) -> String {
    switch expression.kind {
    case .quantity, .variable:
      indicator == nil
        ? "compare something with it, for example 'x <= \(expression)'"
        : "say on which side of the limit it is: '<= \(expression)' or '>= \(expression)'"
    case .name, .text, .samples, .negated, .arithmetic, .call, .comparison, .membership, .held,
      .not,
      .and, .or:
      "compare it with something, for example '\(expression) > 0'"
    }
  }

  /// Checks that `expression` is a value per sample; `hint` says what helps when it is not.
  mutating func sampleValue(
    _ expression: Expression,
    hint: String? = nil
  ) -> (SampleFormula, TypedValue)? {
    guard let value = value(expression) else { return nil }
    guard let formula = value.formula.perSample else {
      report(
        .notPerSample,
        "'\(expression)' is over the run, but a value per sample is needed here",
        at: expression.range,
        hint: hint
      )
      return nil
    }
    return (formula, value)
  }

  /// Checks that `expression` is a condition per sample.
  mutating func sampleCondition(_ expression: Expression) -> (SampleCondition, TreeSize)? {
    guard let condition = condition(expression) else { return nil }
    guard let sample = condition.condition.perSample else {
      report(
        .notPerSample,
        "'\(expression)' is over the run, but a condition on single samples is needed here",
        at: expression.range
      )
      return nil
    }
    return (sample, condition.size)
  }

  /// Checks that `expression` is a value over the run.
  mutating func runValue(_ expression: Expression) -> (RunFormula, TypedValue)? {
    guard let value = value(expression) else { return nil }
    guard let formula = value.formula.overRun else {
      report(
        .notOverRun,
        "'\(expression)' is per sample, but one number over the run is needed here",
        at: expression.range,
        hint: "use mean(\(expression))"
      )
      return nil
    }
    return (formula, value)
  }

  /// Checks that `expression` is a condition over the run.
  mutating func runCondition(_ expression: Expression) -> (RunCondition, TreeSize)? {
    guard let condition = condition(expression) else { return nil }
    guard let run = condition.condition.overRun else {
      report(
        .notOverRun,
        "'\(expression)' is per sample, but a condition over the run is needed here",
        at: expression.range,
        hint: "say how long it must hold, for example 'for 3 samples'"
      )
      return nil
    }
    return (run, condition.size)
  }
}
