/// The values that a number can take at all, both ends included.
struct ValueRange: Sendable, Hashable {
  let low: Double
  let high: Double

  static let any = ValueRange(low: -.infinity, high: .infinity)
  static let share = ValueRange(low: 0, high: 1)
  static let fromZero = ValueRange(low: 0, high: .infinity)

  /// The range of a column's cells, going by its unit and kind.
  init(of column: ColumnTable.Column) {
    switch column.unit?.dimension {
    case Dimension.ratio?: self = .share
    case Dimension.time?, Dimension.data?, Dimension.frequency?: self = .fromZero
    default: self = column.kind == .counter ? .fromZero : .any
    }
  }

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

extension ValueRange {
  /// Whether `comparison` with `limit` holds on the whole range, on none of it, or on a part.
  func answer(_ comparison: ComparisonOperator, _ limit: Double) -> Truth {
    let atEnds = [comparison.apply(low, limit), comparison.apply(high, limit)]
    switch comparison {
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return atEnds[0] == atEnds[1] ? atEnds[0] : .unknown
    case .equal, .notEqual:
      guard limit < low || limit > high else { return .unknown }
      return Truth(comparison == .notEqual)
    }
  }
}

extension RuleSet {
  /// The values that a formula over the run can take.
  private func range(of formula: RunFormula) -> ValueRange {
    switch formula {
    case .constant(let value): return ValueRange(low: value, high: value)
    case .leaf(let aggregate): return range(of: aggregate)
    case .coalesced(let operands), .greatest(let operands), .least(let operands):
      let ranges = operands.map { range(of: $0) }
      return ValueRange(
        low: ranges.map(\.low).min() ?? -.infinity,
        high: ranges.map(\.high).max() ?? .infinity
      )
    case .arithmetic(.divide, let part, let whole) where isPart(part, of: whole): return .share
    case .absolute: return .fromZero
    case .negated, .arithmetic, .choice: return .any
    }
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
      case .value(.leaf(let column)): ValueRange(of: columns[column.index])
      case .none, .value, .condition: ValueRange.any
      }
    switch aggregate.function {
    case .mean, .minimum, .maximum, .first, .last, .percentile: return operand
    case .sum: return operand.low >= 0 ? .fromZero : .any
    case .fraction: return .share
    case .count, .missing, .standardDeviation, .increase, .rate, .longest, .duration, .gap:
      return .fromZero
    case .held: return .share
    }
  }

  /// Whether `condition` holds for every value that can occur, for none, or for some.
  private func answer(_ condition: RunCondition) -> Truth {
    switch condition {
    case .constant(let value): return Truth(value)
    case .fact(let held): return isImpossible(held) ? .false : .unknown
    case .comparison(let sign, let a, let b):
      if let limit = b.constantValue { return range(of: a).answer(sign, limit) }
      if let limit = a.constantValue { return range(of: b).answer(sign.mirrored, limit) }
      return .unknown
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
      return ValueRange(of: columns[column.index]).answer(sign, limit)
    case .fact, .comparison: return .unknown
    case .not(let a): return !answer(a)
    case .and(let a, let b): return answer(a) && answer(b)
    case .or(let a, let b): return answer(a) || answer(b)
    }
  }

  /// Limits that no possible value misses: the band is satisfied whatever happens.
  var vacuousThresholds: [Warning] {
    var warnings: [Warning] = []
    for objective in objectives where objective.role == .gate {
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
    for abort in aborts where isImpossible(abort.held) {
      warnings.append(
        Self.vacuous("no possible value trips the abort condition '\(abort.text)'")
      )
    }
    return warnings
  }

  private static func vacuous(_ message: String) -> Warning {
    Warning(code: .vacuousThreshold, column: nil, message: message)
  }
}
