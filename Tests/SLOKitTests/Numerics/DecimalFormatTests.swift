import Testing

@testable import SLOKit

struct DecimalFormatTests {
  /// Expected texts are what Node's `String(x)` prints, which ECMA-262 defines.
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (12, "12"), (-12.5, "-12.5"), (0.05, "0.05"),
    (0.1 + 0.2, "0.30000000000000004"),
    (1e-6, "0.000001"), (1.5e-6, "0.0000015"), (1e-7, "1e-7"), (-1.25e-9, "-1.25e-9"),
    (123456789, "123456789"), (1e20, "100000000000000000000"), (1e21, "1e+21"),
    (1.2345678901234568e20, "123456789012345680000"), (1.2345e300, "1.2345e+300"),
    (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    (.infinity, "Infinity"), (-.infinity, "-Infinity"), (.nan, "NaN"),
  ])
  func `the shortest text is that of ECMAScript`(_ value: Double, _ text: String) {
    #expect(value.shortestDecimal == text)
  }

  @Test func `the shortest text reads back as the same double`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<120_000 {
      let value = generator.nextFinite()
      let text = value.shortestDecimal
      guard Double(decimalText: text)?.bitPattern != value.bitPattern else { continue }
      Issue.record("\(text) does not read back as \(value.debugDescription)")
    }
  }

  /// Expected texts follow from Python's `Decimal(repr(x)).quantize(…, ROUND_HALF_UP)`.
  @Test(
    arguments: [
      (43, 3, "43.0"), (1234, 3, "1234"), (1234.5, 3, "1235"), (0.00123456, 3, "0.00123"),
      (2.675, 3, "2.68"), (9.996, 3, "10.0"), (99.96, 3, "100"), (0.0009996, 3, "0.00100"),
      (999.5, 3, "1000"), (0, 3, "0.00"), (-0.0, 2, "0.0"), (-2.5, 1, "-3"), (0.5, 0, "0.5"),
      (1e21, 2, "1000000000000000000000"), (5e-7, 2, "0.00000050"), (.infinity, 3, "Infinity"),
      (.nan, 3, "NaN"),
    ] as [(Double, Int, String)]
  )
  func `significant digits are counted from the first one`(
    _ value: Double,
    _ digits: Int,
    _ text: String
  ) {
    #expect(value.decimal(significantDigits: digits) == text)
  }

  /// Expected texts follow from Python's `Decimal(repr(x)).quantize(…, ROUND_HALF_UP)`, but for
  /// the sign of zero.
  @Test(
    arguments: [
      (2.675, 2, "2.68"), (1.005, 2, "1.01"), (43, 1, "43.0"), (0.5, 0, "1"), (0.05, 0, "0"),
      (0.499, 0, "0"), (-0.001, 2, "0.00"), (-0.005, 2, "-0.01"), (99.999, 2, "100.00"),
      (0.0004, 3, "0.000"), (0.00004, 3, "0.000"), (1e22, 1, "10000000000000000000000.0"),
      (12.5, -1, "13"), (0, 2, "0.00"), (-.infinity, 2, "-Infinity"),
    ] as [(Double, Int, String)]
  )
  func `a fixed number of digits stands behind the dot`(
    _ value: Double,
    _ digits: Int,
    _ text: String
  ) {
    #expect(value.decimal(fractionDigits: digits) == text)
  }

  @Test func `absurd counts of digits are bounded`() {
    #expect((0.5).decimal(fractionDigits: .max).utf8.count == 402)
    #expect((0.5).decimal(fractionDigits: .min) == "1")
    #expect((5.0).decimal(significantDigits: .max).utf8.count == 401)
    #expect(Double.leastNonzeroMagnitude.decimal(significantDigits: 1).hasSuffix("0005"))
  }
}
