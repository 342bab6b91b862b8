import Testing

@testable import SLOKit

/// Comparisons and arithmetic of two numbers.
struct OperatorTests {
  /// The answers where the left side is less, equal and greater.
  @Test(arguments: [
    (ComparisonOperator.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
    (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
    (.equal, [false, true, false]), (.notEqual, [true, false, true]),
  ])
  func `a comparison answers for less, equal and greater`(
    sign: ComparisonOperator,
    answers: [Bool]
  ) {
    #expect([1, 2, 3].map { sign.apply($0, 2) } == answers.map { Truth($0) })
    #expect([3, 2, 1].map { sign.mirrored.apply(2, $0) } == answers.reversed().map { Truth($0) })
    #expect(
      [sign.apply(.nan, 2), sign.apply(2, .nan), sign.apply(.nan, .nan)].allSatisfy {
        $0 == .unknown
      }
    )
  }

  @Test(arguments: [
    (ArithmeticOperator.add, 6.0, -2.0, 4.0), (.subtract, 6, -2, 8), (.multiply, 6, -2, -12),
    (.divide, 6, -2, -3), (.divide, 0, 5, 0), (.divide, 6, .infinity, 0),
  ])
  func `an operation has its value`(sign: ArithmeticOperator, a: Double, b: Double, value: Double) {
    #expect(sign.apply(a, b) == value)
  }

  @Test(arguments: [
    (ArithmeticOperator.divide, 6.0, 0.0), (.divide, 0, 0), (.divide, 6, -0.0),
    (.subtract, .infinity, .infinity), (.multiply, 0, .infinity), (.add, .nan, 1),
  ])
  func `what has no value is NA`(sign: ArithmeticOperator, a: Double, b: Double) {
    #expect(sign.apply(a, b).isNaN)
  }
}
