import Testing

@testable import SLOKit

/// By hand, as Prometheus has it without its extrapolation: after a drop, the counter began at 0
/// and all of the new value is growth.
struct CounterAccumulatorTests {
  @Test(
    arguments: [
      ("10 12 15", 5), ("10 10", 0), ("10 20 5 8", 18), ("10 NA 20 NA 5", 15), ("5 0 0 3", 3),
      ("100 1 2 1 2", 4), ("NA 3 NA 7 NA", 4), ("10", nil), ("NA NA", nil), ("1 Inf", .infinity),
      ("0.1 0.4", 0.30000000000000004), ("9007199254740992 9007199254740994 1", 3),
    ] as [(String, Double?)]
  )
  func `a drop is a reset`(_ cells: String, _ increase: Double?) throws {
    #expect(try AggregateSamples.value(of: "increase(x)", over: cells) == increase)
  }

  /// Samples are 600 seconds apart; the time of NA at either end does not count.
  @Test(
    arguments: [
      ("0 600", 1), ("0 300 900 1800", 1), ("10 20 5 8", 0.01), ("NA 0 1200 NA NA", 2), ("7", nil),
    ] as [(String, Double?)]
  )
  func `a rate is growth per second`(_ cells: String, _ rate: Double?) throws {
    #expect(try AggregateSamples.value(of: "rate(x)", over: cells) == rate)
  }

  @Test func `no time is no rate`() throws {
    let csv = "timestamp,x\n2025-11-24,1\n2025-11-24,5\n"
    #expect(try RuleSet.measuring("increase(x)").value(in: csv) == 4)
    #expect(try RuleSet.measuring("rate(x)").value(in: csv) == nil)
  }
}
