extension JudgedRun {
  /// Explains how an objective came out in one part of the run.
  mutating func explanation(
    of objective: Objective,
    in part: JudgedPart
  ) throws(Diagnostic) -> Explanation {
    Explainer(judge, objective, in: part).explanation(nearest: try nearest(objective, in: part))
  }

  /// The samples whose values lie nearest to the limit.
  private mutating func nearest(
    _ objective: Objective,
    in part: JudgedPart
  ) throws(Diagnostic) -> Explanation.Neighbourhood? {
    guard let question = LimitQuestion(objective),
      let samples = try candidate.samples(
        nearest: question.limit,
        to: part.located(question.aggregate)
      )
    else { return nil }
    let rules = judge.rules
    let dimension = question.dimension(rules.columns)
    return Explanation.Neighbourhood(
      text: rules.columns.expression(question.formula).description,
      limit: QuantityFormat.text(question.limit, dimension),
      samples: samples.map {
        Explanation.Sample(
          line: $0.line,
          timestamp: $0.time,
          display: QuantityFormat.text($0.value, dimension, apartFrom: [question.limit])
        )
      }
    )
  }
}

/// The values of single samples, and the limit that they can be compared with.
private struct LimitQuestion {
  let formula: SampleFormula
  let aggregate: Aggregate
  let limit: Double
  private let indicatorDimension: Dimension?

  /// What single samples of an objective can be compared with: a limit of its bands where the
  /// indicator has the unit of its values, or the limit in a condition that it counts.
  init?(_ objective: Objective) {
    let aggregates = objective.indicator.formula.aggregates
    guard let aggregate = aggregates.first(where: { $0.source == .candidate }) else { return nil }
    switch aggregate.operand {
    case .none: return nil
    case .value(let formula):
      guard aggregates.count == 1, aggregate.function.keepsUnit, let limit = objective.limits.first
      else { return nil }
      self.formula = formula
      self.limit = limit
      indicatorDimension = objective.indicator.dimension
    case .condition(.comparison(_, let formula, .constant(let limit))),
      .condition(.comparison(_, .constant(let limit), let formula)):
      self.formula = formula
      self.limit = limit
      indicatorDimension = nil
    case .condition: return nil
    }
    self.aggregate = Aggregate(
      function: .count,
      operand: .value(formula),
      filter: aggregate.filter
    )
  }

  func dimension(_ columns: ColumnTable) -> Dimension? {
    if let indicatorDimension { return indicatorDimension }
    guard case .leaf(let column) = formula else { return nil }
    return columns[column.index].unit?.dimension
  }
}

extension Aggregate.Function {
  /// Whether the result is of the kind of the values that it is made of.
  fileprivate var keepsUnit: Bool {
    switch self {
    case .mean, .minimum, .maximum, .first, .last, .percentile: true
    case .count, .missing, .sum, .standardDeviation, .increase, .rate, .fraction, .longest,
      .duration, .gap, .held, .slope, .growth, .trend, .comparison:
      false
    }
  }
}
