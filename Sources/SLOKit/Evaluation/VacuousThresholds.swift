extension ValueRange {
  /// The range of a column's cells, going by what the rules say of it, or else by its unit and kind.
  init(of column: ColumnTable.Column) {
    let usual: ValueRange =
      switch column.unit?.dimension {
      case Dimension.ratio?: .share
      case Dimension.time?, Dimension.data?, Dimension.frequency?: .fromZero
      default: column.kind == .counter ? .fromZero : .any
      }
    let bounds = column.bounds ?? -.infinity ... .infinity
    self.init(
      low: bounds.lowerBound.isFinite ? bounds.lowerBound : usual.low,
      high: bounds.upperBound.isFinite ? bounds.upperBound : usual.high
    )
  }
}

extension Judge {
  /// The values that a column can take; what a window is summed up by lies among its values.
  private func range(of column: ColumnReference) -> ValueRange {
    guard let derivation = plan.derivedColumns.derivation(of: column.index) else {
      return ValueRange(of: rules.columns[column.index])
    }
    guard case .rolling = derivation.function, case .leaf(let operand) = derivation.operand else {
      return .any
    }
    return range(of: operand)
  }

  /// The values that a formula over the run can take.
  private func range(of formula: RunFormula) -> ValueRange {
    switch formula {
    case .constant(let value): ValueRange(value)
    case .leaf(let aggregate): range(of: aggregate)
    case .negated(let a): -range(of: a)
    case .absolute(let a): range(of: a).magnitude
    case .arithmetic(.divide, let part, let whole) where isPart(part, of: whole): .share
    case .arithmetic(let sign, let a, let b): range(of: a).applying(sign, range(of: b))
    case .coalesced(let operands): joined(operands) { $0.union($1) }
    case .greatest(let operands): joined(operands) { $0.greater($1) }
    case .least(let operands): joined(operands) { $0.smaller($1) }
    case .choice(_, let a, let b): range(of: a).union(range(of: b))
    }
  }

  private func joined(
    _ operands: [RunFormula],
    _ join: (ValueRange, ValueRange) -> ValueRange
  ) -> ValueRange {
    guard let first = operands.first else { return .any }
    return operands.dropFirst().reduce(range(of: first)) { join($0, range(of: $1)) }
  }

  /// Whether `whole` is a sum of numbers from 0 up and `part` consists of some of its terms.
  private func isPart(_ part: RunFormula, of whole: RunFormula) -> Bool {
    var terms = Self.terms(of: whole)
    guard terms.allSatisfy({ range(of: $0).low >= 0 }) else { return false }
    for term in Self.terms(of: part) {
      guard let index = terms.firstIndex(of: term) else { return false }
      terms.remove(at: index)
    }
    return true
  }

  private static func terms(of formula: RunFormula) -> [RunFormula] {
    if case .arithmetic(.add, let a, let b) = formula { return terms(of: a) + terms(of: b) }
    return [formula]
  }

  private func range(of aggregate: Aggregate) -> ValueRange {
    let operand =
      switch aggregate.operand {
      case .value(.leaf(let column)): range(of: column)
      case .none, .value, .condition: ValueRange.any
      }
    switch aggregate.function {
    case .mean, .minimum, .maximum, .first, .last, .percentile: return operand
    case .sum: return operand.low >= 0 ? .fromZero : .any
    case .fraction: return .share
    case .count, .missing, .standardDeviation, .increase, .rate, .longest, .duration, .gap:
      return .fromZero
    case .growth, .slope: return .any
    case .trend: return ValueRange(low: -1, high: 1)
    case .comparison(let comparison): return comparison.statistic == .pValue ? .share : .any
    case .held: return .share
    }
  }

  /// Whether `condition` holds for every value that can occur, for none, or for some.
  private func answer(_ condition: RunCondition) -> Truth {
    switch condition {
    case .constant(let value): return Truth(value)
    case .fact(let held): return isImpossible(held) ? .false : .unknown
    case .comparison(let sign, let a, let b):
      return range(of: a).answer(sign, range(of: b))
    case .not(let a): return !answer(a)
    case .and(let a, let b): return answer(a) && answer(b)
    case .or(let a, let b): return answer(a) || answer(b)
    }
  }

  /// Whether the condition that is to be held holds for no possible value.
  private func isImpossible(_ held: Aggregate) -> Bool {
    guard case .condition(let condition) = held.operand else { return false }
    return answer(condition) == .false
  }

  private func answer(_ condition: SampleCondition) -> Truth {
    switch condition {
    case .constant(let value): return Truth(value)
    case .comparison(let sign, .leaf(let column), .constant(let limit)):
      return range(of: column).answer(sign, ValueRange(limit))
    case .fact, .comparison: return .unknown
    case .not(let a): return !answer(a)
    case .and(let a, let b): return answer(a) && answer(b)
    case .or(let a, let b): return answer(a) || answer(b)
    }
  }

  /// Limits that no possible value misses: the band is satisfied whatever happens.
  var vacuousThresholds: [Warning] {
    var warnings: [Warning] = []
    for objective in judging.objectives where objective.role == .gate {
      guard let bands = objective.bands else { continue }
      if answer(bands.green.condition) == .true {
        warnings.append(
          Self.vacuous("every possible value of \(objective.name) is green (\(bands.green.text))")
        )
      } else if let red = bands.red, answer(red.condition) == .false {
        warnings.append(
          Self.vacuous("no possible value of \(objective.name) is red (\(red.text))")
        )
      } else if let yellow = bands.yellow, answer(yellow.condition) == .true {
        warnings.append(
          Self.vacuous(
            "no possible value of \(objective.name) is red: yellow (\(yellow.text)) takes all"
          )
        )
      }
    }
    for abort in rules.aborts where isImpossible(abort.held) {
      warnings.append(
        Self.vacuous("no possible value trips the abort condition '\(abort.text)'")
      )
    }
    // What several phases say of one objective is said once.
    return warnings.indices.filter { !warnings[..<$0].contains(warnings[$0]) }.map { warnings[$0] }
  }

  private static func vacuous(_ message: String) -> Warning {
    Warning(code: .vacuousThreshold, column: nil, message: message)
  }
}
