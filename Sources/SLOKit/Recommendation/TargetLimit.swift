/// A limit as a rule file and a reader have it.
public struct TargetLimit: Sendable, Hashable {
  /// The limit in base units, exactly what the text means.
  public let value: Double

  /// Number and unit as a rule file has them: `160ms`, `99.5%`.
  public let literal: String

  /// The probability that an unchanged next run is beyond it, 0…1; `nil` when nothing tells.
  public let risk: Double?

  /// The indicator that is caught in four of five runs; `nil` when nothing tells.
  public let caughtValue: Double?

  /// Whether the probability is only known to be no more than ``risk``, because nothing was observed
  /// beyond the limit.
  let isRiskBound: Bool
}

extension TargetLimit {
  /// The limit with a blank between number and unit.
  var display: String { Self.display(literal) }

  /// A literal with a blank between number and unit.
  static func display(_ literal: String) -> String {
    guard case .success(let quantity) = Quantity.parse(literal), let unit = quantity.unit else {
      return literal
    }
    return "\(quantity.digits) \(unit.symbol == "us" ? "µs" : unit.symbol)"
  }

  /// The probability for people; drawn runs tell none that is smaller than one in two thousand.
  var displayedRisk: String? {
    risk.map { risk in
      guard risk >= 0.00051 else { return "at most 0.05 %" }
      let percent = "\((risk * 100).decimal(significantDigits: 2)) %"
      return isRiskBound ? "at most \(percent)" : percent
    }
  }
}
