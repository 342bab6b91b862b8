import Testing

@testable import SLOKit

struct MannWhitneyTestTests {
  @Test(arguments: try SignificanceOracle.recorded.get().twoSamples)
  func `the test agrees with SciPy`(_ expected: SignificanceOracle.TwoSamples) {
    let test = MannWhitneyTest(expected.candidate, expected.baseline)
    #expect(test.u == expected.u)
    #expect(test.isExact == expected.isExact)
    expectClose(test.pValue, expected.pValue)
    expectClose(test.superiority, expected.superiority, within: 1e-15)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `swapping the samples mirrors U and keeps the p-value`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let candidate = generator.wholeNumbers(Int.random(in: 1...30, using: &generator), limit: 40)
    let baseline = generator.wholeNumbers(Int.random(in: 1...30, using: &generator), limit: 40)
    let test = MannWhitneyTest(candidate, baseline)
    let swapped = MannWhitneyTest(baseline, candidate)
    #expect(test.u + swapped.u == Double(candidate.count * baseline.count))
    #expect(test.pValue == swapped.pValue)
    #expect((0...1).contains(test.pValue))
    expectClose(test.superiority + swapped.superiority, 1, within: 1e-15)
    let wins = candidate.map { value in
      Double(baseline.count { $0 < value }) + Double(baseline.count { $0 == value }) / 2
    }
    #expect(test.u == wins.reduce(0, +))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `only the order of the values counts`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let candidate = generator.wholeNumbers(20, limit: 50)
    let baseline = generator.wholeNumbers(25, limit: 50)
    let cube = { (value: Double) in value * value * value }
    let test = MannWhitneyTest(candidate.shuffled(using: &generator), baseline)
    #expect(test == MannWhitneyTest(candidate.map(cube), baseline.map(cube)))
  }

  @Test func `arrangements of up to 2500 pairs without ties are counted`() {
    let values = (0..<150).map(Double.init)
    #expect(MannWhitneyTest(Array(values[..<50]), Array(values[50..<100])).isExact)
    #expect(!MannWhitneyTest(Array(values[..<50]), Array(values[50..<101])).isExact)
    #expect(MannWhitneyTest(Array(values[..<20]), Array(values[20..<145])).isExact)
    #expect(!MannWhitneyTest([1, 2], [2, 3]).isExact)
    // 1 of the C(100, 50) arrangements on either side.
    let apart = MannWhitneyTest(Array(values[..<50]), Array(values[50..<100]))
    expectClose(apart.pValue, 2 / 1.0089134454556419e29, within: 1e-15)
  }

  @Test func `infinities are beyond all numbers and tie with their like`() {
    let test = MannWhitneyTest([.infinity, 1], [.infinity, 2, -.infinity])
    #expect(test.u == 2.5 + 1)
    #expect(!test.isExact)
    #expect(MannWhitneyTest([.infinity, 1], [2]) == MannWhitneyTest([3, 1], [2]))
  }

  @Test func `without values on a side nothing was measured`() {
    for (candidate, baseline) in [([], []), ([1], []), ([], [1]), ([.nan], [1])]
      as [([Double], [Double])]
    {
      let test = MannWhitneyTest(candidate, baseline)
      #expect(test.pValue.isNaN)
      #expect(test.superiority.isNaN)
      #expect(test.u == 0)
    }
    #expect(MannWhitneyTest([1, .nan, 3], [2]) == MannWhitneyTest([1, 3], [2]))
  }

  @Test func `nothing speaks against equal samples`() {
    #expect(MannWhitneyTest([1], [1]).pValue == 1)
    #expect(MannWhitneyTest([0.0, -0.0], [-0.0, 0.0]).pValue == 1)
    #expect(MannWhitneyTest([5, 5, 5], [5, 5]).superiority == 0.5)
  }
}

extension MannWhitneyTest {
  fileprivate init(_ candidate: [Double], _ baseline: [Double]) {
    self.init(candidate: SortedSample(candidate), baseline: SortedSample(baseline))
  }
}
