/// What the points of a series say about its course.
struct Trend: Sendable, Hashable {
  /// NaN where it is NA.
  let value: Double
  /// How many points it was computed from.
  let pointCount: Int
  /// Whether there is no growth because it would be relative to 0.
  var isRelativeToZero = false
}

extension PointsAccumulator {
  /// The Theil–Sen slope in units per second; NaN for fewer than two points, or all at one time.
  var slope: Trend {
    let points = points
    let start = points.lazy.compactMap(\.time).min()
    let line = TheilSenSlope(
      times: points.map { point in
        guard let time = point.time, let start else { return .nan }
        return time.seconds(since: start)
      },
      values: points.map(\.value)
    )
    return Trend(value: line.slope, pointCount: line.pointCount)
  }

  /// The growth over `duration` seconds along the Theil–Sen line, relative to the size of the median.
  ///
  /// So growth is positive where values rise, also below 0. NaN where there is no slope, and for a
  /// median of 0.
  func growth(over duration: Double) -> Trend {
    let slope = slope
    let median = abs(RankSelection(kept.lazy.map(\.value)).median)
    guard median != 0 else {
      return Trend(value: .nan, pointCount: slope.pointCount, isRelativeToZero: true)
    }
    return Trend(value: slope.value * duration / median, pointCount: slope.pointCount)
  }

  /// Fewer points never show a direction at 5 %: of four, all that rise have p = 0.09.
  static let leastPointsForDirection = 5

  /// −1 for values that fall, 1 for values that rise and 0 for neither, by the Mann–Kendall test at
  /// 5 %; NaN for fewer points than can show a direction.
  var direction: Trend {
    let points = points
    guard points.count >= Self.leastPointsForDirection else {
      return Trend(value: .nan, pointCount: points.count)
    }
    let direction = MannKendallTest(points.lazy.map(\.value)).direction
    return Trend(value: direction.map(Double.init) ?? .nan, pointCount: points.count)
  }
}
