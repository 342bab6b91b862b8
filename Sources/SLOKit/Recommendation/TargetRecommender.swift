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
    let present = PresentTarget(objective)
    let column = samples.columnNames(of: formula).first ?? objective.name
    let kind = inferred?.kind ?? MetricInference.knownKind(of: column)
    guard
      let isLowerBetter = present?.isLowerBetter ?? inferred?.isLowerBetter ?? kind?.isLowerBetter
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
    let study = IndicatorStudy(data, runs: samples.runs, nextSamples: nextSamples)
    let classic = study.figures.flatMap { figures in
      ClassicHeuristic.target(kind, name: column, dimension: dimension, mean: figures.value)
    }
    var notes = study.notes
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
    notes += presentNotes(present, proposal, study, kind, shown)
    return result(
      isLowerBetter: isLowerBetter,
      grounds: grounds,
      kind: kind,
      outcome: outcome,
      observed: study.figures,
      present: present.map { limit($0.green, $0.literal, known, data.sign) },
      heuristic: classic.map { limit($0.value, $0.text, known, data.sign) },
      notes: notes,
      backtest: backtest(study, shown, notation(present, study)),
      budget: kind?.hasErrorBudget == false
        ? nil : proposal.flatMap { budget($0.suggested, data, isLowerBetter) },
      isStrict: options.method == .heuristic && classic?.isInclusive == false,
      isMetByDraft: shown.row("", data.value(on: 0..<samples.count)).proposed == .green
    )
  }

  /// The proposal by the method that is asked for, or why there is none; no forecast means that the
  /// data cannot be learned from.
  private func outcome(
    _ study: IndicatorStudy,
    _ forecast: Result<any NextRunForecast, Refusal>?,
    _ classic: ClassicHeuristic.Target?,
    _ present: PresentTarget?,
    needsTraffic: Bool
  ) -> TargetRecommendation.Outcome {
    let sign = study.data.sign
    if options.method == .heuristic {
      guard let classic else {
        return .none(study.hasValue ? "there is no classic rule for it" : study.refusal ?? "")
      }
      return .proposed(heuristicProposal(classic, try? forecast?.get(), sign))
    }
    if study.hasValue, needsTraffic, dimension == .ratio || dimension == .time, let idleTraffic {
      return .none("there was no traffic: \(idleTraffic) is 0 throughout")
    }
    let notation = notation(present, study)
    switch forecast {
    case nil: return .none((study.refusal ?? "") + (crossing(of: present, study) ?? ""))
    case .failure(let refusal)?: return .none(refusal.reason)
    case .success(let forecast)?:
      return predicted(forecast, notation, sign).map { .proposed($0) }
        ?? .none(insufficiency(forecast, study, notation))
    }
  }

  private func result(
    isLowerBetter: Bool,
    grounds: String,
    kind: MetricKind?,
    outcome: TargetRecommendation.Outcome,
    observed: ObservedFigures? = nil,
    present: TargetLimit? = nil,
    heuristic: TargetLimit? = nil,
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

extension TargetRecommender {
  /// When a trend will pass the present target; `nil` without one of them.
  private func crossing(of present: PresentTarget?, _ study: IndicatorStudy) -> String? {
    guard let present, let (level, slope) = study.worsening else { return nil }
    let distance = present.green * study.data.sign - level
    guard distance > 0 else { return ", and it is beyond the present target already" }
    let count = distance / slope
    guard count < 1e9 else { return nil }
    return ", and beyond the present target (\(present.literal)) after about "
      + "\(Int(count.rounded(.up)))"
  }
}

// MARK: - Limits

extension TargetRecommender {
  /// What some of the samples would have led to.
  func proposal(on runs: [Range<Int>], isLowerBetter: Bool) -> TargetProposal? {
    let data = IndicatorData(formula, on: samples, isLowerBetter: isLowerBetter)
    let study = IndicatorStudy(data, runs: runs, nextSamples: nextSamples)
    guard study.refusal == nil, let forecast = try? study.forecast() else { return nil }
    return predicted(forecast, notation(PresentTarget(objective), study), data.sign)
  }

  private func notation(_ present: PresentTarget?, _ study: IndicatorStudy) -> LimitNotation {
    let size = present?.green ?? study.figures?.value ?? 1
    let usual = LimitNotation.unit(for: dimension, value: size)
    return LimitNotation(
      unit: present == nil ? usual : present?.unit ?? columnUnit ?? usual,
      isLowerBetter: study.data.sign > 0,
      usesLadder: study.countsEvents
    )
  }

  /// A bare number has the unit of the column that it is compared with.
  private var columnUnit: Unit? {
    formula.aggregates.flatMap(\.columns).first.flatMap { samples.rules.columns[$0].unit }
  }

  private func limit(
    _ value: Double,
    _ literal: String,
    _ forecast: (any NextRunForecast)?,
    _ sign: Double
  ) -> TargetLimit {
    let isShare = forecast is CountForecast
    let oriented = isShare && sign < 0 ? 1 - value : isShare ? value : value * sign
    let caught = forecast?.caughtValue(by: oriented).map {
      isShare && sign < 0 ? 1 - $0 : $0 * sign
    }
    return TargetLimit(
      value: value,
      literal: literal,
      risk: forecast?.risk(of: oriented),
      caughtValue: caught
    )
  }

  /// The rounded limit at `alpha`; `nil` when the forecast or the notation has none.
  private func limit(
    alpha: Double,
    _ forecast: any NextRunForecast,
    _ notation: LimitNotation,
    _ sign: Double
  ) -> TargetLimit? {
    guard let oriented = forecast.limit(alpha: alpha) else { return nil }
    let value = forecast is CountForecast && sign < 0 ? 1 - oriented : oriented * sign
    guard let (rounded, literal) = notation.rounded(value) else { return nil }
    return limit(rounded, literal, forecast, sign)
  }

  private func predicted(
    _ forecast: any NextRunForecast,
    _ notation: LimitNotation,
    _ sign: Double
  ) -> TargetProposal? {
    func limit(_ alpha: Double) -> TargetLimit? {
      self.limit(alpha: alpha, forecast, notation, sign)
    }
    guard let suggested = limit(options.alpha) else { return nil }
    // Rounding may put the two together: then green reaches to where red begins.
    let red = limit(options.redAlpha).flatMap { $0.literal == suggested.literal ? nil : $0 }
    let sure = suggested.displayedRisk ?? "–"
    return TargetProposal(
      tight: limit(RecommendationOptions.tightAlpha),
      suggested: suggested,
      loose: limit(RecommendationOptions.looseAlpha),
      red: red,
      basis: forecast.basis,
      rationale: "an unchanged run of \(nextSamples) samples misses \(suggested.display) with a "
        + "probability of \(sure): \(forecast.basis)"
    )
  }

  private func heuristicProposal(
    _ classic: ClassicHeuristic.Target,
    _ forecast: (any NextRunForecast)?,
    _ sign: Double
  ) -> TargetProposal {
    let number = DecimalNumber(classic.value, powerOfTen: dimension == .ratio ? 2 : 0)
    let literal = (number?.description ?? "") + (dimension == .ratio ? "%" : "s")
    let suggested = limit(classic.value, literal, forecast, sign)
    return TargetProposal(
      tight: nil,
      suggested: suggested,
      loose: nil,
      red: nil,
      basis: classic.rule,
      rationale: "\(classic.text) by the classic rule: \(classic.rule)"
    )
  }

  private func insufficiency(
    _ forecast: any NextRunForecast,
    _ study: IndicatorStudy,
    _ notation: LimitNotation
  ) -> String {
    guard let needed = forecast.samplesNeeded(alpha: options.alpha) else {
      return forecast.limit(alpha: options.alpha) == nil
        ? "insufficient: the samples depend on each other too much to tell how a run varies"
        : "every value that it can have would be within the limit"
    }
    var reason =
      "insufficient: a next run of \(nextSamples) samples needs ≥ \(needed) samples here, and there "
      + "are \(study.figures?.used ?? 0)"
    for (share, name) in [(0.9, "p90"), (0.5, "median")] {
      guard let weaker = study.weakerForecast(share: share),
        let limit = self.limit(alpha: options.alpha, weaker, notation, study.data.sign)
      else { continue }
      reason += "; its \(name) could be held to \(limit.literal)"
      break
    }
    return reason
  }
}
