import Testing

@testable import SLOKit

struct LimitNotationTests {
  private func literal(
    _ value: Double,
    _ unit: String?,
    isLowerBetter: Bool = true,
    usesLadder: Bool = false
  ) -> String? {
    LimitNotation(
      unit: unit.flatMap { Unit(named: $0) },
      isLowerBetter: isLowerBetter,
      usesLadder: usesLadder
    ).rounded(value)?.literal
  }

  /// By hand, from the rule for steps.
  @Test func `limits are rounded away from the alarm, in their own unit`() {
    #expect(literal(0.1873, "ms") == "190ms")
    #expect(literal(0.1873, "ms", isLowerBetter: false) == "185ms")
    #expect(literal(0.1873, "s") == "0.19s")
    #expect(literal(0.00873, "%") == "0.88%")
    #expect(literal(247.5e6, "MB") == "250MB")
    #expect(literal(1001, nil) == "1050")
    #expect(literal(90, "min") == "1.5min")
  }

  @Test func `of a success near a hundred, its failures are rounded`() {
    #expect(literal(0.99652, "%", isLowerBetter: false) == "99.65%")
    #expect(literal(0.41, "%", isLowerBetter: false) == "40%")
    #expect(literal(0.8, "%", isLowerBetter: false) == "80%")
  }

  @Test func `shares that are written as parts of 1 are rounded alike`() {
    func literal(_ value: Double, isLowerBetter: Bool, usesLadder: Bool) -> String? {
      LimitNotation(unit: .ratio, isLowerBetter: isLowerBetter, usesLadder: usesLadder)
        .rounded(value)?.literal
    }
    #expect(literal(0.99652, isLowerBetter: false, usesLadder: false) == "0.9965")
    #expect(literal(0.00873, isLowerBetter: true, usesLadder: false) == "0.0088")
    #expect(literal(0.9926, isLowerBetter: false, usesLadder: true) == "0.99")
    #expect(literal(0.0074, isLowerBetter: true, usesLadder: true) == "0.01")
  }

  /// The published rungs: a proven .9926 is 99 %, .99702 is 99.5 %, .99948 is 99.9 %, .9512 is 95 %.
  @Test(arguments: [
    (0.9926, "99%"), (0.99702, "99.5%"), (0.99948, "99.9%"), (0.9512, "95%"), (0.9, "90%"),
    (0.83, "83%"), (0.999999999, "99.9999%"),
  ])
  func `proven shares stand on a ladder`(success: Double, expected: String) {
    #expect(literal(success, "%", isLowerBetter: false, usesLadder: true) == expected)
  }

  @Test func `the ladder of errors is that of success, from below`() {
    #expect(literal(0.0074, "%", usesLadder: true) == "1%")
    #expect(literal(0.00052, "%", usesLadder: true) == "0.1%")
  }

  @Test func `what every value would meet is no limit`() {
    #expect(literal(1.2, "%") == nil)
    #expect(literal(-0.1, "%", isLowerBetter: false) == nil)
    #expect(literal(.nan, "s") == nil)
    #expect(literal(.infinity, "s") == nil)
  }
}
