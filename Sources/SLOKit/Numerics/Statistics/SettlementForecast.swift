/// How many more values would likely tell on which side of a margin a shift is.
///
/// The margin is settled when the interval of the shift lies on one side of it. An interval shrinks
/// with 1 ÷ √n when both samples grow alike. So the distance h from the estimate to the bound on the
/// side of the margin becomes less than the distance d from the estimate to the margin when there
/// are (h ÷ d)² times as many values: n becomes ⌊n (h ÷ d)²⌋ + 1, if the estimate stays where it is.
/// The formula is that of sample sizes for a given half-width (Hahn & Meeker, 1991, "Statistical
/// intervals", chapter 8), with the bound's own distance instead of a normal one.
enum SettlementForecast: Sendable, Hashable {
  /// The interval already lies on one side of the margin.
  case settled

  /// So many more values are needed in each sample.
  case needs(candidate: Int, baseline: Int)

  /// The estimate is on the margin's edge, or so near to it that no number of values would do.
  case cannotSettle

  /// There is no interval to go by: too few values, or none, or infinite ones.
  case unknown
}

extension SettlementForecast {
  /// More than that, nobody collects.
  private static let mostValues = 1e12

  /// The forecast for a shift between samples of these sizes and a margin with the shift's sign.
  init(shift: ShiftEstimate, candidateCount: Int, baselineCount: Int, margin: Double) {
    let estimate = shift.estimate
    if shift.upperBound < margin || shift.lowerBound > margin {
      self = .settled
      return
    }
    let bound = estimate < margin ? shift.upperBound : shift.lowerBound
    guard estimate.isFinite, bound.isFinite, !margin.isNaN else {
      self = .unknown
      return
    }
    let growth = ((bound - estimate) / (margin - estimate)).squared
    let needed = [candidateCount, baselineCount].map { (Double($0) * growth).rounded(.down) + 1 }
    guard needed.allSatisfy({ $0 <= Self.mostValues }) else {
      self = .cannotSettle
      return
    }
    self = .needs(
      candidate: Int(needed[0]) - candidateCount,
      baseline: Int(needed[1]) - baselineCount
    )
  }
}

extension Double {
  fileprivate var squared: Double { self * self }
}
