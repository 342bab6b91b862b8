extension Judge {
  /// The percentiles that are not exact and that the status of some objective depends on.
  var decisivePlaces: MeasuredRuns.Places {
    let approximate = runs.approximatePlaces
    guard !approximate.isEmpty else { return approximate }
    var decisive: [Aggregate] = []
    for part in judging.parts {
      for objective in part.objectives where result(of: objective, in: part).isUndecided {
        decisive += objective.aggregates.map { part.located($0) }
      }
    }
    return approximate.filter { runs.aggregate(at: $0, of: $1).map(decisive.contains) ?? false }
  }

  func evaluator(of objective: Objective, in part: JudgedPart) -> RunEvaluator {
    RunEvaluator(
      rules: rules,
      runs: runs,
      part: part,
      derivedColumns: plan.derivedColumns,
      filter: objective.filter
    )
  }

  /// How an objective came out in one part of the run.
  func result(of objective: Objective, in part: JudgedPart) -> ObjectiveResult {
    let evaluator = evaluator(of: objective, in: part)
    let measurement = evaluator.measure(objective.indicator.formula)
    let total = measurements[part.located(.sampleCount(objective.filter))].total
    let used = measurement.used ?? 0
    let thinness = thinness(of: objective, used: used, total: total)
    var reason = thinness
    if measurement.value.isNaN {
      reason = measurement.absences.map(\.description).joined(by: "; ")
    } else if objective.bands != nil, let blindness = measurement.blindness.first {
      reason = blindness.description
    }
    var status: Status? = .na
    // With a floor, values can be compared whose shift is in proportion to nothing.
    let compared =
      measurement.blindness.isEmpty && (reason == nil || objective.comparison?.floor != nil)
      ? evaluator.verdict(of: objective) : nil
    if let compared, thinness == nil {
      (status, reason) = (compared.status, compared.reason(objective.comparedDimension))
    } else if reason == nil {
      status = objective.bands.map { Self.status(in: $0, evaluator) } ?? .info
      if status == .na { reason = Self.unansweredReason(objective, evaluator) }
      if status != .info, restsOnNothing(objective, in: part) {
        status = .na
        reason = "none of its columns has a value"
      }
    }
    var isRefuted = false
    if status == .green, objective.role == .gate, let impossible = impossibleColumn(of: objective) {
      (status, isRefuted) = (.na, true)
      reason = impossible
    }
    let limits = evaluator.limits(of: objective)
    if status == nil { reason = Self.undecidedReason(measurement, objective, limits) }
    return ObjectiveResult(
      objective: objective,
      status: status ?? .yellow,
      value: measurement.value.isNaN ? nil : measurement.value,
      bounds: measurement.range.flatMap { $0.low < $0.high ? $0.low...$0.high : nil },
      display: compared?.display(objective.comparedDimension)
        ?? Self.display(measurement, objective, limits),
      baseline: baselineValue(of: objective, evaluator),
      used: used,
      total: total,
      thinning: measurement.thinning,
      budget: budget(of: objective, measurement.value, in: part),
      comparison: compared?.result,
      reason: reason,
      isUndecided: status == nil || isRefuted
    )
  }

  private static func display(
    _ measurement: Measurement,
    _ objective: Objective,
    _ limits: [Double]
  ) -> String {
    let text = QuantityFormat.text(
      measurement.value,
      objective.indicator.dimension,
      apartFrom: limits
    )
    return measurement.range == nil ? text : "≈ " + text
  }

  private func budget(
    of objective: Objective,
    _ value: Double,
    in part: JudgedPart
  ) -> BudgetResult? {
    guard let budget = objective.budget, let bands = objective.bands, !value.isNaN,
      let share = BadShare(bands.green, of: objective.indicator)
    else { return nil }
    let elapsed = measurements.timeline(of: part).covered
    return BudgetResult(budget, share, value: value, elapsed: elapsed)
  }

  /// The indicator's value on the baseline.
  private func baselineValue(of objective: Objective, _ evaluator: RunEvaluator) -> Double? {
    guard runs.baseline != nil,
      !objective.indicator.formula.aggregates.contains(where: \.isComparison)
    else { return nil }
    let value = evaluator.measure(objective.indicator.formula.of(.baseline)).value
    return value.isNaN ? nil : value
  }

  private static func unansweredReason(_ objective: Objective, _ evaluator: RunEvaluator) -> String
  {
    var absences: [Absence] = []
    objective.bands?.forEach {
      absences = absences.merged(with: evaluator.absences(in: $0.condition))
    }
    return "a band's condition has no answer: "
      + (absences.isEmpty
        ? "it compares with NA" : absences.map(\.description).joined(by: "; "))
  }

  private static func undecidedReason(
    _ measurement: Measurement,
    _ objective: Objective,
    _ limits: [Double]
  ) -> String {
    let range = measurement.possibleValues
    func shown(_ value: Double) -> String {
      QuantityFormat.text(value, objective.indicator.dimension, apartFrom: limits)
    }
    return
      "it lies between \(shown(range.low)) and \(shown(range.high)), on both sides of a limit, "
      + "and a stream cannot be read again: --exact or a file decides"
  }

  /// Why a green value proves nothing: a column of it is below 0, where nothing can be; `nil` when
  /// none is.
  private func impossibleColumn(of objective: Objective) -> String? {
    guard !columnsBelowZero.isEmpty else { return nil }
    let columns = objective.aggregates.filter { $0.source == .candidate }.flatMap(\.allColumns)
    for place in plan.derivedColumns.fileColumns(beneath: columns)
    where columnsBelowZero.contains(place) {
      let column = rules.columns[place]
      let low = ColumnQuality(of: place, in: measurements).low
      let value = QuantityFormat.text(low, column.unit?.dimension)
      return
        "\(column.name) goes down to \(value), where it cannot be; when it can, declare its min"
    }
    return nil
  }

  /// Whether all columns of the indicator are NA throughout: counting what was never measured
  /// gives a number, but no pass.
  private func restsOnNothing(_ objective: Objective, in part: JudgedPart) -> Bool {
    let columns = plan.derivedColumns.fileColumns(
      beneath: objective.indicator.formula.aggregates.filter { $0.source == .candidate }
        .flatMap(\.allColumns)
    )
    return !columns.isEmpty
      && columns.allSatisfy {
        measurements[part.located(.count(of: $0).filtered(by: objective.filter))].used == 0
      }
  }

  /// Why too few samples are measured for the objective's own minimum, or `nil`.
  private func thinness(of objective: Objective, used: Int, total: Int) -> String? {
    if let minimum = objective.minimumSamples, used < minimum {
      return "measured on \(Verdict.counted(used, "sample")), fewer than min_samples: \(minimum)"
    }
    if let minimum = objective.minimumCoverage, Double(used) < minimum * Double(total) {
      let share = QuantityFormat.text(
        total == 0 ? 0 : Double(used) / Double(total),
        .ratio,
        apartFrom: [minimum]
      )
      return "measured on \(share) of the samples, less than min_coverage: "
        + QuantityFormat.text(minimum, .ratio)
    }
    return nil
  }

  /// The status, or `nil` when it depends on how exact the numbers are.
  private static func status(in bands: Bands, _ evaluator: RunEvaluator) -> Status? {
    func status(_ band: Bands.Band, ifTrue: Status, ifFalse: Status) -> Status? {
      switch evaluator.answer(to: band.condition) {
      case .certain(.unknown): .na
      case .certain(.true): ifTrue
      case .certain(.false): ifFalse
      case .undecided: nil
      }
    }
    switch evaluator.answer(to: bands.green.condition) {
    case .certain(.unknown): return .na
    case .certain(.true): return .green
    case .certain(.false): break
    case .undecided: return nil
    }
    switch bands.beyond {
    case .red: return .red
    case .yellow(let band): return status(band, ifTrue: .yellow, ifFalse: .red)
    case .redBand(let band): return status(band, ifTrue: .red, ifFalse: .yellow)
    }
  }
}

extension Objective {
  /// The constant numbers that the bands compare the indicator with.
  var limits: [Double] { limitFormulas.compactMap(\.constantValue) }

  /// What the bands compare the indicator with.
  var limitFormulas: [RunFormula] {
    var formulas: [RunFormula] = []
    bands?.forEach { band in
      band.condition.forEachComparison { _, a, b in
        if a == indicator.formula { formulas.append(b) }
        if b == indicator.formula { formulas.append(a) }
      }
    }
    return formulas
  }
}

extension RunEvaluator {
  /// The numbers that the bands compare the indicator with, those that this run or its baseline
  /// tells among them.
  fileprivate func limits(of objective: Objective) -> [Double] {
    objective.limitFormulas.map { measure($0).value }.filter(\.isFinite)
  }
}
