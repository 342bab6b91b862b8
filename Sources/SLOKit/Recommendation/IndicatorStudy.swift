/// What the data say about one indicator: its figures, and whether they can be learned from.
struct IndicatorStudy: Sendable {
  /// Fewer values than this say nothing about how a run varies.
  static let fewestValues = 5

  let data: IndicatorData
  let nextSamples: Int
  /// The runs without what was left out of them.
  let runs: [Range<Int>]
  /// The oriented values of single samples, without NA and warm-up.
  let series: [[Double]]?
  private(set) var figures: ObservedFigures?
  /// Why nothing is recommended whatever the method; `nil` when something can be.
  private(set) var refusal: String?
  private(set) var notes: [String] = []
  /// Whether its mean depends on a few great values.
  private(set) var hasHeavyTail = false

  /// Studies some runs; `present` is the target that a trend may be on the way to.
  init(
    _ data: IndicatorData,
    runs: [Range<Int>],
    nextSamples: Int,
    present: PresentTarget? = nil
  ) {
    self.data = data
    self.runs = runs
    self.nextSamples = nextSamples
    let all = data.series(in: runs)
    let lengths = all?.map { run in
      let warmUp = WarmUp(run)
      return warmUp.isClear ? warmUp.length : 0
    }
    series = zip(all ?? [], lengths ?? []).map { Array($0.dropFirst($1)) }
    figures = Self.figures(
      data,
      runs,
      all == nil ? nil : series,
      warmUp: lengths?.reduce(0, +) ?? 0
    )
    judge(present)
  }

  var hasValue: Bool { figures != nil }

  /// Whether the indicator is a share of counted events.
  var countsEvents: Bool {
    if case .share = data.shape { return true }
    return false
  }
}

extension IndicatorStudy {
  private mutating func judge(_ present: PresentTarget?) {
    guard let figures else {
      refusal = "it has no value on any of these samples (NA)"
      return
    }
    if figures.warmUp > 0 {
      notes.append(
        "the first \(figures.warmUp) samples look like warm-up and are left out (MSER); check that "
          + "the gate leaves them out too"
      )
    }
    if countsEvents {
      if data.wholeCounts(in: runs) == nil {
        refusal = "its counts are not whole numbers from 0 up, or too large"
      }
      return
    }
    guard let values = series?.flatMap(\.self), !values.isEmpty else { return }
    if values.count < Self.fewestValues {
      refusal = "insufficient: \(values.count) values, needs ≥ \(Self.fewestValues)"
    } else if 2 * (values.count + figures.warmUp) < figures.total {
      refusal =
        "it is NA on \(figures.total - values.count - figures.warmUp) of \(figures.total) samples"
    } else if values.contains(where: \.isInfinite) {
      refusal = "it is infinite on some samples"
    } else if figures.minimum == figures.maximum {
      refusal = constancy(figures, count: values.count)
    } else {
      judgeTrend(values, present)
      judgeTail(values)
    }
  }

  /// What is said about a series of equal values: 0, 100 % and whole numbers without a unit may be at
  /// rest, others hardly.
  private func constancy(_ figures: ObservedFigures, count: Int) -> String {
    let dimension = data.dimensionHint
    let value = figures.value
    let isAtRest =
      dimension == .ratio ? value == 1 : dimension == .count && value == value.rounded()
    let text = QuantityFormat.text(value, dimension)
    let meaning =
      value == 0
      ? "without counts nothing tells how far from 0 it may be by chance"
      : isAtRest
        ? "nothing tells how far from it a run may be"
        : "that looks like a dead sensor or a collector's default"
    return "it is constant, \(text) on all \(count) samples: \(meaning)"
  }

  /// The mean of a heavy tail depends on a few samples, of which the next run may have more.
  private mutating func judgeTail(_ values: [Double]) {
    guard case .mean = data.shape, data.sign > 0 else { return }
    let index = TailIndex(SortedSample(values))
    guard index.isHeavy, let power = index.value else { return }
    hasHeavyTail = true
    notes.append(
      "it may have a heavy tail (the greatest values become rare only with the power "
        + "\(power.decimal(fractionDigits: 1)) of their size), so its mean depends on a few samples; "
        + "the limit has room for greater ones than these, and a percentile could be held tighter"
    )
  }

  /// A series that gets worse all the time has no level to hold it to.
  private mutating func judgeTrend(_ values: [Double], _ present: PresentTarget?) {
    switch Self.trend(in: values, sign: data.sign) {
    case .none: break
    case .better(let share):
      notes.append(
        "it got better by about \(QuantityFormat.text(share, .ratio)) over the data (Mann-Kendall); a "
          + "later draft may be tighter"
      )
    case .worse(var trend):
      trend.sampleInterval = interval(betweenValues: values.count + (figures?.warmUp ?? 0))
      if let present {
        let distance = (present.green - trend.level) * data.sign
        trend.samplesToTarget = trend.samples(toMoveBy: distance)
      }
      figures?.trend = trend
      refusal = refusal(trend, present: present)
    }
  }
}

extension IndicatorStudy {
  /// The seconds from one value to the next on average, where there are so many of them; `nil` without
  /// timestamps.
  private func interval(betweenValues count: Int) -> Double? {
    let durations = runs.compactMap { data.samples.duration(of: $0) }
    guard durations.count == runs.count, count > 0 else { return nil }
    return durations.reduce(0, +) / Double(count)
  }

  /// The forecast of the next run.
  func forecast() throws(Refusal) -> any NextRunForecast {
    if let (bad, total) = data.counts(in: runs) {
      let events = total.reduce(0, +)
      guard events > 0 else { throw Refusal(reason: "nothing happened: there are no events") }
      return CountForecast(bad: bad, total: total, nextTotal: events * lengthRatio)
    }
    guard let series, !series.isEmpty else {
      return try data.forecast(runs: runs, nextSamples: nextSamples)
    }
    return try data.forecast(series: series, nextCount: nextValues)
  }

  /// The forecast of a percentile that takes fewer samples; `nil` where the indicator is none.
  func weakerForecast(share: Double) -> (any NextRunForecast)? {
    guard case .percentile(_, let own) = data.shape, share < own, own < 1, data.sign > 0,
      let series
    else { return nil }
    return try? data.forecast(series: series, nextCount: nextValues, share: share)
  }

  /// The next run's share of all samples here.
  private var lengthRatio: Double {
    Double(nextSamples) / Double(max(1, runs.reduce(0) { $0 + $1.count }))
  }

  /// The values that the next run will have, with as many of its samples NA as here.
  private var nextValues: Double {
    let used = Double(figures?.used ?? 0) + Double(figures?.warmUp ?? 0)
    return max(1, used * lengthRatio)
  }
}

extension IndicatorData {
  /// The dimension of the values of single samples, where one column has them.
  fileprivate var dimensionHint: Dimension? {
    let columns = formula.aggregates.flatMap(\.columns)
    return columns.count == 1 ? samples.rules.columns[columns[0]].unit?.dimension : nil
  }
}
