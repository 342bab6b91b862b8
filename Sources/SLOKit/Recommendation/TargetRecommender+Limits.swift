extension TargetRecommender {
  /// What some of the samples would have led to.
  func proposal(on runs: [Range<Int>], isLowerBetter: Bool) -> TargetProposal? {
    let data = IndicatorData(objective.indicator.formula, on: samples, isLowerBetter: isLowerBetter)
    let study = IndicatorStudy(data, runs: runs, nextSamples: nextSamples)
    guard study.refusal == nil, let forecast = try? study.forecast() else { return nil }
    return predicted(forecast, notation(PresentTarget(objective), study), data.sign)
  }

  func notation(_ present: PresentTarget?, _ study: IndicatorStudy) -> LimitNotation {
    let size = present?.green ?? study.figures?.value ?? 1
    let usual = LimitNotation.unit(for: objective.indicator.dimension, value: size)
    return LimitNotation(
      unit: present == nil ? usual : present?.unit ?? columnUnit ?? usual,
      isLowerBetter: study.data.sign > 0,
      usesLadder: study.countsEvents
    )
  }

  /// A bare number has the unit of the column that it is compared with.
  private var columnUnit: Unit? {
    objective.indicator.formula.aggregates.flatMap(\.columns).first.flatMap {
      samples.rules.columns[$0].unit
    }
  }

  /// A limit in base units with what a forecast tells about it.
  func limit(
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
      caughtValue: caught,
      isRiskBound: forecast?.isRiskBound(of: oriented) ?? false
    )
  }

  /// The rounded limit at `alpha`; `nil` when the forecast or the notation has none.
  func limit(
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

  /// The limits that a forecast leads to; `nil` when it has none at the alpha that is asked for.
  func predicted(
    _ forecast: any NextRunForecast,
    _ notation: LimitNotation,
    _ sign: Double
  ) -> TargetProposal? {
    func limit(_ alpha: Double) -> TargetLimit? {
      self.limit(alpha: alpha, forecast, notation, sign)
    }
    guard let suggested = limit(options.alpha) else { return nil }
    func room(of limit: TargetLimit) -> Double { (limit.value - suggested.value) * sign }
    let sure = suggested.displayedRisk ?? "–"
    return TargetProposal(
      // Of another alpha than the usual one, tight may be loose, and loose tight.
      tight: limit(RecommendationOptions.tightAlpha).flatMap { room(of: $0) <= 0 ? $0 : nil },
      suggested: suggested,
      loose: limit(RecommendationOptions.looseAlpha).flatMap { room(of: $0) >= 0 ? $0 : nil },
      // Rounding may put the two together: then green reaches to where red begins.
      red: limit(options.redAlpha).flatMap { room(of: $0) > 0 ? $0 : nil },
      basis: forecast.basis,
      rationale: "an unchanged run of \(Verdict.counted(nextSamples, "sample")) is beyond "
        + "\(suggested.display) with a probability of \(sure) (\(forecast.basis))"
    )
  }

  /// The proposal by a rule of thumb.
  func heuristicProposal(
    _ classic: ClassicHeuristic.Target,
    _ forecast: (any NextRunForecast)?,
    _ sign: Double
  ) -> TargetProposal {
    let isShare = objective.indicator.dimension == .ratio
    let number = DecimalNumber(classic.value, powerOfTen: isShare ? 2 : 0)
    let literal = (number?.description ?? "") + (isShare ? "%" : "s")
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
}
