extension Checker {
  /// Brings two values to one unit, as comparing and adding need it.
  ///
  /// `verb` says in a message what was to be done with them.
  mutating func unified(
    _ a: TypedValue,
    _ b: TypedValue,
    to verb: String,
    at range: Range<Int>
  ) -> (TypedValue, TypedValue)? {
    switch (a.unit, b.unit) {
    case (.bare, .bare), (.bare, .undeclared), (.undeclared, .bare), (.undeclared, .undeclared):
      return (a, b)
    case (.bare, .known(let unit)): return (a.adapted(to: unit), b)
    case (.known(let unit), .bare): return (a, b.adapted(to: unit))
    case (.known(let first), .known(let second)):
      guard first.dimension.isComparable(to: second.dimension) else {
        report(
          .unitMismatch,
          "cannot \(verb) \(Self.phrase(first)) and \(Self.phrase(second))",
          at: range,
          hint: Self.mismatchHint(first, second)
        )
        return nil
      }
      return (a, b)
    case (.known(let unit), .undeclared(let origin)), (.undeclared(let origin), .known(let unit)):
      reportMissingUnit(origin, beside: unit, to: verb, at: range)
      return nil
    }
  }

  private mutating func reportMissingUnit(
    _ origin: UndeclaredUnit,
    beside unit: Unit,
    to verb: String,
    at range: Range<Int>
  ) {
    let line = origin.suggestion(for: unit).map { "\(Self.key(origin.column)): \"\($0)\"," }
    report(
      .missingUnit,
      "cannot \(verb) '\(origin.column)', which has no unit, and \(Self.phrase(unit))",
      at: range,
      hint: line.map { "add to columns, with the unit that its cells have:  \($0)" }
        ?? "declare the unit of each column in it"
    )
  }

  /// The unit state of a result that stays in the unit of its operands.
  static func commonUnit(_ a: TypedValue, _ b: TypedValue) -> UnitState {
    switch (a.unit, b.unit) {
    case (.bare, .bare): .bare(digits: nil)
    case (.bare, let unit): unit
    case (let unit, _): unit
    }
  }

  /// The unit state of a product or a quotient.
  static func combinedUnit(
    _ sign: ArithmeticOperator,
    _ a: TypedValue,
    _ b: TypedValue
  ) -> UnitState {
    switch (a.unit, b.unit) {
    case (.undeclared, .bare): a.unit
    case (.undeclared(let origin), _), (_, .undeclared(let origin)):
      .undeclared(UndeclaredUnit(column: origin.column, derivation: .combined))
    case (.bare, .bare): .bare(digits: nil)
    case (.known, .bare): a.unit
    case (.bare, .known(let unit)): sign == .divide ? .known(.ratio / unit) : b.unit
    case (.known(let first), .known(let second)):
      .known(sign == .divide ? first / second : first * second)
    }
  }

  private static func phrase(_ unit: Unit) -> String {
    switch unit.dimension {
    case .ratio: "a ratio (\(unit.symbol))"
    case .time: "a time (\(unit.symbol))"
    case .data: "an amount of data (\(unit.symbol))"
    case .frequency: "a frequency (\(unit.symbol))"
    case .count: "a count"
    default: "a quantity in \(unit.symbol)"
    }
  }

  private static func mismatchHint(_ a: Unit, _ b: Unit) -> String? {
    let dimensions = [a.dimension, b.dimension]
    guard dimensions.contains(.ratio), dimensions.contains(.count) else { return nil }
    return "a count divided by a count is a ratio; a column of 0s and 1s is declared as \"ratio\""
  }

  /// A column's name as a key of JSON5.
  private static func key(_ column: String) -> String {
    let isPlain = Expression.columnText(column) == column
    return isPlain ? column : "\"\(column.escapedForJSON)\""
  }
}
