import Testing

@testable import SLOKit

struct MannKendallTestTests {
  @Test(arguments: try SignificanceOracle.recorded.get().series)
  func `the test agrees with brute force and SciPy`(_ expected: SignificanceOracle.Series) {
    let test = MannKendallTest(expected.values)
    #expect(test.score == expected.score)
    expectClose(test.variance, expected.variance, within: 1e-15)
    expectClose(test.z, expected.z, within: 1e-14)
    expectClose(test.pValue, expected.pValue)
    #expect(test.direction == expected.direction)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the score is that of all pairs`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = generator.wholeNumbers(Int.random(in: 2...40, using: &generator), limit: 12)
    let test = MannKendallTest(values)
    var score = 0
    for (index, value) in values.enumerated() {
      score += values[..<index].count { $0 < value } - values[..<index].count { $0 > value }
    }
    #expect(test.score == score)
    let reversed = MannKendallTest(values.reversed())
    #expect(reversed.score == -score)
    #expect(reversed.z == -test.z)
    #expect(reversed.pValue == test.pValue)
    #expect(MannKendallTest(values.map(-)).score == -score)
    #expect(MannKendallTest(values.map { $0 * $0 * $0 }).score == score)
  }

  @Test func `a series without a pair has no trend and no direction`() {
    for values in [[], [1], [.nan, 1]] as [[Double]] {
      let test = MannKendallTest(values)
      #expect(test.direction == nil)
      #expect(test.pValue.isNaN)
      #expect(test.z.isNaN)
      #expect(test.score == 0)
    }
  }

  @Test func `a constant series is level`() {
    let test = MannKendallTest([2, 2, 2, 2])
    #expect(test.direction == 0)
    #expect(test.pValue == 1)
    #expect(test.variance == 0)
  }

  @Test func `infinities are beyond all numbers`() {
    let values: [Double] = [-.infinity, -.infinity, 0, 1, 2, .infinity, .infinity]
    #expect(MannKendallTest(values).score == 19)
    #expect(MannKendallTest(values).direction == 1)
  }
}
