/// How the limits of one objective are written: their unit, and which way they are rounded.
struct LimitNotation: Sendable, Hashable {
  let unit: Unit?
  let isLowerBetter: Bool
  /// Whether shares of counted events stand on the ladder of nines.
  let usesLadder: Bool

  /// Rungs of success in percent; below the lowest, limits are rounded as others are.
  private static let ladder = [
    "99.9999", "99.9998", "99.9995", "99.999", "99.998", "99.995", "99.99", "99.98", "99.95",
    "99.9", "99.8", "99.5", "99", "98", "95", "90",
  ]
}

extension LimitNotation {
  /// The nearest limit beyond `value` that a person would write, and its value; `nil` when it is
  /// no number or nothing would be beyond it.
  func rounded(_ value: Double) -> (value: Double, literal: String)? {
    // Shares are rounded in percent, also where they are written as parts of 1.
    let power = isShare ? Unit.percent.powerOfTen : unit?.powerOfTen ?? 0
    guard let number = DecimalNumber(value / (unit?.multiplier ?? 1), powerOfTen: -power) else {
      return nil
    }
    let nearest = usesLadder && isShare ? onLadder(value, number) : rounded(number)
    let rounded = DecimalNumber(
      significand: nearest.significand,
      exponent: nearest.exponent + power - (unit?.powerOfTen ?? 0)
    )
    let digits = rounded.description
    let literal = digits + (unit.map { $0 == .ratio || $0 == .count ? "" : $0.symbol } ?? "")
    guard let base = (unit ?? .count).baseValue(ofDecimal: digits), base.isFinite else {
      return nil
    }
    if isShare, isLowerBetter ? base >= 1 : base <= 0 { return nil }
    return (base, literal)
  }

  private var isShare: Bool { unit?.dimension == .ratio }

  private func rounded(_ number: DecimalNumber) -> DecimalNumber {
    guard isShare, !isLowerBetter, number.isAtMost(100) else {
      return number.roundedForPeople(isLowerBetter ? .up : .down)
    }
    // Of a success of 99.65 %, it is the 0.35 % of failures that has a size.
    let failures = number.complementToHundred
    guard failures.isAtMost(50) else { return number.roundedForPeople(.down) }
    return failures.significand <= 0
      ? DecimalNumber(significand: 100, exponent: 0)
      : failures.roundedForPeople(.up).complementToHundred
  }

  /// The rung at or below a share of success, in the terms of the objective.
  private func onLadder(_ value: Double, _ number: DecimalNumber) -> DecimalNumber {
    let success = isLowerBetter ? 1 - value : value
    for rung in Self.ladder {
      guard let percent = Double(decimalText: rung, powerOfTen: -2), percent <= success,
        let decimal = Double(rung).flatMap({ DecimalNumber($0) })
      else { continue }
      return isLowerBetter ? decimal.complementToHundred : decimal
    }
    return rounded(number)
  }
}

extension DecimalNumber {
  fileprivate func isAtMost(_ limit: Double) -> Bool {
    Double(description).map { $0 <= limit } ?? false
  }
}

extension LimitNotation {
  /// The unit that limits of this size are usually written in.
  static func unit(for dimension: Dimension?, value: Double) -> Unit? {
    func named(_ symbol: String) -> Unit? { Unit(named: symbol) }
    switch dimension {
    case nil: return nil
    case Dimension.ratio?: return .percent
    case Dimension.count?: return nil
    case Dimension.frequency?: return named("/s")
    case Dimension.time?:
      switch value.magnitude {
      case 10...: return .second
      case 1e-3...: return named("ms")
      default: return named("us")
      }
    case Dimension.data?:
      switch value.magnitude {
      case 10e9...: return named("GB")
      case 1e6...: return named("MB")
      case 1e3...: return named("kB")
      default: return named("B")
      }
    case let dimension?: return Unit(dimension.baseSymbol, dimension)
    }
  }
}
