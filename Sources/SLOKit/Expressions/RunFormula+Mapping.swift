extension RunFormula {
  /// The same formula with other aggregates in the places of its own.
  func mapped(_ transform: (Aggregate) -> Aggregate) -> Formula {
    switch self {
    case .constant: self
    case .leaf(let aggregate): .leaf(transform(aggregate))
    case .negated(let a): .negated(a.mapped(transform))
    case .absolute(let a): .absolute(a.mapped(transform))
    case .arithmetic(let sign, let a, let b):
      .arithmetic(sign, a.mapped(transform), b.mapped(transform))
    case .coalesced(let operands): .coalesced(operands.map { $0.mapped(transform) })
    case .greatest(let operands): .greatest(operands.map { $0.mapped(transform) })
    case .least(let operands): .least(operands.map { $0.mapped(transform) })
    case .choice(let test, let a, let b):
      .choice(test.mapped(transform), a.mapped(transform), b.mapped(transform))
    }
  }

  /// The same formula with every aggregate over only those samples on which `condition` holds.
  func filtered(by condition: SampleCondition) -> Formula {
    mapped { $0.filtered(by: condition) }
  }

  /// The same formula over another run.
  func of(_ source: Aggregate.Source) -> Formula {
    mapped { $0.of(source) }
  }
}

extension RunCondition {
  /// The same condition with other aggregates in the places of its own.
  func mapped(_ transform: (Aggregate) -> Aggregate) -> Condition {
    switch self {
    case .constant: self
    case .fact(let fact): .fact(transform(fact))
    case .comparison(let sign, let a, let b):
      .comparison(sign, a.mapped(transform), b.mapped(transform))
    case .not(let a): .not(a.mapped(transform))
    case .and(let a, let b): .and(a.mapped(transform), b.mapped(transform))
    case .or(let a, let b): .or(a.mapped(transform), b.mapped(transform))
    }
  }

  /// The same condition with every aggregate over only those samples on which `condition` holds.
  func filtered(by condition: SampleCondition) -> Condition {
    mapped { $0.filtered(by: condition) }
  }
}
