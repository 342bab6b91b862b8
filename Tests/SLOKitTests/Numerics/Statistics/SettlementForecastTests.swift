import Testing

@testable import SLOKit

struct SettlementForecastTests {
  private let baseline = (0..<20).map { 100 + Double($0 * 7 % 20) }

  private func forecast(_ shift: Double, margin: Double, count: Int = 20) -> SettlementForecast {
    let candidate = baseline.prefix(count).map { $0 + shift }
    let estimate = ShiftEstimate(
      candidate: SortedSample(candidate),
      baseline: SortedSample(baseline),
      confidence: 0.95
    )
    return SettlementForecast(
      shift: estimate,
      candidateCount: count,
      baselineCount: baseline.count,
      margin: margin
    )
  }

  @Test func `an interval beside the margin settles it`() {
    #expect(forecast(0, margin: 10) == .settled)
    #expect(forecast(20, margin: 10) == .settled)
  }

  /// The interval of the shift is the estimate ± 4.
  @Test func `half the distance takes four times the values`() {
    #expect(forecast(0, margin: 4) == .needs(candidate: 1, baseline: 1))
    #expect(forecast(0, margin: 2) == .needs(candidate: 61, baseline: 61))
    #expect(forecast(0, margin: -2) == .needs(candidate: 61, baseline: 61))
    #expect(forecast(9, margin: 7) == .needs(candidate: 61, baseline: 61))
  }

  @Test func `an estimate on the margin is never settled`() {
    #expect(forecast(3, margin: 3) == .cannotSettle)
    #expect(forecast(0, margin: 1e-9) == .cannotSettle)
  }

  @Test func `without an interval there is no forecast`() {
    #expect(forecast(0, margin: 5, count: 1) == .unknown)
    #expect(forecast(0, margin: 5, count: 0) == .unknown)
    #expect(forecast(.infinity, margin: 5) == .settled)
    #expect(forecast(0, margin: .nan) == .unknown)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a forecast is mirrored with its samples`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let first = SortedSample(generator.wholeNumbers(15, limit: 20))
    let second = SortedSample(generator.wholeNumbers(25, limit: 20))
    let margin = Double(Int.random(in: -12...12, using: &generator))
    let shift = ShiftEstimate(candidate: first, baseline: second, confidence: 0.95)
    let swapped = ShiftEstimate(candidate: second, baseline: first, confidence: 0.95)
    let ahead = SettlementForecast(
      shift: shift,
      candidateCount: 15,
      baselineCount: 25,
      margin: margin
    )
    let back = SettlementForecast(
      shift: swapped,
      candidateCount: 25,
      baselineCount: 15,
      margin: -margin
    )
    switch (ahead, back) {
    case (.needs(let mine, let theirs), .needs(let candidate, let baseline)):
      #expect(mine == baseline)
      #expect(theirs == candidate)
      #expect(mine > 0 && theirs > 0)
    default:
      #expect(ahead == back)
    }
  }
}
