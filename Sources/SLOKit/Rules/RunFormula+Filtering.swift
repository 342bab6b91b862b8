extension RunFormula {
  /// The same formula with every aggregate over only those samples on which `condition` holds.
  func filtered(by condition: SampleCondition) -> Formula {
    switch self {
    case .constant: self
    case .leaf(let aggregate): .leaf(aggregate.filtered(by: condition))
    case .negated(let a): .negated(a.filtered(by: condition))
    case .absolute(let a): .absolute(a.filtered(by: condition))
    case .arithmetic(let sign, let a, let b):
      .arithmetic(sign, a.filtered(by: condition), b.filtered(by: condition))
    case .coalesced(let operands): .coalesced(operands.map { $0.filtered(by: condition) })
    case .greatest(let operands): .greatest(operands.map { $0.filtered(by: condition) })
    case .least(let operands): .least(operands.map { $0.filtered(by: condition) })
    case .choice(let test, let a, let b):
      .choice(
        test.filtered(by: condition),
        a.filtered(by: condition),
        b.filtered(by: condition)
      )
    }
  }
}

extension RunCondition {
  /// The same condition with every aggregate over only those samples on which `condition` holds.
  func filtered(by condition: SampleCondition) -> Condition {
    switch self {
    case .constant: self
    case .fact(let fact): .fact(fact.filtered(by: condition))
    case .comparison(let sign, let a, let b):
      .comparison(sign, a.filtered(by: condition), b.filtered(by: condition))
    case .not(let a): .not(a.filtered(by: condition))
    case .and(let a, let b): .and(a.filtered(by: condition), b.filtered(by: condition))
    case .or(let a, let b): .or(a.filtered(by: condition), b.filtered(by: condition))
    }
  }
}

extension Indicator {
  func filtered(by condition: SampleCondition?) -> Indicator {
    guard let condition else { return self }
    return Indicator(text: text, formula: formula.filtered(by: condition), dimension: dimension)
  }
}

extension Bands {
  func filtered(by condition: SampleCondition?) -> Bands {
    guard let condition else { return self }
    let beyond: Beyond =
      switch beyond {
      case .red: .red
      case .yellow(let band): .yellow(band.filtered(by: condition))
      case .redBand(let band): .redBand(band.filtered(by: condition))
      }
    return Bands(green: green.filtered(by: condition), beyond: beyond)
  }
}

extension Bands.Band {
  fileprivate func filtered(by condition: SampleCondition) -> Bands.Band {
    Bands.Band(text: text, condition: self.condition.filtered(by: condition), place: place)
  }
}
