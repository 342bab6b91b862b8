/// How an objective compares the values of a run with those of the baseline.
///
/// The whole confidence interval of the shift counts, not the estimate alone: so a shift that is
/// significant and small is no failure, and one that is large and uncertain is no pass.
public struct ComparisonRule: Sendable, Hashable {
  /// The side on which values are worse.
  public enum WorseSide: String, Sendable, Hashable, CaseIterable {
    /// As with latencies.
    case higher
    /// As with throughput.
    case lower
  }

  /// The side on which values are worse.
  public let worse: WorseSide

  /// The margin is never less than that, in base units; `nil` for no floor.
  public let floor: Double?

  /// The confidence of the interval, between 0 and 1.
  public let confidence: Double
}

extension ComparisonRule {
  /// What a band allows on the worse side, in proportion to the baseline's median.
  struct Limit: Sendable, Hashable {
    /// From 0 up.
    let share: Double
    /// Whether the limit itself belongs to the better side.
    let isIncluded: Bool
  }

  /// The limit that `band` draws for the shift `indicator`; `nil` when it draws none on the worse
  /// side, or when the worse side would be good.
  func limit(of band: Bands.Band, green isGreen: Bool, _ indicator: Indicator) -> Limit? {
    guard case .comparison(let sign, indicator.formula, .constant(let limit)) = band.condition
    else { return nil }
    let share = worse == .higher ? limit : 0 - limit
    guard share >= 0 else { return nil }
    let isBelow: Bool
    let isIncluded: Bool
    switch worse == .higher ? sign : sign.mirrored {
    case .less: (isBelow, isIncluded) = (true, false)
    case .lessOrEqual: (isBelow, isIncluded) = (true, true)
    case .greater: (isBelow, isIncluded) = (false, true)
    case .greaterOrEqual: (isBelow, isIncluded) = (false, false)
    case .equal, .notEqual: return nil
    }
    return isBelow == isGreen ? Limit(share: share, isIncluded: isIncluded) : nil
  }
}
