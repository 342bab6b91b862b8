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
    case (.bare, .known(let unit)): return bare(a, in: unit, at: range).map { ($0, b) }
    case (.known(let unit), .bare): return bare(b, in: unit, at: range).map { (a, $0) }
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

  /// A bare number in the unit of what it meets.
  ///
  /// A product or a quotient of units has no name, and what is shown of it is in base units: of a
  /// column in MB, `rate(sent) <= 5` would mean 5 MB/s and read as 5 B/s. So it must be said.
  private mutating func bare(_ value: TypedValue, in unit: Unit, at range: Range<Int>)
    -> TypedValue?
  {
    guard unit.isReadable || value.isZero else {
      report(
        .missingUnit,
        "a bare number beside \(Self.phrase(unit)) does not say its scale",
        at: range,
        hint: "write what it is a product or a quotient of, for example 5MB / 1s"
      )
      return nil
    }
    return finite(value.adapted(to: unit), at: range)
  }

  /// Checks that no bare number is added to a share that it was meant to be the whole of.
  ///
  /// `1 + 10%` reads as 110 %, and by the rule that a bare number takes the unit of what it meets it
  /// would be 11 %. So it must say what it is: any number beside a constant percentage, and beside
  /// other shares the number that would be the whole in the other notation.
  mutating func hasNoBareWhole(
    _ sign: ArithmeticOperator,
    _ a: TypedValue,
    _ b: TypedValue,
    at range: Range<Int>
  ) -> Bool {
    let (number, share): (Double, TypedValue)
    switch (a.unit, a.formula, b.unit, b.formula) {
    case (.bare, .constant(let value), .known, _): (number, share) = (value, b)
    case (.known, _, .bare, .constant(let value)): (number, share) = (value, a)
    case (_, _, _, _): return true
    }
    guard let unit = share.knownUnit, unit.dimension == .ratio, number != 0 else { return true }
    let digits = number.shortestDecimal
    if case .constant(let value) = share.formula, unit == .percent {
      let isFirst = a.knownUnit == nil
      let sum = isFirst ? sign.apply(number, value) : sign.apply(value, number)
      report(
        .unitMismatch,
        "the bare \(digits) beside a percentage could mean \(digits)% or \(digits) times the whole",
        at: range,
        hint: "write \(QuantityFormat.text(sum, .ratio)) for both together, or \(digits)%"
      )
      return false
    }
    let whole: Double = unit == .percent ? 1 : 100
    guard abs(number) == whole else { return true }
    report(
      .unitMismatch,
      "the bare \(digits) beside a ratio (\(unit.symbol)) is not the whole",
      at: range,
      hint: "write 100% for the whole" + (unit == .percent ? ", or \(digits)%" : "")
    )
    return false
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
