import Testing

@testable import SLOKit

struct TheilSenSlopeTests {
  @Test(arguments: try SignificanceOracle.recorded.get().series)
  func `slope and intercept agree with SciPy`(_ expected: SignificanceOracle.Series) {
    let line = TheilSenSlope(times: expected.times, values: expected.values)
    #expect(line.slope == expected.slope)
    expectClose(line.intercept, expected.intercept, within: 1e-14)
    #expect(line.pointCount == expected.values.count)
    #expect(!line.isThinned)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `lines follow what is done to their points`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let times = generator.wholeNumbers(20, limit: 30)
    let values = generator.wholeNumbers(20, limit: 100)
    let line = TheilSenSlope(times: times, values: values)
    let steeper = TheilSenSlope(times: times, values: values.map { $0 * 4 })
    #expect(steeper.slope == line.slope * 4)
    let higher = TheilSenSlope(times: times, values: values.map { $0 + 8 })
    #expect(higher.slope == line.slope)
    let order = times.indices.shuffled(using: &generator)
    let shuffled = TheilSenSlope(times: order.map { times[$0] }, values: order.map { values[$0] })
    #expect(shuffled == line)
    let falling = TheilSenSlope(times: times, values: values.map(-))
    #expect(falling.slope == -line.slope)
  }

  @Test func `many points are thinned evenly, with both ends`() {
    let times = (0..<100).map(Double.init)
    let line = TheilSenSlope(times: times, values: times.map { 3 * $0 + 1 }, pointLimit: 10)
    #expect(line.isThinned)
    #expect(line.pointCount == 10)
    #expect(line.slope == 3)
    #expect(line.intercept == 1)
    let ends = TheilSenSlope(times: times, values: times.map { $0 * $0 }, pointLimit: 2)
    #expect(ends.slope == 99)
    #expect(TheilSenSlope(times: times, values: times, pointLimit: 0).pointCount == 2)
    #expect(!TheilSenSlope(times: times, values: times, pointLimit: 100).isThinned)
  }

  @Test func `there is no slope without two times`() {
    for (times, values) in [([], []), ([1], [1]), ([1, 1], [1, 2]), ([1, 2], [1, .nan])]
      as [([Double], [Double])]
    {
      let line = TheilSenSlope(times: times, values: values)
      #expect(line.slope.isNaN)
      #expect(line.intercept.isNaN)
      #expect(!line.isThinned)
    }
  }

  @Test func `what was not measured is left out`() {
    let line = TheilSenSlope(
      times: [0, 1, .infinity, 2, .nan, 3],
      values: [1, .nan, 7, 5, 7, 7]
    )
    #expect(line == TheilSenSlope(times: [0, 2, 3], values: [1, 5, 7]))
    #expect(line.slope == 2)
  }

  @Test func `infinite values have infinite slopes to others and none among themselves`() {
    #expect(TheilSenSlope(times: [0, 1], values: [0, .infinity]).slope == .infinity)
    #expect(TheilSenSlope(times: [0, 1], values: [.infinity, 0]).slope == -.infinity)
    #expect(TheilSenSlope(times: [0, 1], values: [.infinity, .infinity]).slope == 0)
    #expect(TheilSenSlope(times: [0, 1, 2, 3], values: [0, 1, 2, .infinity]).slope == .infinity)
  }
}
