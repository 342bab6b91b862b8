/// The trend line of a series that outliers do not bend: the median of the slopes between all pairs
/// of points (Theil, 1950, "A rank-invariant method of linear and polynomial regression analysis";
/// Sen, 1968, "Estimates of the regression coefficient based on Kendall's tau").
///
/// Points need no order; pairs at the same time are skipped. A point whose value is NaN, which
/// stands for NA, or whose time is not finite is left out. Equal values, infinite ones too, have a
/// slope of 0; between an infinite value and another one it is infinite. Times are best counted from
/// the start of the run: differences of large ones lose digits.
///
/// O(k²) for k points. With more than the limit, only as many are used, spread evenly over their
/// order with both ends, so that the result is always the same.
struct TheilSenSlope: Sendable, Hashable {
  /// 2,000 points have 2 million pairs.
  static let usualPointLimit = 2000

  /// The median slope; NaN when there is no pair.
  let slope: Double

  /// Where the line is at time 0: the median value − slope × the median time.
  ///
  /// So Conover, 1980, "Practical nonparametric statistics", has it. NaN without a slope.
  let intercept: Double

  /// How many points were used.
  let pointCount: Int

  /// Whether there were more points than those that were used.
  let isThinned: Bool

  /// Fits a line to values at times, of which there must be as many; two points at least are used.
  init(times: [Double], values: [Double], pointLimit: Int = usualPointLimit) {
    precondition(times.count == values.count, "every value has a time")
    let all = Self.points(times, values)
    let points = all.evenlySpaced(max(2, pointLimit))
    pointCount = points.count
    isThinned = points.count < all.count
    slope = RankSelection(Self.slopes(points)).median
    let time = RankSelection(points.lazy.map(\.0)).median
    intercept = RankSelection(points.lazy.map(\.1)).median - slope * time
  }

  /// The points that a line is fitted to.
  static func usedPoints(
    _ times: [Double],
    _ values: [Double],
    _ limit: Int
  ) -> [(Double, Double)] {
    points(times, values).evenlySpaced(max(2, limit))
  }

  private static func points(_ times: [Double], _ values: [Double]) -> [(Double, Double)] {
    zip(times, values).filter { $0.isFinite && !$1.isNaN }
  }

  /// The slopes between all pairs of points.
  static func slopes(_ points: [(Double, Double)]) -> [Double] {
    var slopes: [Double] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for (index, (time, value)) in points.enumerated() {
      for (otherTime, otherValue) in points[..<index] where otherTime != time {
        let rise = value == otherValue ? 0 : value - otherValue
        let slope = rise / (time - otherTime)
        // Infinite on both counts: such a pair says nothing.
        if !slope.isNaN { slopes.append(slope) }
      }
    }
    return slopes
  }
}

extension Array {
  /// At most `limit` elements, at least 2, at even distances from the first through the last.
  fileprivate func evenlySpaced(_ limit: Int) -> [Element] {
    guard count > limit else { return self }
    return (0..<limit).map { self[$0 * (count - 1) / (limit - 1)] }
  }
}
