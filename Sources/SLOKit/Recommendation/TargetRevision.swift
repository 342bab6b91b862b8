/// What several runs say about a present target.
public struct TargetRevision: Sendable, Hashable {
  /// What to do with it.
  public enum Advice: String, Sendable, Hashable, CaseIterable {
    /// A tighter target would do.
    case tighten
    /// Runs miss it more often than a target may be missed: it is too tight, or the service is faulty.
    case loosen
    /// Nothing is clear enough to change it.
    case keep
  }

  /// With fewer runs nothing is said.
  static let fewestRuns = 5

  /// What to do with the present target.
  public let advice: Advice

  /// The target to take instead; `nil` to keep the present one.
  public let limit: TargetLimit?

  /// Why, one reason each.
  public let reasons: [String]
}

extension TargetRevision {
  /// The target to take instead, as a rule file has it; `nil` to keep the present one.
  public var literal: String? { limit?.literal }
}

extension TargetRecommender {
  /// What the runs say about the present target; `nil` without one, or with fewer than five of them.
  ///
  /// Loosened is what so many runs miss as an unchanged service does with a probability of at most
  /// 5 % under a target that keeps its promise (binomial). Tightened is what all runs meet although it
  /// leaves at least a tenth more room than the limit that an unchanged run is beyond one time in a
  /// hundred.
  func revision(
    _ present: PresentTarget?,
    _ proposal: TargetProposal?,
    _ study: IndicatorStudy
  ) -> TargetRevision? {
    guard let present else { return nil }
    let values = samples.runs.map { study.data.value(on: $0) }.filter { !$0.isNaN }
    guard values.count >= TargetRevision.fewestRuns else { return nil }
    let missed = values.count { present.status(of: $0) != .green }
    var reasons = [
      missed == 0
        ? "all \(values.count) runs meet it" : "\(missed) of \(values.count) runs miss it"
    ]
    let classic = classicReason(present, values)
    func revision(_ advice: TargetRevision.Advice, _ limit: TargetLimit?) -> TargetRevision {
      TargetRevision(advice: advice, limit: limit, reasons: reasons + [classic.text])
    }
    if options.method == .heuristic {
      return revision(classic.limit == nil ? .keep : .tighten, classic.limit)
    }
    guard let suggested = proposal?.suggested else {
      reasons.append("there is no recommendation to change it to")
      return revision(.keep, nil)
    }
    let sureLimit = proposal?.red ?? suggested
    let chance = BinomialDistribution.upperTail(
      from: missed,
      trials: values.count,
      p: options.alpha
    )
    if missed > 0, chance <= 0.05, present.isTighter(than: suggested.value) {
      reasons.append("a target that keeps its promise is missed so often one time in 20 at most")
      reasons.append("an unchanged run needs \(suggested.display), or the service must be mended")
      return revision(.loosen, suggested)
    }
    if missed == 0, present.leavesRoom(to: sureLimit.value, of: objective.indicator.dimension) {
      let often = sureLimit.displayedRisk ?? "–"
      reasons.append(
        "an unchanged run is beyond \(sureLimit.display) with a probability of \(often)"
      )
      return revision(.tighten, suggested)
    }
    reasons.append(
      missed == 0 ? "an unchanged run needs nearly as much" : "that may be chance"
    )
    return revision(.keep, nil)
  }

  /// What the classic rule says about the present target.
  private func classicReason(
    _ present: PresentTarget,
    _ values: [Double]
  ) -> (limit: TargetLimit?, text: String) {
    let dimension = objective.indicator.dimension
    let value = ClassicHeuristic.tightened(
      present.green,
      isLowerBetter: present.isLowerBetter,
      dimension: dimension,
      runs: values
    )
    guard let value else {
      let hasRule = present.isLowerBetter ? dimension == .time : dimension == .ratio
      return (nil, hasRule ? "the classic rule keeps it" : "there is no classic rule for it")
    }
    let notation = LimitNotation(
      unit: LimitNotation.unit(for: dimension, value: value),
      isLowerBetter: present.isLowerBetter,
      usesLadder: false
    )
    let rule = present.isLowerBetter ? "1.15 × the median run" : "0.995 × the median run"
    let text = "the classic rule says \(QuantityFormat.text(value, dimension)) (\(rule))"
    let sign: Double = present.isLowerBetter ? 1 : -1
    return (notation.rounded(value).map { limit($0.value, $0.literal, nil, sign) }, text)
  }
}

extension PresentTarget {
  /// Whether the target is tighter than a limit.
  fileprivate func isTighter(than limit: Double) -> Bool {
    isLowerBetter ? green < limit : green > limit
  }

  /// Whether a limit could be a tenth tighter than the target and still be clear of it; of a success
  /// near 100 %, it is the failures that have a size.
  fileprivate func leavesRoom(to limit: Double, of dimension: Dimension?) -> Bool {
    if isLowerBetter { return limit <= 0.9 * green }
    if dimension == .ratio, green >= 0.5 { return 1 - limit <= 0.9 * (1 - green) }
    return limit >= green + 0.1 * green.magnitude
  }
}
