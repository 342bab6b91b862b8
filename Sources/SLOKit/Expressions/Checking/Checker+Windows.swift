/// Functions per sample that look back: each becomes a column of its own.
extension Checker {
  /// `rolling_mean(x, 5m)` and its like.
  mutating func rolling(
    _ function: RollingFunction,
    _ call: Expression.Call,
    at range: Range<Int>
  ) -> TypedValue? {
    guard hasNoOwnFilter(call) else { return nil }
    guard call.arguments.count == 2 else {
      report(
        .wrongArguments,
        "'\(call.function)' takes a value and a window, found \(call.arguments.count) "
          + "argument\(call.arguments.count == 1 ? "" : "s")",
        at: range,
        hint: "for example \(call.function)(x, 5m) or \(call.function)(x, 3 samples)"
      )
      return nil
    }
    let (operand, extent) = (operand(of: call), window(call.arguments[1]))
    guard let (formula, value) = operand, let extent else { return nil }
    return derived(
      Derivation(function: .rolling(function, extent), operand: formula),
      of: value,
      called: "\(call.function)(\(call.arguments[0]), \(text(ofWindow: call.arguments[1])))",
      at: range
    )
  }

  /// `delta(x)`.
  mutating func difference(_ call: Expression.Call, at range: Range<Int>) -> TypedValue? {
    guard hasNoOwnFilter(call), hasArguments(1, call, at: range),
      let (formula, value) = operand(of: call)
    else { return nil }
    return derived(
      Derivation(function: .difference, operand: formula),
      of: value,
      called: "\(call.function)(\(call.arguments[0]))",
      at: range
    )
  }

  private mutating func hasNoOwnFilter(_ call: Expression.Call) -> Bool {
    hasNoFilter(call, hint: "put it into the aggregate around: max(\(call.function)(…) where …)")
  }

  private mutating func operand(of call: Expression.Call) -> (SampleFormula, TypedValue)? {
    measuredValue(
      call.arguments[0],
      hint: "the aggregate goes around: max(\(call.function)(…))"
    )
  }

  private mutating func derived(
    _ derivation: Derivation,
    of value: TypedValue,
    called name: String,
    at range: Range<Int>
  ) -> TypedValue? {
    guard let size = accepted(value.size.nested, at: range) else { return nil }
    let index = context.columns.reference(
      derivation,
      called: name,
      unit: value.knownUnit,
      at: source.place(range)
    )
    return TypedValue(
      formula: .sample(.leaf(ColumnReference(index: index))),
      unit: value.unit,
      size: size
    )
  }
}

// MARK: - Windows

extension Checker {
  /// How far a window reaches back: a number of samples, or a duration that is known.
  private mutating func window(_ argument: Expression) -> Extent? {
    if case .samples(let count) = argument.kind { return .samples(count) }
    guard let value = value(argument) else { return nil }
    guard case .constant(let length) = value.formula else {
      reportNoWindow(argument, hint: "a window is as long on every sample: 5m, or 3 samples")
      return nil
    }
    guard let unit = value.knownUnit else {
      reportNoWindow(argument, hint: Self.hint(forBare: argument))
      return nil
    }
    guard unit.dimension == .time, length > 0, length.isFinite else {
      reportNoWindow(argument, hint: nil)
      return nil
    }
    return .seconds(length)
  }

  private mutating func reportNoWindow(_ argument: Expression, hint: String?) {
    report(
      .wrongArguments,
      "expected a duration above 0 or a number of samples, found '\(argument)'",
      at: argument.range,
      hint: hint
    )
  }

  private static func hint(forBare argument: Expression) -> String {
    switch argument.kind {
    case .variable: "give the variable a unit of time, for example \"5m\""
    case .quantity: "write \(argument)m for minutes, or \(argument) samples"
    default: "write a duration such as 5m, or a number of samples such as 3 samples"
    }
  }

  /// The window as a message shows it: a variable by its value.
  private func text(ofWindow argument: Expression) -> String {
    if case .variable(let name) = argument.kind, let value = context.variables[name] {
      return value.description
    }
    return argument.description
  }
}
