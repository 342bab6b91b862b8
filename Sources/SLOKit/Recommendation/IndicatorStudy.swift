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
  let figures: ObservedFigures?
  /// Why nothing is recommended whatever the method; `nil` when something can be.
  private(set) var refusal: String?
  private(set) var notes: [String] = []
  /// The oriented level that a worsening trend has reached, and its slope per sample.
  private(set) var worsening: (level: Double, slope: Double)?

  init(_ data: IndicatorData, runs: [Range<Int>], nextSamples: Int) {
    self.data = data
    self.runs = runs
    self.nextSamples = nextSamples
    let all = data.series(in: runs)
    let lengths = all?.map { run in WarmUp(run).isClear ? WarmUp(run).length : 0 }
    series = zip(all ?? [], lengths ?? []).map { Array($0.dropFirst($1)) }
    figures = Self.figures(
      data,
      runs,
      all == nil ? nil : series,
      warmUp: lengths?.reduce(0, +) ?? 0
    )
    judge()
  }

  var hasValue: Bool { figures != nil }

  /// Whether the indicator is a share of counted events.
  var countsEvents: Bool {
    if case .share = data.shape { return true }
    return false
  }
}

extension IndicatorStudy {
  private static func figures(
    _ data: IndicatorData,
    _ runs: [Range<Int>],
    _ series: [[Double]]?,
    warmUp: Int
  ) -> ObservedFigures? {
    let total = runs.reduce(0) { $0 + $1.count }
    guard let series, !series.isEmpty else {
      let value = data.samples.value(of: data.formula, on: runs.flatMap(Array.init))
      guard !value.isNaN else { return nil }
      let used = data.counts(in: runs)?.total.count ?? total
      return ObservedFigures(
        value: value,
        used: used,
        total: total,
        warmUp: 0,
        minimum: nil,
        median: nil,
        maximum: nil,
        deviation: nil,
        lagOne: nil,
        effectiveCount: nil
      )
    }
    let oriented = series.flatMap(\.self)
    guard !oriented.isEmpty else { return nil }
    let values = oriented.map { $0 * data.sign }
    let sorted = SortedSample(values)
    let dependence = SerialDependence(values)
    // A mean of equal values may differ from them in the last bits.
    let isConstant = sorted.values.first == sorted.values.last
    return ObservedFigures(
      value: data.value(of: sorted),
      used: values.count,
      total: total,
      warmUp: warmUp,
      minimum: sorted.values.first,
      median: RankSelection(values).median,
      maximum: sorted.values.last,
      deviation: isConstant ? 0 : values.variance.squareRoot(),
      lagOne: isConstant ? 0 : dependence.lagOne,
      effectiveCount: dependence.effectiveCount
    )
  }

  private mutating func judge() {
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
    if let counts = data.counts(in: runs) {
      let areWhole = (counts.bad + counts.total).allSatisfy { $0 >= 0 && $0 == $0.rounded() }
      // Beyond that, a sum of counts is no longer exact.
      if !areWhole || counts.total.reduce(0, +) >= 0x1p53 {
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
      let value = QuantityFormat.text(figures.value, data.dimensionHint)
      refusal =
        "it is constant, \(value) on all \(values.count) samples: "
        + (figures.value == 0
          ? "without counts nothing tells how far from 0 it may be by chance"
          : "a dead sensor, or a collector's default?")
    } else {
      judgeTrend(values)
      judgeTail(values)
    }
  }

  /// The mean of a heavy tail depends on a few samples, of which the next run may have more.
  private mutating func judgeTail(_ values: [Double]) {
    guard case .mean = data.shape, data.sign > 0 else { return }
    let index = TailIndex(SortedSample(values))
    guard index.isHeavy, let power = index.value else { return }
    notes.append(
      "it has a heavy tail (its greatest values become rare with the power "
        + "\(power.decimal(fractionDigits: 1)) of their size), and its mean depends on a few of them: "
        + "the stated probabilities may be too small, and a percentile would be a safer indicator"
    )
  }

  /// A series that gets worse all the time has no level to hold it to.
  private mutating func judgeTrend(_ values: [Double]) {
    guard values.count >= 10 else { return }
    // Of a long series, the means of neighbours show a trend as well.
    let size = max(1, values.count / 1000)
    let values = stride(from: 0, through: values.count - size, by: size).map { start in
      values[start..<start + size].reduce(0, +) / Double(size)
    }
    let test = MannKendallTest(values)
    guard test.pValue < Self.trendAlpha else { return }
    let times = values.indices.map(Double.init)
    let line = TheilSenSlope(times: times, values: values)
    let rest = zip(times, values).map { $1 - line.slope * $0 }
    // Dependence alone makes runs of growth; what is left of it without the trend counts.
    let thinning = SerialDependence(rest).effectiveCount / Double(values.count)
    let z = test.z * thinning.squareRoot()
    guard 2 * NormalDistribution.cumulative(-z.magnitude) < Self.trendAlpha else { return }
    let growth = line.slope * Double(values.count)
    let share = growth.magnitude / max(figures?.median?.magnitude ?? 0, .leastNormalMagnitude)
    let shown = QuantityFormat.text(share, .ratio)
    guard z > 0 else {
      notes.append(
        "it got better by about \(shown) over the data (Mann-Kendall); a later draft may be tighter"
      )
      return
    }
    worsening = (
      line.intercept + line.slope * Double(values.count - 1), line.slope / Double(size)
    )
    let steps = 0.1 * (figures?.median?.magnitude ?? 0) / line.slope
    let rows = Int((steps * Double(size)).rounded(.up).clamped)
    refusal =
      "it has a trend: it got worse by about \(shown) over the data (Mann-Kendall, "
      + "p = \(test.pValue.decimal(significantDigits: 2))), so it has no level to hold it to; at this "
      + "pace it is worse by another 10 % after \(rows) more samples"
  }

  /// How rarely a series without a trend may be said to have one: a draft looks at many.
  private static let trendAlpha = 0.01
}

extension IndicatorStudy {
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
  /// The indicator on sorted values of single samples.
  fileprivate func value(of sorted: SortedSample) -> Double {
    guard case .percentile(_, let share) = shape else {
      var sum = ExactSum()
      for value in sorted.values { sum.add(value) }
      return sum.value / Double(sorted.count)
    }
    let ranks = PercentileRanks(share: share, count: sorted.count)
    let (low, high) = (sorted.values[ranks.lower - 1], sorted.values[ranks.upper - 1])
    let place = Double(sorted.count - 1) * share + 1 - Double(ranks.lower)
    return ranks.lower == ranks.upper ? low : low + (high - low) * place
  }

  /// The dimension of the values of single samples, where one column has them.
  fileprivate var dimensionHint: Dimension? {
    let columns = formula.aggregates.flatMap(\.columns)
    return columns.count == 1 ? samples.rules.columns[columns[0]].unit?.dimension : nil
  }
}

extension Double {
  /// The number kept where an integer can hold it.
  fileprivate var clamped: Double { isFinite ? min(max(self, 0), 1e15) : 1e15 }
}
