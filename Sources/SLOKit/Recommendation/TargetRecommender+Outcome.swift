extension TargetRecommender {
  /// The proposal by the method that is asked for, or why there is none; no forecast means that the
  /// data cannot be learned from.
  func outcome(
    _ study: IndicatorStudy,
    _ forecast: Result<any NextRunForecast, Refusal>?,
    _ classic: ClassicHeuristic.Target?,
    _ present: PresentTarget?,
    needsTraffic: Bool
  ) -> TargetRecommendation.Outcome {
    let sign = study.data.sign
    if objective.asksForOneValue {
      return .none("its green band asks for one value, which leaves nothing to chance")
    }
    if options.method == .heuristic {
      guard let classic else {
        return .none(study.hasValue ? "there is no classic rule for it" : study.refusal ?? "")
      }
      return .proposed(heuristicProposal(classic, try? forecast?.get(), sign))
    }
    let dimension = objective.indicator.dimension
    let isAboutRequests = dimension == .ratio || dimension == .time
    if study.hasValue, needsTraffic, isAboutRequests, let idleTraffic {
      return .none("there was no traffic: \(idleTraffic) is 0 throughout")
    }
    let notation = notation(present, study)
    switch forecast {
    case nil: return .none(study.refusal ?? "")
    case .failure(let refusal)?: return .none(refusal.reason)
    case .success(let forecast)?:
      return predicted(forecast, notation, sign).map { .proposed($0) }
        ?? .none(insufficiency(forecast, study, notation))
    }
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
