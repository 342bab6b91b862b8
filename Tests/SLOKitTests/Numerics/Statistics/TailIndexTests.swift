import Testing

@testable import SLOKit

struct TailIndexTests {
  /// The quantiles of a Pareto distribution with the power 2: their greatest tenth has it, too.
  @Test func `the power of a Pareto tail is found`() throws {
    let values = (0..<2000).map { 1 / (1 - (Double($0) + 0.5) / 2000).squareRoot() }
    let index = TailIndex(SortedSample(values))
    #expect((try #require(index.value) - 2).magnitude < 0.05)
    #expect(index.isHeavy)
  }

  /// By hand: the greatest five of fifty are e times the one before them, so the power is 1.
  @Test func `the greatest tenth counts`() throws {
    let e = 2.718281828459045
    let values = Array(repeating: 1.0, count: 45) + Array(repeating: e, count: 5)
    expectClose(try #require(TailIndex(SortedSample(values)).value), 1, within: 1e-15)
  }

  @Test func `even values have no heavy tail`() {
    #expect(!TailIndex(SortedSample((100..<200).map(Double.init))).isHeavy)
    #expect(TailIndex(SortedSample(Array(repeating: 3, count: 100))).value == nil)
  }

  /// By hand: five of twelve, and two of four, are e times the one before them.
  @Test(arguments: [(12, 5), (4, 2)])
  func `of few values, five or half of them count`(count: Int, tail: Int) throws {
    let values =
      Array(repeating: 1.0, count: count - tail)
      + Array(repeating: 2.718281828459045, count: tail)
    let index = TailIndex(SortedSample(values))
    expectClose(try #require(index.value), 1, within: 1e-15)
    #expect(index.count == tail)
  }

  @Test func `too few values do not tell`() {
    #expect(TailIndex(SortedSample([1.0])).value == nil)
    #expect(TailIndex(SortedSample([Double]())).value == nil)
    #expect(TailIndex(SortedSample(Array(repeating: -1, count: 60))).value == nil)
  }

  private func cubeRoot(_ value: Double) -> Double { (value.naturalLogarithm / 3).exponential }

  /// Of a power of 3, the mean of values beyond the border is 1.5 times the border.
  @Test func `extremes are drawn from the tail`() throws {
    let values = (0..<5000).map { 1 / cubeRoot(1 - (Double($0) + 0.5) / 5000) }
    let index = TailIndex(SortedSample(values))
    #expect(index.count == 100)
    var random = RandomSequence(seed: 1)
    let means = (0..<400).map { _ in index.drawnSum(of: 200, using: &random) / 200 }
    let mean = means.reduce(0, +) / 400
    #expect((mean / index.border - 1.5).magnitude < 0.1)
    #expect(index.drawnSum(of: 0, using: &random) == 0)
  }
}
