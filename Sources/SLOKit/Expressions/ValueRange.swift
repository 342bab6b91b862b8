/// The values that a number can take, both ends included: interval arithmetic (Moore, 1966,
/// *Interval Analysis*).
///
/// Rounding is monotone, so the result of an operation on doubles lies between the results for the
/// ends, which are computed in the same way.
struct ValueRange: Sendable, Hashable {
  let low: Double
  let high: Double

  static let any = ValueRange(low: -.infinity, high: .infinity)
  static let share = ValueRange(low: 0, high: 1)
  static let fromZero = ValueRange(low: 0, high: .infinity)

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The range of one value.
  init(_ value: Double) {
    self.init(low: value, high: value)
  }

  /// The smallest range with all these values, or any value when one of them is NaN.
  init(of values: Double...) {
    guard !values.contains(where: \.isNaN), let low = values.min(), let high = values.max() else {
      self = .any
      return
    }
    self.init(low: low, high: high)
  }
}

extension ValueRange {
  static prefix func - (range: ValueRange) -> ValueRange {
    ValueRange(low: -range.high, high: -range.low)
  }

  /// The distances from zero.
  var magnitude: ValueRange {
    if low >= 0 { return self }
    return high <= 0 ? -self : ValueRange(low: 0, high: max(-low, high))
  }

  /// The values of this range and of another one.
  func union(_ other: ValueRange) -> ValueRange {
    ValueRange(low: min(low, other.low), high: max(high, other.high))
  }

  /// What an operation can give.
  func applying(_ sign: ArithmeticOperator, _ other: ValueRange) -> ValueRange {
    if sign == .divide, other.low <= 0, other.high >= 0 { return .any }
    return ValueRange(
      of: sign.apply(low, other.low),
      sign.apply(low, other.high),
      sign.apply(high, other.low),
      sign.apply(high, other.high)
    )
  }

  /// The greater of a value of each.
  func greater(_ other: ValueRange) -> ValueRange {
    ValueRange(low: max(low, other.low), high: max(high, other.high))
  }

  /// The smaller of a value of each.
  func smaller(_ other: ValueRange) -> ValueRange {
    ValueRange(low: min(low, other.low), high: min(high, other.high))
  }

  /// Whether a comparison holds for all values of both, for none, or for some (unknown).
  func answer(_ comparison: ComparisonOperator, _ other: ValueRange) -> Truth {
    switch comparison {
    case .less, .lessOrEqual:
      let (best, worst) = (
        comparison.apply(low, other.high), comparison.apply(high, other.low)
      )
      return best == worst ? best : .unknown
    case .greater, .greaterOrEqual: return other.answer(comparison.mirrored, self)
    case .equal, .notEqual:
      if low == high, self == other { return Truth(comparison == .equal) }
      guard other.high < low || other.low > high else { return .unknown }
      return Truth(comparison == .notEqual)
    }
  }
}
