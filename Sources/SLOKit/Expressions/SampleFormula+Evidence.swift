extension SampleFormula {
  /// A formula that has a value on those samples on which what this one looks at is measured.
  ///
  /// A window has a value on many samples that were not measured. So each derived column gives way
  /// to what it is derived from; and since the values do not matter, arithmetic becomes a sum, which
  /// has one for any operands.
  func evidence(_ derived: [DerivedColumn]) -> Formula {
    func evidence(_ operands: [Formula]) -> [Formula] { operands.map { $0.evidence(derived) } }
    switch self {
    case .constant: return self
    case .leaf(let column):
      return derived.derivation(of: column.index)?.operand.evidence(derived) ?? self
    case .negated(let a), .absolute(let a): return a.evidence(derived)
    case .arithmetic(_, let a, let b):
      return .arithmetic(.add, a.evidence(derived), b.evidence(derived))
    case .coalesced(let operands): return .coalesced(evidence(operands))
    case .greatest(let operands): return .greatest(evidence(operands))
    case .least(let operands): return .least(evidence(operands))
    case .choice(let condition, let a, let b):
      return .choice(condition.evidence(derived), a.evidence(derived), b.evidence(derived))
    }
  }
}

extension SampleCondition {
  /// A condition that has an answer on those samples on which what this one looks at is measured.
  func evidence(_ derived: [DerivedColumn]) -> Condition {
    switch self {
    case .constant, .fact: self
    case .comparison(let sign, let a, let b):
      .comparison(sign, a.evidence(derived), b.evidence(derived))
    case .not(let a): .not(a.evidence(derived))
    case .and(let a, let b): .and(a.evidence(derived), b.evidence(derived))
    case .or(let a, let b): .or(a.evidence(derived), b.evidence(derived))
    }
  }
}

extension Aggregate {
  /// What counts the samples that the aggregate rests on; `nil` when those with a value are all.
  func evidence(_ derived: [DerivedColumn]) -> Aggregate? {
    guard !derived.isEmpty, function != .missing,
      operand.columns.contains(where: { derived.derivation(of: $0) != nil })
    else { return nil }
    let operand: Operand =
      switch operand {
      case .none: .none
      case .value(let formula): .value(formula.evidence(derived))
      case .condition(let condition): .condition(condition.evidence(derived))
      }
    return Aggregate(function: .count, operand: operand, filter: filter).of(source)
  }
}
