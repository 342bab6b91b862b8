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
    let notation = self.notation(present, study)
    var proposal: TargetProposal?
    var reason = study.refusal
    if let crossing = crossing(of: present, study) { reason = reason.map { $0 + crossing } }
    if study.hasValue, let idleTraffic, dimension == .ratio || dimension == .time,
      kind?.needsTraffic != false
    {
      reason = "there was no traffic: \(idleTraffic) is 0 throughout"
    }
    var forecast: (any NextRunForecast)?
    do throws(Refusal) {
      if study.refusal == nil { forecast = try study.forecast() }
    } catch {
      reason = reason ?? error.reason
    }
    switch options.method {
    case .heuristic:
      reason = nil
      if let classic {
        proposal = heuristicProposal(classic, forecast, data.sign)
      } else {
        reason = study.hasValue ? "there is no classic rule for it" : study.refusal
      }
    case .prediction where reason == nil:
      if let forecast {
        proposal = predicted(forecast, notation, data.sign)
        if proposal == nil { reason = insufficiency(forecast, study, notation) }
      } else {
        reason = "there is no forecast for it"
      }
    case .prediction: break
    }
    let shown = Judgement(present: present, proposal: proposal, classic: classic, isLowerBetter)
    notes += presentNotes(present, proposal, study, kind, shown)
    return result(
      isLowerBetter: isLowerBetter,
      grounds: grounds,
      kind: kind,
      outcome: proposal.map { .proposed($0) } ?? .none(reason ?? "nothing can be told"),
      observed: study.figures,
      present: present.map { limit($0.green, $0.literal, forecast, data.sign) },
      heuristic: classic.map { limit($0.value, $0.text, forecast, data.sign) },
      notes: notes,
      backtest: backtest(study, shown, notation),
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
    notes: [String] = [],
    backtest: [BacktestRow] = [],
    budget: ErrorBudget? = nil,
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
