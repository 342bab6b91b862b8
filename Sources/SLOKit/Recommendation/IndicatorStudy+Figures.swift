extension IndicatorStudy {
  /// What was observed on some runs; `nil` when the indicator has no value there.
  ///
  /// `series` are the oriented values of single samples, `warmUp` how many were left out of them.
  static func figures(
    _ data: IndicatorData,
    _ runs: [Range<Int>],
    _ series: [[Double]]?,
    warmUp: Int
  ) -> ObservedFigures? {
    let total = data.lookedAtCount(in: runs)
    guard let series, !series.isEmpty else {
      let value = data.value(in: runs)
      guard !value.isNaN else { return nil }
      return ObservedFigures(
        value: value,
        used: data.counts(in: runs)?.total.count ?? total,
        total: total,
        warmUp: 0,
        minimum: nil,
        median: nil,
        maximum: nil,
        deviation: nil,
        lagOne: nil,
        effectiveCount: nil,
        interval: data.countInterval(in: runs),
        trend: nil
      )
    }
    let values = series.flatMap(\.self).map { $0 * data.sign }
    guard !values.isEmpty else { return nil }
    let sorted = SortedSample(values)
    // A mean of equal values may differ from them in the last bits, which is no dependence.
    let isConstant = sorted.values.first == sorted.values.last
    let dependence = SerialDependence(isConstant ? [] : values)
    let effectiveCount = isConstant ? Double(values.count) : dependence.effectiveCount
    return ObservedFigures(
      value: data.value(of: sorted),
      used: values.count,
      total: total,
      warmUp: warmUp,
      minimum: sorted.values.first,
      median: RankSelection(values).median,
      maximum: sorted.values.last,
      deviation: isConstant ? 0 : values.variance.squareRoot(),
      lagOne: dependence.lagOne,
      effectiveCount: effectiveCount,
      interval: isConstant ? nil : data.interval(of: sorted, effectiveCount),
      trend: nil
    )
  }
}

extension IndicatorData {
  /// The indicator on several runs; between two of them no counter grows.
  func value(in runs: [Range<Int>]) -> Double {
    guard runs.count > 1, let (bad, total) = counts(in: runs) else {
      return samples.value(of: formula, on: runs.flatMap(Array.init))
    }
    let events = total.reduce(0, +)
    guard events > 0 else { return .nan }
    let share = bad.reduce(0, +) / events
    return sign > 0 ? share : 1 - share
  }

  /// How many samples the indicator looks at, whether it has a value on them or not.
  fileprivate func lookedAtCount(in runs: [Range<Int>]) -> Int {
    let aggregate: Aggregate
    switch shape {
    case .mean(let own), .percentile(let own, _): aggregate = own
    case .share(let part, _): aggregate = part[0]
    case .other: return runs.reduce(0) { $0 + $1.count }
    }
    let looks = samples.looks(of: aggregate)
    return runs.reduce(0) { sum, run in sum + looks[run].count { $0 } }
  }

  fileprivate func countInterval(in runs: [Range<Int>]) -> ObservedInterval? {
    guard let (bad, total) = wholeCounts(in: runs), total.reduce(0, +) > 0 else { return nil }
    let forecast = CountForecast(bad: bad, total: total, nextTotal: 1)
    return ObservedInterval(forecast, isGood: sign < 0)
  }

  fileprivate func interval(
    of sample: SortedSample,
    _ effectiveCount: Double
  ) -> ObservedInterval? {
    switch shape {
    case .percentile(_, let share):
      ObservedInterval(percentile: share, of: sample, effectiveCount: effectiveCount)
    case .mean: ObservedInterval(meanOf: sample.values, effectiveCount: effectiveCount)
    case .share, .other: nil
    }
  }

  /// The indicator on sorted values of single samples.
  fileprivate func value(of sorted: SortedSample) -> Double {
    guard case .percentile(_, let share) = shape else {
      var sum = ExactSum()
      for value in sorted.values { sum.add(value) }
      return sum.value / Double(sorted.count)
    }
    return sorted.percentile(share)
  }
}
