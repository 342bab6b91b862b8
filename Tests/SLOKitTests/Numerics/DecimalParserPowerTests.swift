import Testing

@testable import SLOKit

/// A power of ten shifts the dot before the one rounding.
///
/// Expected values are literals with the dot shifted by hand, which the compiler rounds.
struct DecimalParserPowerTests {
  @Test(arguments: [
    ("150", -3, 0.150), ("0.3", -3, 0.0003), ("1450.1234", -6, 0.0014501234), ("7", -9, 7e-9),
    ("0.0038892", 3, 3.8892), ("2.5", 3, 2500), ("1e3", -3, 1), ("1.1e-2", 2, 1.1),
    ("123456789012345678", -3, 123456789012345.678),
    ("0.12345678901234567890123", 5, 12345.678901234567890123),
    ("1", 308, 1e308), ("1", 309, .infinity), ("1", -400, 0), ("9.999", -28, 9.999e-28),
    ("1e310", -10, 1e300), ("1e-330", 30, 1e-300), ("inf", -3, .infinity),
  ])
  func `a power of ten shifts the dot`(_ text: String, _ power: Int, _ value: Double) {
    #expect(Double(decimalText: text, powerOfTen: power) == value)
  }

  /// Each of these differs from what dividing the parsed number by 1000 gives.
  ///
  /// Found with Python: `float(t + 'e-3')` is the value and `float(t) / 1000` is another.
  @Test(arguments: [
    ("403.09", 0.40309), ("2164.62", 2.16462), ("2704.28", 2.70428),
    ("2579.84", 2.57984), ("1180.06", 1.18006), ("2327.513174", 2.327513174),
  ])
  func `the value is rounded once and not twice`(_ text: String, _ value: Double) throws {
    #expect(Double(decimalText: text, powerOfTen: -3) == value)
    #expect(try #require(Double(decimalText: text)) / 1000 != value)
  }

  @Test func `powers at the ends of the integers are no trap`() {
    #expect(Double(decimalText: "1", powerOfTen: .max) == .infinity)
    #expect(Double(decimalText: "-1.5", powerOfTen: .min)?.bitPattern == (-0.0).bitPattern)
    #expect(Double(decimalText: "0.0", powerOfTen: .max) == 0)
    #expect(Double(decimalText: "1e-9223372036854775809", powerOfTen: .max) == 0.01)
    #expect(Double(decimalText: "1e9223372036854775809", powerOfTen: .min) == 10)
    #expect(Double(decimalText: "1.5e-9223372036854775809", powerOfTen: .min) == 0)
  }
}
