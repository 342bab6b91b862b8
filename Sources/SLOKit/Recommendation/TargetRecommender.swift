/// Works out what to recommend for one objective.
struct TargetRecommender {
  let samples: RunSamples
  let objective: Objective
  let options: RecommendationOptions
  let nextSamples: Int
  /// The name of a traffic column that is 0 throughout; `nil` when there was traffic.
  let idleTraffic: String?
  /// What was concluded from names and values, where there are no rules.
  let inferred: InferredMetric?
}

extension TargetRecommender {
  private var formula: RunFormula { objective.indicator.formula }
  private var dimension: Dimension? { objective.indicator.dimension }

  /// What is recommended.
  func recommendation() -> TargetRecommendation {
    if let reason = objective.reasonForPeopleToDecide {
      return result(
        isLowerBetter: objective.comparison?.worse != .lower,
        grounds: "the rule file",
        kind: nil,
        outcome: .none(reason)
      )
    }
    let present = PresentTarget(objective)
    let column = samples.columnNames(of: formula).first ?? objective.name
    let kind = inferred?.kind ?? MetricInference.knownKind(of: column)
    guard
      let isLowerBetter =
        present?.isLowerBetter ?? inferred?.isLowerBetter ?? kind?.isLowerBetter
        ?? (objective.asksForOneValue ? true : nil)
    else {
      return result(
        isLowerBetter: true,
        grounds: "neither a limit nor the name tells",
        kind: kind,
        outcome: .none("neither its bands nor its name tell whether more or less of it is better")
      )
    }
    let data = IndicatorData(formula, on: samples, isLowerBetter: isLowerBetter)
    let grounds =
      inferred?.grounds
      ?? (present == nil
        ? "direction by the name of \(column)" : "direction and unit of the present target")
    let study = IndicatorStudy(
      data,
      runs: samples.runs,
      nextSamples: nextSamples,
      present: present
    )
    let classic = study.figures.flatMap { figures in
      ClassicHeuristic.target(kind, name: column, dimension: dimension, mean: figures.value)
    }
    var notes = study.notes
    if let green = objective.bands?.green.text, objective.hasRelativeLimit {
      notes.append("its present target (\(green)) is relative to a baseline; a draft is absolute")
    }
    if let wanted = inferred?.indicator, wanted != objective.indicator.text {
      notes.append("\(objective.indicator.text) in place of \(wanted), which takes more samples")
    }
    let forecast =
      study.refusal == nil ? Result { () throws(Refusal) in try study.forecast() } : nil
    let outcome = outcome(
      study,
      forecast,
      classic,
      present,
      needsTraffic: kind?.needsTraffic != false
    )
    let (proposal, known) = (outcome.proposal, try? forecast?.get())
    let shown = Judgement(present: present, proposal: proposal, classic: classic, isLowerBetter)
    notes += presentNote(present, study).map { [$0] } ?? []
    return result(
      isLowerBetter: isLowerBetter,
      grounds: grounds,
      kind: kind,
      outcome: outcome,
      observed: study.figures,
      present: present.map { limit($0.green, $0.literal, known, data.sign) },
      heuristic: classic.map { limit($0.value, $0.text, known, data.sign) },
      revision: revision(present, proposal, study),
      notes: notes,
      backtest: backtest(study, shown, notation(present, study)),
      budget: kind?.hasErrorBudget == false
        ? nil : proposal.flatMap { budget($0.suggested, data, isLowerBetter) },
      isStrict: options.method == .heuristic && classic?.isInclusive == false,
      isMetByDraft: shown.row("", data.value(on: 0..<samples.count)).proposed == .green
    )
  }

  private func result(
    isLowerBetter: Bool,
    grounds: String,
    kind: MetricKind?,
    outcome: TargetRecommendation.Outcome,
    observed: ObservedFigures? = nil,
    present: TargetLimit? = nil,
    heuristic: TargetLimit? = nil,
    revision: TargetRevision? = nil,
    notes: [String] = [],
    backtest: [BacktestRow] = [],
    budget: DraftedBudget? = nil,
    isStrict: Bool = false,
    isMetByDraft: Bool = false
  ) -> TargetRecommendation {
    TargetRecommendation(
      name: inferred?.name ?? objective.name,
      indicator: objective.indicator.text,
      isLowerBetter: isLowerBetter,
      grounds: grounds,
      observed: observed,
      present: present,
      heuristic: heuristic,
      outcome: outcome,
      revision: revision,
      notes: notes,
      backtest: backtest,
      budget: budget,
      dimension: dimension,
      isStrict: isStrict,
      isMetByDraft: isMetByDraft,
      kind: kind,
      columns: inferred?.columns ?? []
    )
  }
}

extension Objective {
  /// Why no data can tell its targets; `nil` where they can.
  fileprivate var reasonForPeopleToDecide: String? {
    if comparesRuns {
      return
        "it compares a run with a baseline: how much of a difference matters is for people to decide, "
        + "and whether one is chance its confidence tells"
    }
    if hasSeveralLimits {
      return
        "its bands hold it to more than one limit: how far it may go on each side is for people to "
        + "decide"
    }
    return nil
  }
}
