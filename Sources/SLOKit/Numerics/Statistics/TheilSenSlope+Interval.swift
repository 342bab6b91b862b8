extension TheilSenSlope {
  /// Between which slopes the trend of a series lies, with the confidence that is asked for.
  ///
  /// The bounds are slopes between pairs of points, z σ ÷ 2 ranks from the middle of all N of them on
  /// either side, where σ² is the variance of the ``MannKendallTest`` (Sen, 1968; Hollander & Wolfe,
  /// 1973, "Nonparametric statistical methods", section 9.3). Values that depend on each other are
  /// worth fewer: σ is divided by √`worth`, the share of them that would tell as much if they were
  /// independent.
  ///
  /// - Returns: The bounds; the infinities where there are too few points, `nil` without a pair.
  static func interval(
    times: [Double],
    values: [Double],
    confidence: Double,
    worth: Double = 1,
    pointLimit: Int = usualPointLimit
  ) -> ClosedRange<Double>? {
    let points = usedPoints(times, values, pointLimit)
    let slopes = RankSelection(slopes(points))
    guard slopes.count > 0 else { return nil }
    let deviation = (MannKendallTest(points.map(\.1)).variance / worth).squareRoot()
    let reach = -NormalDistribution.quantile((1 - confidence) / 2) * deviation
    let rank = ((Double(slopes.count) - reach) / 2).rounded()
    guard rank >= 1 else { return -Double.infinity...Double.infinity }
    let (low, high) = (slopes.value(at: Int(rank)), slopes.value(at: slopes.count + 1 - Int(rank)))
    return low...high
  }
}
