extension TargetRecommender {
  /// The budget that a target for a share leaves.
  func budget(
    _ target: TargetLimit,
    _ data: IndicatorData,
    _ isLowerBetter: Bool
  ) -> DraftedBudget? {
    guard objective.indicator.dimension == .ratio, target.value >= 0, target.value <= 1 else {
      return nil
    }
    let share = isLowerBetter ? target.value : 1 - target.value
    let events = data.counts(in: samples.runs).map { $0.total.reduce(0, +) }
    let time = samples.runs.reduce(0.0) { $0 + (samples.duration(of: $1) ?? 0) }
    let month = 30.0 * 86_400
    return DraftedBudget(
      share: share,
      eventsPerRun: events.map { share * $0 * Double(nextSamples) / Double(samples.count) },
      eventsPerMonth: time > 0 ? events.map { share * $0 / time * month } : nil,
      minutesPerMonth: share * month / 60
    )
  }
}
