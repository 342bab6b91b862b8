/// A formula and what it is about: nothing that is measured, each sample, or the whole run.
enum LeveledFormula: Sendable {
  case constant(Double)
  case sample(SampleFormula)
  case run(RunFormula)

  /// The formula per sample, when it does not need the whole run.
  var perSample: SampleFormula? {
    switch self {
    case .constant(let value): .constant(value)
    case .sample(let formula): formula
    case .run: nil
    }
  }

  /// The formula over the run, when it does not need single samples.
  var overRun: RunFormula? {
    switch self {
    case .constant(let value): .constant(value)
    case .sample: nil
    case .run(let formula): formula
    }
  }
}

/// A condition and what it is about.
enum LeveledCondition: Sendable {
  case constant(Bool)
  case sample(SampleCondition)
  case run(RunCondition)

  var perSample: SampleCondition? {
    switch self {
    case .constant(let value): .constant(value)
    case .sample(let condition): condition
    case .run: nil
    }
  }

  var overRun: RunCondition? {
    switch self {
    case .constant(let value): .constant(value)
    case .sample: nil
    case .run(let condition): condition
    }
  }
}

/// What is known of a value's unit.
enum UnitState: Sendable, Hashable {
  /// A number without a unit: takes the unit of what it meets. The digits are kept while it is
  /// still as it was written, so that it is rounded only once.
  case bare(digits: String?)
  /// A column whose unit the rule file does not tell.
  case undeclared(UndeclaredUnit)
  case known(Unit)
}

/// What is known of a value that comes from a column without a unit.
struct UndeclaredUnit: Sendable, Hashable {
  /// How the value's unit follows from the column's.
  enum Derivation: Sendable, Hashable {
    case same
    case perSecond
    /// A product or a quotient: several columns have a part in it.
    case combined
  }

  let column: String
  var derivation = Derivation.same

  /// The unit that the column would have, for a value of `unit`; `nil` when there is no telling.
  func suggestion(for unit: Unit) -> String? {
    switch derivation {
    case .same: unit.dimension == .ratio ? "ratio" : unit.symbol
    case .perSecond: (unit * .second).dimension.baseSymbol
    case .combined: nil
    }
  }
}

/// A value whose names, level and unit are known.
struct TypedValue: Sendable {
  let formula: LeveledFormula
  let unit: UnitState
  let size: TreeSize

  /// The unit, when it is known.
  var knownUnit: Unit? {
    if case .known(let unit) = unit { return unit }
    return nil
  }

  /// Whether this is the constant 0, which is the same in every unit.
  var isZero: Bool {
    if case .constant(0) = formula { return true }
    return false
  }

  /// A bare number read in `unit`; every other value as it is.
  func adapted(to unit: Unit) -> TypedValue {
    guard case .bare(let digits) = self.unit else { return self }
    let formula: LeveledFormula
    switch self.formula {
    case .constant(let value):
      formula = .constant(
        digits.flatMap { unit.baseValue(ofDecimal: $0) } ?? unit.baseValue(of: value)
      )
    case .sample(let sample):
      formula = .sample(.folded(.multiply, sample, .constant(unit.baseValue(of: 1))))
    case .run(let run):
      formula = .run(.folded(.multiply, run, .constant(unit.baseValue(of: 1))))
    }
    return TypedValue(formula: formula, unit: .known(unit), size: size)
  }
}

/// A condition whose names and level are known.
struct TypedCondition: Sendable {
  let condition: LeveledCondition
  let size: TreeSize
}

/// What an expression turned out to be.
enum TypedExpression: Sendable {
  case value(TypedValue)
  case condition(TypedCondition)
}
