extension IndicatorStudy {
  /// A trend in a series, and whether it leads to the worse side.
  enum TrendFinding {
    case none
    /// The share of the median by which it got better.
    case better(Double)
    case worse(ObservedTrend)
  }

  /// How rarely a series without a trend may be said to have one: a draft looks at many.
  private static let alpha = 0.01
  /// Of a long series, the means of neighbours show a trend as well.
  private static let mostPoints = 1000

  /// Looks for a trend by the Mann-Kendall test, with the dependence of the samples taken out.
  static func trend(in series: [Double], sign: Double) -> TrendFinding {
    guard series.count >= 10 else { return .none }
    let size = max(1, series.count / mostPoints)
    let values = stride(from: 0, through: series.count - size, by: size).map { start in
      series[start..<start + size].reduce(0, +) / Double(size)
    }
    let test = MannKendallTest(values)
    guard test.pValue < alpha else { return .none }
    let times = values.indices.map(Double.init)
    let line = TheilSenSlope(times: times, values: values)
    let rest = zip(times, values).map { $1 - line.slope * $0 }
    // Dependence alone makes runs of growth; what is left of it without the trend counts.
    let worth = SerialDependence(rest).effectiveCount / Double(values.count)
    let z = test.z * worth.squareRoot()
    let pValue = 2 * NormalDistribution.cumulative(-z.magnitude)
    guard pValue < alpha else { return .none }
    let median = RankSelection(values).median.magnitude
    let growth = line.slope.magnitude * Double(values.count)
    let share = growth / max(median, .leastNormalMagnitude)
    guard z > 0 else { return .better(share) }
    let interval = TheilSenSlope.interval(
      times: times,
      values: values,
      confidence: 0.95,
      worth: worth
    )
    let steepest = max(line.slope, interval?.upperBound ?? line.slope)
    return .worse(
      ObservedTrend(
        slope: line.slope / Double(size) * sign,
        steepestSlope: steepest / Double(size) * sign,
        share: share,
        pValue: pValue,
        samplesToTarget: nil,
        sampleInterval: nil,
        level: (line.intercept + line.slope * Double(values.count - 1)) * sign
      )
    )
  }

  /// Why a series that gets worse all the time has no target, and when it will pass the present one.
  func refusal(_ trend: ObservedTrend, present: PresentTarget?) -> String {
    var text =
      "it has a trend: it got worse by about \(QuantityFormat.text(trend.share, .ratio)) over the data "
      + "(Mann-Kendall, p = \(trend.pValue.decimal(significantDigits: 2))), so it has no level to "
      + "hold it to"
    let tenth = (figures?.median?.magnitude ?? 0) / 10
    let steps = trend.samples(toMoveBy: tenth).map { trend.moment(after: $0) }
    text += "; at the upper end of its slope's 95 % interval it is worse by another 10 % "
    text += steps ?? "only after more samples than can be foretold"
    guard let present else { return text }
    switch trend.samplesToTarget {
    case 0?: return text + ", and it is beyond the present target (\(present.literal)) already"
    case let count?:
      return text + ", and beyond the present target (\(present.literal)) "
        + trend.moment(after: count)
    case nil: return text
    }
  }
}
