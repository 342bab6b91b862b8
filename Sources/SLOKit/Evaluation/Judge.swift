/// Turns measurements into statuses, and statuses into a decision.
struct Judge {
  let judging: JudgingPlan
  let plan: Plan
  let runs: MeasuredRuns
  let options: EvaluationOptions
  /// The judged columns that hold values below 0 though their unit or kind begins there.
  let columnsBelowZero: [Int]

  var rules: RuleSet { plan.rules }
  var measurements: Measurements { runs.candidate }

  init(
    _ judging: JudgingPlan,
    _ plan: Plan,
    _ runs: MeasuredRuns,
    options: EvaluationOptions
  ) {
    self.judging = judging
    self.plan = plan
    self.runs = runs
    self.options = options
    var columnsBelowZero: [Int] = []
    for column in judging.needs.judgedColumns
    where ColumnQuality(of: column, in: runs.candidate).isBelowZero(plan.rules.columns[column]) {
      columnsBelowZero.append(column)
    }
    self.columnsBelowZero = columnsBelowZero
  }

  /// The whole evaluation.
  func evaluation(
    of input: InputSummary,
    baseline: BaselineFiles,
    header: MetricsHeader
  ) -> Evaluation {
    let parts = reachedParts
    let objectives = parts.flatMap { part in part.objectives.map { result(of: $0, in: part) } }
    let aborts = rules.aborts.map { result(of: $0) }
    let warnings = self.warnings(objectives, aborts, baseline, header: header)
    let requirements = self.requirements(objectives, warnings: warnings)
    let phases: [PhaseResult]
    let verdict: Verdict
    if rules.phases.isEmpty {
      verdict = Verdict(
        objectives: objectives,
        aborts: aborts,
        requirements: requirements,
        checklists: options.checklists,
        score: Self.score(of: objectives),
        policy: rules.policy
      )
      phases = parts.map { phase($0, objectives, [], verdict) }
    } else {
      phases = self.phases(parts, objectives)
      verdict = Verdict(
        phases: phases,
        aborts: aborts,
        requirements: requirements,
        checklists: options.checklists,
        policy: rules.policy
      )
    }
    return Evaluation(
      decision: verdict.decision,
      cause: verdict.cause,
      reason: verdict.reason,
      action: rules.actions[verdict.decision],
      rules: RulesReference(name: rules.name, text: rules.text),
      input: input,
      baselines: baseline.inputs,
      score: phases.compactMap(\.score).min(),
      policy: rules.policy,
      requirements: requirements,
      aborts: aborts,
      checklists: options.checklists,
      phases: phases,
      unreachedPhases: judging.parts.filter { $0.isOptional && sampleCount(of: $0) == 0 }
        .compactMap(\.name),
      unjudgedPhases: unjudgedPhases,
      warnings: warnings,
      drawing: options.drawsSeries ? drawing(of: phases) : nil
    )
  }

  /// The parts that are judged: an optional one without samples is not.
  var reachedParts: [JudgedPart] {
    judging.parts.filter { !$0.isOptional || sampleCount(of: $0) > 0 }
  }

  private var unjudgedPhases: [String] {
    rules.phases.indices.filter { place in
      !judging.parts.contains { $0.scope == .phase(place) }
        && measurements[.sampleCount(ofPhase: place)].total > 0
    }
    .map { rules.phases[$0].name }
  }

  /// The results of the parts, to which the results of `objectives` belong one after the other.
  private func phases(_ parts: [JudgedPart], _ objectives: [ObjectiveResult]) -> [PhaseResult] {
    var rest = objectives[...]
    return parts.map { part in
      let own = Array(rest.prefix(part.objectives.count))
      rest = rest.dropFirst(own.count)
      let requirements = self.requirements(of: part, own)
      let verdict = Verdict(
        objectives: own,
        requirements: requirements,
        score: Self.score(of: own),
        policy: rules.policy
      )
      return phase(part, own, requirements, verdict)
    }
  }

  private func phase(
    _ part: JudgedPart,
    _ objectives: [ObjectiveResult],
    _ requirements: [RequirementResult],
    _ verdict: Verdict
  ) -> PhaseResult {
    let timeline = measurements.timeline(of: part)
    return PhaseResult(
      name: part.name,
      decision: verdict.decision,
      cause: verdict.cause,
      reason: verdict.reason,
      samples: sampleCount(of: part),
      start: timeline.earliest,
      end: timeline.latest,
      score: Self.score(of: objectives),
      requirements: requirements,
      objectives: objectives
    )
  }

  private func result(of abort: AbortCondition) -> AbortResult {
    let held = measurements[abort.held.within(judging.abortScope)]
    let streak = held.streak
    return AbortResult(
      when: abort.text,
      isTripped: streak != nil,
      isMeasured: !held.value.isNaN,
      line: streak?.firstLine,
      timestamp: streak?.firstTime,
      samples: streak?.samples,
      heldSamples: held.heldSamples,
      place: abort.place
    )
  }

  private func sampleCount(of part: JudgedPart) -> Int {
    part.scope == .run ? measurements.kept : measurements[part.sampleCount].total
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
