import Testing

@testable import SLOKit

struct DecimalNumberTests {
  /// Worked out by hand: the step is at most 5 % of the number.
  @Test(arguments: [
    (187.3, "190", "185"), (1.043, "1.05", "1"), (1234, "1250", "1200"),
    (0.00873, "0.0088", "0.0086"), (158.4, "160", "155"), (99.2, "100", "98"),
    (12.01, "12.5", "12"), (1001, "1050", "1000"), (247.5, "250", "240"), (0.4, "0.4", "0.4"),
    (0, "0", "0"), (-187.3, "-185", "-190"), (7, "7", "7"), (1e-9, "0.000000001", "0.000000001"),
  ])
  func `limits are rounded as people write them`(value: Double, up: String, down: String) throws {
    let number = try #require(DecimalNumber(value))
    #expect(number.roundedForPeople(.up).description == up)
    #expect(number.roundedForPeople(.down).description == down)
  }

  @Test(arguments: [
    (99.65, "0.35"), (0.35, "99.65"), (100, "0"), (98, "2"), (99.999, "0.001"), (80, "20"),
    (0, "100"),
  ])
  func `the distance to a hundred is exact`(value: Double, complement: String) throws {
    #expect(try #require(DecimalNumber(value)).complementToHundred.description == complement)
  }

  @Test func `a power of ten moves the point`() throws {
    #expect(try #require(DecimalNumber(0.1584, powerOfTen: 3)).description == "158.4")
    #expect(try #require(DecimalNumber(1.5e9, powerOfTen: -6)).description == "1500")
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `rounding goes one way and stays within five per cent`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = Double.random(in: 1e-6...1e6, using: &generator)
    let number = try #require(DecimalNumber(value))
    let up = try #require(Double(number.roundedForPeople(.up).description))
    let down = try #require(Double(number.roundedForPeople(.down).description))
    #expect(up >= value && up < value * 1.05)
    #expect(down <= value && down > value * 0.95)
  }

  @Test func `what is no number has no decimal`() {
    #expect(DecimalNumber(.nan) == nil)
    #expect(DecimalNumber(.infinity) == nil)
  }
}
