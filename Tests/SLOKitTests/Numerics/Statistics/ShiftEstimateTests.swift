import Testing

@testable import SLOKit

struct ShiftEstimateTests {
  @Test(arguments: try SignificanceOracle.recorded.get().twoSamples)
  func `the estimate is that of all differences`(_ expected: SignificanceOracle.TwoSamples) {
    let shift = ShiftEstimate(
      expected.candidate,
      expected.baseline,
      confidence: expected.confidence
    )
    #expect(shift.estimate == expected.estimate)
    #expect(shift.rank == expected.rank)
    #expect(shift.lowerBound == expected.lowerBound ?? -.infinity)
    #expect(shift.upperBound == expected.upperBound ?? .infinity)
    expectClose(shift.attainedConfidence, expected.attainedConfidence)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `swapping the samples mirrors the shift`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (candidate, baseline) = samples(&generator)
    let shift = ShiftEstimate(candidate, baseline)
    let swapped = ShiftEstimate(baseline, candidate)
    #expect(swapped.estimate == -shift.estimate)
    #expect(swapped.lowerBound == -shift.upperBound)
    #expect(swapped.upperBound == -shift.lowerBound)
    #expect(swapped.rank == shift.rank)
    #expect(shift.lowerBound <= shift.estimate && shift.estimate <= shift.upperBound)
    #expect(shift.attainedConfidence >= 0.95)
  }

  /// Whole numbers and powers of two, so that nothing is rounded.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `shifting and scaling the samples shifts and scales the estimate`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (candidate, baseline) = samples(&generator)
    let shift = ShiftEstimate(candidate, baseline)
    // The ties between the samples are others then, so that the rank may be another.
    let moved = ShiftEstimate(candidate.map { $0 + 17 }, baseline)
    #expect(moved.estimate == shift.estimate + 17)
    let scaled = ShiftEstimate(candidate.map { $0 * 8 }, baseline.map { $0 * 8 })
    #expect(scaled.estimate == shift.estimate * 8)
    #expect(scaled.lowerBound == shift.lowerBound * 8)
    #expect(scaled.upperBound == shift.upperBound * 8)
  }

  private func samples(_ generator: inout SeededGenerator) -> ([Double], [Double]) {
    let limit = [3, 1000].randomElement(using: &generator) ?? 3
    let counts = (0..<2).map { _ in Int.random(in: 1...25, using: &generator) }
    return (
      generator.wholeNumbers(counts[0], limit: limit),
      generator.wholeNumbers(counts[1], limit: limit)
    )
  }

  @Test(
    arguments: [
      ([1], [2]), ([1, 2, 3], [4, 5, 6]), ([5, 5], [5, 5]), ([1], Array(repeating: 2, count: 30)),
    ] as [([Double], [Double])]
  )
  func `samples too small for the confidence have no bounds`(
    _ candidate: [Double],
    _ baseline: [Double]
  ) {
    let shift = ShiftEstimate(candidate, baseline)
    #expect(shift.rank == 0)
    #expect(shift.lowerBound == -.infinity)
    #expect(shift.upperBound == .infinity)
    #expect(shift.attainedConfidence == 1)
    #expect(shift.estimate.isFinite)
  }

  @Test func `a probability of just the confidence is enough`() {
    let (low, high) = ([1.0, 2, 4], [8.0, 16, 32])
    // 1 of 20 arrangements at either end.
    #expect(ShiftEstimate(low, high, confidence: 0.9).rank == 1)
    #expect(ShiftEstimate(low, high, confidence: 0.9).attainedConfidence == 0.9)
    #expect(ShiftEstimate(low, high, confidence: 0.90001).rank == 0)
  }

  @Test func `infinities differ from numbers by an infinity and from their like by nothing`() {
    let both = ShiftEstimate([.infinity, .infinity, 1], [.infinity, 0, 0])
    #expect(both.estimate == 1)
    #expect(ShiftEstimate([.infinity], [.infinity]).estimate == 0)
    #expect(ShiftEstimate([-.infinity], [.infinity]).estimate == -.infinity)
    #expect(ShiftEstimate([-.infinity, .infinity], [0]).estimate.isNaN)
    #expect(ShiftEstimate([1e308], [-1e308]).estimate == .infinity)
    #expect(ShiftEstimate([1e308, 1.2e308], [0]).estimate == 1.1e308)
  }

  @Test func `without values on a side there is no shift`() {
    for (candidate, baseline) in [([], []), ([1], []), ([], [1]), ([.nan], [1])]
      as [([Double], [Double])]
    {
      let shift = ShiftEstimate(candidate, baseline)
      #expect(shift.estimate.isNaN)
      #expect(shift.lowerBound == -.infinity)
      #expect(shift.upperBound == .infinity)
    }
  }
}

extension ShiftEstimate {
  fileprivate init(_ candidate: [Double], _ baseline: [Double], confidence: Double = 0.95) {
    self.init(
      candidate: SortedSample(candidate),
      baseline: SortedSample(baseline),
      confidence: confidence
    )
  }
}
