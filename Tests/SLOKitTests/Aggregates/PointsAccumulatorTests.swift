import Testing

@testable import SLOKit

/// Which points of a series are kept.
struct PointsAccumulatorTests {
  private static func gathered(_ lines: some Sequence<Int>, capacity: Int) -> PointsAccumulator {
    var points = PointsAccumulator(capacity: capacity)
    for line in lines {
      let batch = SampleBatch([Double(line) / 7], seconds: [Double(line)], line: line)
      points.add([Double(line) / 7].span, of: batch)
    }
    return points
  }

  @Test func `few points are all kept`() {
    let points = Self.gathered(2..<102, capacity: 100)
    #expect(points.points.map(\.line) == Array(2..<102))
    #expect(points.points.allSatisfy { $0.value == Double($0.line) / 7 })
    #expect(points.count == 100)
  }

  /// A level keeps half of the points of the one before, but for chance: with a capacity of 100
  /// between 20 and 100 are left whatever the number is.
  @Test(arguments: [101, 1000, 20_000])
  func `of many points a fair sample is kept`(count: Int) {
    let points = Self.gathered(2..<2 + count, capacity: 100)
    #expect((20...100).contains(points.points.count))
    #expect(points.count == count)
    let early = points.points.count { $0.line < 2 + count / 2 }
    #expect(early * 4 >= points.points.count && early * 4 <= points.points.count * 3)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>, [1, 5, 40, 1000])
  func `what is kept does not depend on the parts`(seed: UInt64, capacity: Int) {
    var random = SeededGenerator(seed: seed)
    let lines = Array(2..<2 + Int.random(in: 0...400, using: &random))
    let once = Self.gathered(lines, capacity: capacity)
    let parts = lines.split(using: &random).map { Self.gathered($0, capacity: capacity) }
    let fresh = PointsAccumulator(capacity: capacity)
    let merged = [
      parts.reduce(fresh) { $0.merged(with: $1) },
      parts.reversed().reduce(fresh) { $1.merged(with: $0) },
      parts.shuffled(using: &random).reduce(fresh) { $0.merged(with: $1) },
    ]
    for points in merged {
      #expect(points.points == once.points)
      #expect(points.count == once.count)
    }
    #expect(once.points.count <= capacity)
  }
}
