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
      guard let proposal = predicted(forecast, notation, sign) else {
        return .none(insufficiency(forecast, study, notation))
      }
      let most = study.hasHeavyTail ? Self.mostRoom * forecast.observed : .infinity
      guard proposal.suggested.value <= most else {
        return .none(
          "insufficient: its tail may be so heavy that an unchanged run could have more than "
            + "\(Int(Self.mostRoom)) times this mean; measure longer, or hold a percentile"
        )
      }
      return .proposed(proposal.withoutLoose(beyond: most))
    }
  }

  /// A target that lets a mean grow by more than that catches nothing.
  private static let mostRoom = 10.0

  private func insufficiency(
    _ forecast: any NextRunForecast,
    _ study: IndicatorStudy,
    _ notation: LimitNotation
  ) -> String {
    guard let needed = forecast.samplesNeeded(alpha: options.alpha) else {
      return forecast.limit(alpha: options.alpha) == nil
        ? "insufficient: the samples depend on each other too much to tell how a run varies"
        : "insufficient: these samples tell so little that every value it can have would be within the "
          + "limit"
    }
    var reason =
      "insufficient: a next run of \(Verdict.counted(nextSamples, "sample")) needs ≥ \(needed) "
      + "samples here, and there are \(study.figures?.used ?? 0)"
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
