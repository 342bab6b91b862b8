import Testing

@testable import SLOKit

@Suite("The shape of a series")
struct SeriesShapeTests {
  @Test func `dependence and warm-up agree with their definitions`() throws {
    for expected in try RecommendationOracle.recorded.get().series {
      let dependence = SerialDependence(expected.values)
      expectClose(dependence.lagOne, expected.lagOne, within: 1e-12, expected.name)
      let warmUp = WarmUp(expected.values)
      #expect(warmUp.length == expected.warmUp, "\(expected.name)")
      expectClose(warmUp.objective, expected.objective, within: 1e-12, expected.name)
      expectClose(warmUp.objectiveOfAll, expected.objectiveOfAll, within: 1e-12, expected.name)
    }
  }

  @Test func `the published sample has no dependence to reckon with`() {
    let dependence = SerialDependence(PublishedSample.values)
    #expect((dependence.lagOne + 0.07015070).magnitude < 5e-9)
    #expect(dependence.effectiveCount == 40)
  }

  @Test func `a slow start is told from noise`() throws {
    let series = try RecommendationOracle.recorded.get().series
    #expect(series.map { WarmUp($0.values).isClear } == [true, false, false])
  }

  /// The rule itself leaves out the spike and all before it: `numpy.var(x[d:]) / (len(x) - d)` is least
  /// for 7.
  @Test func `a spike is no warm-up`() {
    let even = (0..<24).map { 0.4 + Double($0 * 7 % 5) / 100 }
    let series = Array(even.prefix(5)) + [2.6] + even.dropFirst(5)
    #expect(WarmUp(series).length == 7)
    #expect(!WarmUp(series).isClear)
    #expect(WarmUp([2.6, 1.9, 1.2, 0.7] + even).isClear)
  }

  @Test(arguments: [[], [1], [2, 2, 2, 2]] as [[Double]])
  func `too little to see has no shape`(values: [Double]) {
    #expect(SerialDependence(values).lagOne == 0)
    #expect(!WarmUp(values).isClear)
  }

  /// The figures of the published table: n = 120 and a correlation of 0.6 leave 30.
  @Test func `dependence costs values`() {
    var level = 0.0
    var generator = RandomSequence(seed: 1)
    let values = (0..<20_000).map { _ in
      level = 0.6 * level + Double(generator.next(below: 1 << 20)) / Double(1 << 20) - 0.5
      return level
    }
    let dependence = SerialDependence(values)
    #expect((dependence.correlation - 0.6).magnitude < 0.02)
    #expect((dependence.effectiveCount(of: 120) - 30).magnitude < 2)
  }
}
