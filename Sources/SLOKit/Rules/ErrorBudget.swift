/// How much may go wrong in a window of time, as the target of an objective allows it.
///
/// An objective of at least 99.9 % leaves an error budget of 0.1 %. Beyer, Murphy, Rensin, Kawahara
/// & Thorne, 2018, "The Site Reliability Workbook", chapters 2 and 5.
public struct ErrorBudget: Sendable, Hashable {
  /// The window that the budget is for, in seconds.
  public let window: Double
}

/// The share of what is bad, by a band that compares a share with one limit.
struct BadShare: Sendable, Hashable {
  /// The share of the bad that the band allows, 0…1.
  let allowed: Double
  /// Whether the indicator is the share of the good, as in `>= 99.9%`.
  private let isOfGood: Bool

  /// What the band of `indicator` allows; `nil` when it is not about one limit.
  init?(_ band: Bands.Band, of indicator: Indicator) {
    guard indicator.dimension == .ratio,
      let (sign, limit) = band.condition.limit(of: indicator.formula)
    else { return nil }
    switch sign {
    case .less, .lessOrEqual: (isOfGood, allowed) = (false, limit)
    case .greater, .greaterOrEqual: (isOfGood, allowed) = (true, 1 - limit)
    case .equal, .notEqual: return nil
    }
  }

  /// The share of the bad when the indicator has this value.
  func bad(_ value: Double) -> Double { isOfGood ? 1 - value : value }
}

extension RunCondition {
  /// The one limit that a formula is compared with wherever the condition holds.
  fileprivate func limit(of formula: RunFormula) -> (sign: ComparisonOperator, limit: Double)? {
    switch self {
    case .comparison(let sign, formula, .constant(let limit)): (sign, limit)
    case .comparison(let sign, .constant(let limit), formula): (sign.mirrored, limit)
    case .and(let a, let b): Self.only(a.limit(of: formula), b.limit(of: formula))
    case .constant, .fact, .comparison, .not, .or: nil
    }
  }

  private static func only<Limit>(_ a: Limit?, _ b: Limit?) -> Limit? {
    a == nil ? b : b == nil ? a : nil
  }
}
