extension Plan {
  /// As many stretches are kept in all, so that a report does not grow with the samples.
  private static let stretchBudget = 9000
  /// More stretches than a chart has pixels for would not be seen.
  private static let mostStretches = 480
  private static let fewestStretches = 60

  /// What is to be drawn of the objectives, each once.
  var drawnOperands: [DrawnOperand] {
    let all = rules.objectives.flatMap { operands(beneath: $0) }
    let share = Self.stretchBudget / max(1, all.count)
    let limit = min(Self.mostStretches, max(Self.fewestStretches, share))
    var result: [DrawnOperand] = []
    for (operand, filter) in all {
      let drawn = DrawnOperand(operand: operand, filter: filter, limit: limit)
      if !result.contains(drawn) { result.append(drawn) }
    }
    return result
  }

  /// The series that an objective's indicator rests on: columns, and what is computed of them for
  /// each sample.
  func operands(
    beneath objective: Objective
  ) -> [(operand: Aggregate.Operand, filter: SampleCondition?)] {
    objective.indicator.formula.aggregates.flatMap { aggregate in
      let operands: [Aggregate.Operand] =
        switch aggregate.operand {
        case .none: []
        case .value: [aggregate.operand]
        case .condition(let condition):
          condition.columns.map { .value(.leaf(ColumnReference(index: $0))) }
        }
      return operands.filter { !isLabel($0) }.map { ($0, aggregate.filter) }
    }
  }

  private func isLabel(_ operand: Aggregate.Operand) -> Bool {
    guard case .value(.leaf(let column)) = operand else { return false }
    return rules.columns.columns.indices.contains(column.index)
      && rules.columns[column.index].isLabel
  }
}

extension Judge {
  /// What was gathered for charts.
  var drawing: RunDrawing {
    let operands = plan.series.drawn
    let series = operands.indices.map { index in
      let drawn = operands[index]
      let objectives = rules.objectives.filter { objective in
        plan.operands(beneath: objective).contains {
          $0.operand == drawn.operand && $0.filter == drawn.filter
        }
      }
      let (name, dimension) = self.name(of: drawn, in: objectives)
      return DrawnSeries(
        objectives: objectives.map(\.id),
        name: name,
        points: measurements.drawings[index].points.map { point in
          DrawnSeries.Point(
            time: plan.hasTime ? Timestamp(nanoseconds: point.position) : nil,
            line: point.line,
            value: point.value.isNaN ? nil : point.value
          )
        },
        dimension: dimension
      )
    }
    return RunDrawing(series: series, phases: [])
  }

  private func name(
    of drawn: DrawnOperand,
    in objectives: [Objective]
  ) -> (String, Dimension?) {
    if case .value(.leaf(let column)) = drawn.operand,
      rules.columns.columns.indices.contains(column.index)
    {
      let column = rules.columns[column.index]
      return (column.name, column.unit?.dimension)
    }
    // What is computed for each sample has the unit of the indicator where that keeps it.
    let objective = objectives.first
    let keepsScale = objective?.indicator.keepsScale ?? false
    return (
      "\(objective?.indicator.text ?? ""), per sample",
      keepsScale ? objective?.indicator.dimension : nil
    )
  }
}

extension Indicator {
  /// Whether the indicator's value lies among the values of the samples that it rests on, so that
  /// its bands can be drawn beneath them.
  var keepsScale: Bool { formula.keepsScale }
}

extension RunFormula {
  fileprivate var keepsScale: Bool {
    switch self {
    case .leaf(let aggregate): aggregate.keepsScale
    case .coalesced(let operands), .greatest(let operands), .least(let operands):
      operands.allSatisfy(\.keepsScale)
    case .choice(_, let a, let b): a.keepsScale && b.keepsScale
    case .constant, .negated, .absolute, .arithmetic: false
    }
  }
}

extension Aggregate {
  fileprivate var keepsScale: Bool {
    switch function {
    case .mean, .minimum, .maximum, .first, .last, .percentile: true
    case .count, .missing, .sum, .standardDeviation, .increase, .rate, .fraction, .longest,
      .duration, .gap, .held:
      false
    }
  }
}
