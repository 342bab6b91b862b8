import Testing

@testable import SLOKit

/// Ranges against what their numbers give one by one, over a grid on which all ends lie.
struct ValueRangeTests {
  private static let ranges = (-2...2).flatMap { low in
    (low...2).map { ValueRange(low: Double(low), high: Double($0)) }
  }

  /// The numbers of a range in steps of a half.
  private static func numbers(_ range: ValueRange) -> [Double] {
    Array(stride(from: range.low, through: range.high, by: 0.5))
  }

  /// The smallest range with what every pair of numbers gives.
  private static func expected(
    _ a: ValueRange,
    _ b: ValueRange,
    _ body: (Double, Double) -> Double
  ) -> ValueRange {
    let values = numbers(a).flatMap { x in numbers(b).map { body(x, $0) } }
    return ValueRange(low: values.min() ?? .nan, high: values.max() ?? .nan)
  }

  @Test(arguments: ranges)
  func `a range alone is that of its numbers`(range: ValueRange) {
    #expect(-range == Self.expected(range, range) { a, _ in -a })
    #expect(range.magnitude == Self.expected(range, range) { a, _ in abs(a) })
  }

  @Test(arguments: ranges)
  func `two ranges give what their numbers give`(a: ValueRange) {
    for b in Self.ranges {
      let both = Self.numbers(a) + Self.numbers(b)
      #expect(a.union(b) == ValueRange(low: both.min() ?? .nan, high: both.max() ?? .nan))
      #expect(a.greater(b) == Self.expected(a, b, max))
      #expect(a.smaller(b) == Self.expected(a, b, min))
      for sign in [ArithmeticOperator.add, .subtract, .multiply, .divide] {
        let hasNoBound = sign == .divide && b.low <= 0 && b.high >= 0
        let range = hasNoBound ? .any : Self.expected(a, b, sign.apply)
        #expect(a.applying(sign, b) == range, "\(a) \(sign.rawValue) \(b)")
      }
    }
  }

  @Test(arguments: ranges)
  func `a comparison of ranges answers for all their numbers`(a: ValueRange) {
    for b in Self.ranges {
      for sign in ComparisonOperator.allCases {
        let answers = Self.numbers(a).flatMap { x in Self.numbers(b).map { sign.apply(x, $0) } }
        let expected = answers.allSatisfy { $0 == answers[0] } ? answers[0] : .unknown
        #expect(a.answer(sign, b) == expected, "\(a) \(sign.rawValue) \(b)")
      }
    }
  }

  @Test func `where infinities cancel any value is possible`() {
    #expect(ValueRange.fromZero.applying(.subtract, .fromZero) == .any)
    #expect(ValueRange.share.applying(.multiply, .fromZero) == .any)
    #expect(ValueRange.fromZero.applying(.add, .fromZero) == .fromZero)
  }
}
