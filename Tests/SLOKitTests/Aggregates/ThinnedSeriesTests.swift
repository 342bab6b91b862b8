import Testing

@testable import SLOKit

@Suite("Thinned series")
struct ThinnedSeriesTests {
  private static func series(
    _ values: some Sequence<Double>,
    limit: Int,
    step: Int64 = 1
  ) -> ThinnedSeries {
    var series = ThinnedSeries(limit: limit)
    for (index, value) in values.enumerated() {
      series.add(
        ThinnedSeries.Point(position: Int64(index) * step, line: index + 2, value: value)
      )
    }
    return series
  }

  @Test func `a short series is kept as it is`() {
    let values = [3, .nan, 1, 2, .nan]
    let points = Self.series(values, limit: 10, step: 60_000_000_000).points
    #expect(points.map(\.line) == [2, 3, 4, 5, 6])
    #expect(points.map(\.value.description) == values.map(\.description))
  }

  /// By hand: two stretches of four samples, each with its first, extremes and last in order.
  @Test func `each stretch keeps its first, lowest, highest and last sample`() {
    let points = Self.series([5, 9, 1, 6, 2, 2, 2, 2], limit: 2).points
    #expect(points.map(\.value) == [5, 9, 1, 6, 2, 2])
    #expect(points.map(\.line) == [2, 3, 4, 5, 6, 9])
  }

  @Test func `a stretch without any value is one gap`() {
    let points = Self.series([1, 2, .nan, .nan, .nan, .nan, 3, 4], limit: 4).points
    #expect(points.map(\.value.description) == ["1.0", "2.0", "nan", "nan", "3.0", "4.0"])
  }

  @Test(arguments: 1...40)
  func `any cut and any order of merging gives the same`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<Int.random(in: 1...300, using: &generator)).map { index in
      ThinnedSeries.Point(
        position: Int64.random(in: -5000...5000, using: &generator),
        line: index,
        value: [.nan, 1, 2, Double.random(in: 0...9, using: &generator)][
          Int.random(in: 0...3, using: &generator)
        ]
      )
    }
    let limit = Int.random(in: 2...40, using: &generator)
    func series(_ points: some Sequence<ThinnedSeries.Point>) -> ThinnedSeries {
      var series = ThinnedSeries(limit: limit)
      for point in points { series.add(point) }
      return series
    }
    let cut = Int.random(in: 0...points.count, using: &generator)
    let whole = series(points)
    let parts = (series(points[..<cut]), series(points[cut...]))
    let expected = whole.points.map(\.line)
    #expect(parts.0.merged(with: parts.1).points.map(\.line) == expected)
    #expect(parts.1.merged(with: parts.0).points.map(\.line) == expected)
    #expect(series(points.shuffled(using: &generator)).points.map(\.line) == expected)
    #expect(whole.merged(with: ThinnedSeries(limit: limit)).points.map(\.line) == expected)
    #expect(whole.stretches.count <= limit)
  }

  @Test(arguments: 1...20)
  func `the extremes of the whole are kept`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<5000).map { _ in Double.random(in: -1...1, using: &generator) }
    let points = Self.series(values, limit: 100).points
    #expect(points.count <= 400)
    #expect(points.map(\.value).min() == values.min())
    #expect(points.map(\.value).max() == values.max())
    #expect(points.first?.value == values.first)
    #expect(points.last?.value == values.last)
  }
}
