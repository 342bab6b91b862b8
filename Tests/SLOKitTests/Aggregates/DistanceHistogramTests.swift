import Testing

@testable import SLOKit

struct DistanceHistogramTests {
  private static func histogram(_ distances: some Sequence<Double>) -> DistanceHistogram {
    var histogram = DistanceHistogram()
    for distance in distances { histogram.add(distance) }
    return histogram
  }

  /// Expected values are from Python's `statistics.median`.
  @Test(
    arguments: [
      ([], nil), ([5], 5), ([5, 1], 3), ([3, 1, 2], 2), ([4, 1, 1, 9], 2.5), ([2, 2, 2, 7], 2),
      ([0, 0, 600], 0), ([0.1, 0.4], 0.25),
    ] as [([Double], Double?)]
  )
  func `the median is exact`(_ distances: [Double], _ median: Double?) {
    #expect(Self.histogram(distances).median == median)
  }

  @Test func `distances that fulfil a condition are counted with their repetitions`() {
    let histogram = Self.histogram([1, 1, 2, 5, 5, 5])
    #expect(histogram.count { $0 > 1 } == 4)
    #expect(histogram.count { $0 > 5 } == 0)
  }

  /// A thousand different distances are kept as they are; one more rounds them all down, by less
  /// than 2⁻¹⁰ of themselves.
  @Test func `beyond a thousand different distances the median is a thousandth off at most`() throws
  {
    let distances = (1...1001).map { 600 + Double($0) / 1024 }
    #expect(Self.histogram(distances.dropLast()).median == 600 + 500.5 / 1024)
    let median = try #require(Self.histogram(distances).median)
    let exact = 600 + 501.0 / 1024
    #expect(median <= exact)
    #expect(median > exact * (1 - 0x1p-10))
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, [10, 990, 1010, 5000])
  func `any order and any split give the same histogram`(_ seed: UInt64, _ kinds: Int) {
    var generator = SeededGenerator(seed: seed)
    let distances = (0..<3000).map { _ in Double.random(in: 0..<1, using: &generator) }
      .map { ($0 * Double(kinds)).rounded(.down) / 7 }
    let once = Self.histogram(distances)
    var merged = DistanceHistogram()
    for part in distances.shuffled(using: &generator).split(using: &generator) {
      merged.merge(Self.histogram(part))
    }
    merged.merge(DistanceHistogram())
    #expect(String(reflecting: merged) == String(reflecting: once))
  }
}
