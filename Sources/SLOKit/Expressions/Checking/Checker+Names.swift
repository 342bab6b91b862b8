extension Checker {
  /// A column, or a definition of that name.
  mutating func name(_ name: String, at range: Range<Int>) -> TypedExpression? {
    if let definition = context.definitions[name] {
      return resolve(definition, name: name, at: range)
    }
    if name == "baseline", let value = baseline(at: range) { return value }
    guard let index = column(name, at: range) else { return nil }
    return .value(column(index))
  }

  /// `baseline` alone: in a band, the objective's indicator on the run to compare with.
  private mutating func baseline(at range: Range<Int>) -> TypedExpression? {
    guard let indicator, let formula = indicator.formula.overRun else { return nil }
    return .value(
      TypedValue(
        formula: .run(formula.of(.baseline)),
        unit: indicator.unit,
        size: indicator.size
      )
    )
  }

  /// The place of the number column `name`.
  private mutating func column(_ name: String, at range: Range<Int>) -> Int? {
    guard isKnown(name, at: range) else { return nil }
    let index = context.columns.reference(name, at: source.place(range))
    guard !context.columns[index].isLabel else {
      report(
        .wrongKind,
        "'\(name)' is a label, not a number",
        at: range,
        hint: "labels can be compared with text: \(name) == 'text'"
      )
      return nil
    }
    context.columns[index].isNumber = true
    return index
  }

  /// Whether the rules declare the column or the metrics have it, as far as that is known.
  private mutating func isKnown(_ name: String, at range: Range<Int>) -> Bool {
    guard let header = context.header, context.columns.index(of: name) == nil,
      context.isInHeader(name) == false
    else { return true }
    let missing = MissingColumn(name: name)
    report(.unknownColumn, missing.message, at: range, hint: missing.hint(header))
    return false
  }

  private func column(_ index: Int) -> TypedValue {
    let column = context.columns[index]
    return TypedValue(
      formula: .sample(.leaf(ColumnReference(index: index))),
      unit: column.unit.map { .known($0) } ?? .undeclared(UndeclaredUnit(column: column.name)),
      size: .one
    )
  }

  private mutating func resolve(
    _ definition: CheckingContext.Definition,
    name: String,
    at range: Range<Int>
  ) -> TypedExpression? {
    switch definition {
    case .checked(let expression): return expression
    case .open:
      report(.definitionCycle, "the definition '\(name)' refers to itself", at: range)
      return nil
    case .unchecked(let source):
      guard context.openDefinitions < ExpressionParser.depthLimit else {
        report(.tooDeep, "the definition '\(name)' is nested too deep in others", at: range)
        return nil
      }
      return context.check(definition: name, source)
    }
  }

  /// The value of `$name`.
  mutating func variable(_ name: String, at range: Range<Int>) -> TypedExpression? {
    switch context.variables[name] {
    case .quantity(let quantity): return finite(constant(quantity), at: range).map { .value($0) }
    case .truth(let value):
      return .condition(TypedCondition(condition: .constant(value), size: .one))
    case nil:
      let variables = context.variables
      report(
        .unknownVariable,
        "unknown variable '$\(name)'",
        at: range,
        hint: spellingHint(for: name, among: variables.sortedNames)
          ?? "declare it: vars: { \(name): … }"
      )
      return nil
    }
  }

  func constant(_ quantity: Quantity) -> TypedValue {
    TypedValue(
      formula: .constant(quantity.baseValue()),
      unit: quantity.unit.map { .known($0) } ?? .bare(digits: quantity.digits),
      size: .one
    )
  }

  /// The place of the label column in `expression`.
  mutating func label(_ expression: Expression) -> Int? {
    guard case .name(let name) = expression.kind, context.definitions[name] == nil else {
      report(
        .wrongKind,
        "only a label column can be compared with text",
        at: expression.range
      )
      return nil
    }
    guard isKnown(name, at: expression.range) else { return nil }
    let index = context.columns.reference(name, at: source.place(expression.range))
    let column = context.columns[index]
    guard !column.isNumber, column.unit == nil, column.kind == nil || column.kind == .label else {
      report(
        .wrongKind,
        "'\(name)' is a number, which cannot be compared with text",
        at: expression.range
      )
      return nil
    }
    return index
  }
}
