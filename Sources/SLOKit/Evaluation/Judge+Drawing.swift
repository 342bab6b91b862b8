extension RuleSet {
  /// As many stretches are kept in all, so that a report does not grow with the samples.
  private static let stretchBudget = 9000
  /// More stretches than a chart has pixels for would not be seen.
  private static let mostStretches = 480
  private static let fewestStretches = 60

  /// What is to be drawn of the objectives, each once.
  var drawnSeries: [Aggregate] {
    var result: [Aggregate] = []
    for series in objectives.flatMap({ series(beneath: $0) }) where !result.contains(series) {
      result.append(series)
    }
    return result
  }

  /// How many stretches are kept of each series.
  var stretchesPerSeries: Int {
    let charts = objectives.reduce(0) { $0 + series(beneath: $1).count }
    let share = Self.stretchBudget / max(1, charts)
    return min(Self.mostStretches, max(Self.fewestStretches, share))
  }

  /// The series that an objective's indicator rests on: columns, and what is computed of them for
  /// each sample.
  ///
  /// Of an aggregate here, only what it is over counts.
  func series(beneath objective: Objective) -> [Aggregate] {
    objective.indicator.formula.aggregates.flatMap { aggregate in
      let operands: [Aggregate.Operand] =
        switch aggregate.operand {
        case .none: []
        case .value: [aggregate.operand]
        case .condition(let condition):
          condition.columns.map { .value(.leaf(ColumnReference(index: $0))) }
        }
      return operands.filter { !isLabel($0) }.map {
        Aggregate(function: .count, operand: $0, filter: aggregate.filter)
      }
    }
  }

  private func isLabel(_ operand: Aggregate.Operand) -> Bool {
    guard case .value(.leaf(let column)) = operand else { return false }
    return columns.columns.indices.contains(column.index) && columns[column.index].isLabel
  }
}

extension Judge {
  /// What was gathered for charts, with the spans of the phases.
  func drawing(of phases: [PhaseResult]) -> RunDrawing {
    let all = plan.series.drawn
    let series = all.indices.map { index in
      let drawn = all[index]
      let objectives = rules.objectives.filter { rules.series(beneath: $0).contains(drawn) }
      let (name, dimension) = self.name(of: drawn, in: objectives)
      return DrawnSeries(
        objectives: objectives.map(\.id),
        name: name,
        points: points(of: index, in: measurements),
        baseline: runs.baseline.map { points(of: index, in: $0) } ?? [],
        dimension: dimension
      )
    }
    let spans = phases.compactMap { phase -> RunDrawing.PhaseSpan? in
      guard let name = phase.name, let start = phase.start, let end = phase.end else { return nil }
      return RunDrawing.PhaseSpan(name: name, start: start, end: end)
    }
    return RunDrawing(series: series, phases: spans)
  }

  private func points(of index: Int, in run: Measurements) -> [DrawnSeries.Point] {
    run.drawings[index].points.map { point in
      DrawnSeries.Point(
        time: plan.hasTime ? Timestamp(nanoseconds: point.position) : nil,
        line: point.line,
        value: point.value.isNaN ? nil : point.value
      )
    }
  }

  private func name(
    of drawn: Aggregate,
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
      .duration, .gap, .held, .slope, .growth, .trend, .comparison:
      false
    }
  }
}
