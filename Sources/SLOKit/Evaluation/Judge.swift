/// Turns measurements into statuses, and statuses into a decision.
struct Judge {
  let plan: Plan
  let measurements: Measurements
  let options: EvaluationOptions

  var rules: RuleSet { plan.rules }

  init(_ plan: Plan, _ measurements: Measurements, options: EvaluationOptions) {
    self.plan = plan
    self.measurements = measurements
    self.options = options
  }

  /// The whole evaluation.
  func evaluation(of source: String, header: MetricsHeader) -> Evaluation {
    let objectives = rules.objectives.map { result(of: $0) }
    let aborts = rules.aborts.map { result(of: $0) }
    let warnings = self.warnings(objectives, aborts, header: header)
    let requirements = self.requirements(objectives, warnings: warnings)
    let score = Self.score(of: objectives)
    let verdict = Verdict(
      objectives: objectives,
      aborts: aborts,
      requirements: requirements,
      checklists: options.checklists,
      score: score,
      policy: rules.policy
    )
    return Evaluation(
      decision: verdict.decision,
      cause: verdict.cause,
      reason: verdict.reason,
      action: rules.actions[verdict.decision],
      rules: RulesReference(name: rules.name, text: rules.text),
      input: input(source),
      score: score,
      policy: rules.policy,
      requirements: requirements,
      aborts: aborts,
      checklists: options.checklists,
      phases: [PhaseResult(name: nil, decision: verdict.decision, objectives: objectives)],
      warnings: warnings,
      drawing: options.drawsSeries ? drawing : nil
    )
  }

  private func input(_ source: String) -> InputSummary {
    let timeline = measurements.timeline
    return InputSummary(
      source: source,
      samples: measurements.kept,
      samplesInFile: measurements.samples,
      start: timeline.earliest,
      end: timeline.latest,
      duration: timeline.span,
      absentColumns: plan.absentColumns.map { rules.columns[$0].name }
    )
  }

  /// The weighted share of what is good; objectives without a status count neither way.
  private static func score(of objectives: [ObjectiveResult]) -> Double? {
    var (sum, weights) = (0.0, 0.0)
    for result in objectives {
      let weight = result.objective.weight
      switch result.status {
      case .green: sum += weight
      case .yellow: sum += weight / 2
      case .red: break
      case .na, .info: continue
      }
      weights += weight
    }
    return weights > 0 ? sum / weights : nil
  }
}

// MARK: - Objectives

extension Judge {
  /// The percentiles that are not exact and that the status of some objective depends on.
  var decisivePlaces: [Int] {
    let approximate = measurements.approximatePlaces
    guard !approximate.isEmpty else { return [] }
    let aggregates = rules.objectives.filter { result(of: $0).isUndecided }.flatMap(\.aggregates)
    return approximate.filter { aggregates.contains(measurements.aggregates.items[$0]) }
  }

  private func result(of objective: Objective) -> ObjectiveResult {
    let evaluator = RunEvaluator(
      plan: plan,
      measurements: measurements,
      scope: objective.filter
    )
    let measurement = evaluator.measure(objective.indicator.formula)
    let total = totalSamples(of: objective)
    let used = measurement.used ?? 0
    var reason: String?
    if measurement.value.isNaN {
      reason = measurement.absences.map(\.description).joined(by: "; ")
    } else {
      reason =
        (objective.bands == nil ? nil : measurement.blindness.first?.description)
        ?? thinness(of: objective, used: used, total: total)
    }
    var status: Status? = .na
    if reason == nil {
      status = objective.bands.map { Self.status(in: $0, evaluator) } ?? .info
      if status == .na { reason = "a band's condition has no answer: it compares with NA" }
      if status != .info, restsOnNothing(objective) {
        status = .na
        reason = "none of its columns has a value"
      }
    }
    if status == nil { reason = Self.undecidedReason(measurement, objective) }
    return ObjectiveResult(
      objective: objective,
      status: status ?? .yellow,
      value: measurement.value.isNaN ? nil : measurement.value,
      bounds: measurement.range.flatMap { $0.low < $0.high ? $0.low...$0.high : nil },
      display: Self.display(measurement, objective),
      used: used,
      total: total,
      reason: reason,
      isUndecided: status == nil
    )
  }

  private static func display(_ measurement: Measurement, _ objective: Objective) -> String {
    let text = QuantityFormat.text(
      measurement.value,
      objective.indicator.dimension,
      apartFrom: objective.limits
    )
    return measurement.range == nil ? text : "≈ " + text
  }

  private static func undecidedReason(
    _ measurement: Measurement,
    _ objective: Objective
  ) -> String {
    let range = measurement.possibleValues
    func shown(_ value: Double) -> String {
      QuantityFormat.text(value, objective.indicator.dimension, apartFrom: objective.limits)
    }
    return
      "it lies between \(shown(range.low)) and \(shown(range.high)), on both sides of a limit, "
      + "and a stream cannot be read again: --exact or a file decides"
  }

  /// Whether all columns of the indicator are NA throughout: counting what was never measured
  /// gives a number, but no pass.
  private func restsOnNothing(_ objective: Objective) -> Bool {
    let columns = objective.indicator.formula.aggregates.flatMap(\.allColumns)
    return !columns.isEmpty
      && columns.allSatisfy {
        measurements[Aggregate.count(of: $0).filtered(by: objective.filter)].used == 0
      }
  }

  /// Why too few samples are measured for the objective's own minimum, or `nil`.
  private func thinness(of objective: Objective, used: Int, total: Int) -> String? {
    if let minimum = objective.minimumSamples, used < minimum {
      return "measured on \(used) samples, fewer than min_samples: \(minimum)"
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

  private func totalSamples(of objective: Objective) -> Int {
    let count = Aggregate(function: .count, operand: .none, filter: objective.filter)
    return measurements[count].total
  }

  private func result(of abort: AbortCondition) -> AbortResult {
    let held = measurements[abort.held]
    let streak = held.streak
    return AbortResult(
      when: abort.text,
      isTripped: streak != nil,
      isMeasured: !held.value.isNaN,
      line: streak?.firstLine,
      timestamp: streak?.firstTime,
      samples: streak?.samples,
      place: abort.place
    )
  }
}

extension Objective {
  /// The numbers that the bands compare the indicator with.
  var limits: [Double] {
    var limits: [Double] = []
    bands?.forEach { band in
      band.condition.forEachComparison { _, a, b in
        if a == indicator.formula, let limit = b.constantValue { limits.append(limit) }
        if b == indicator.formula, let limit = a.constantValue { limits.append(limit) }
      }
    }
    return limits
  }
}
