import Testing

@testable import SLOKit

/// Percentiles that are looked for in histograms and buckets, against sorting.
struct PercentileSearchTests {
  /// Values of the kinds that runs hold, and of those that no run should hold.
  private static func values(_ generator: inout SeededGenerator, count: Int) -> [Double] {
    let kind = Int.random(in: 0..<6, using: &generator)
    return (0..<count).map { _ in
      switch kind {
      case 0: Double.random(in: 0.001...0.9, using: &generator)
      case 1: Double(Int.random(in: -3...3, using: &generator))
      case 2: Double.random(in: 1...1.001, using: &generator)
      case 3: -Double.random(in: 1e-3...1e3, using: &generator)
      case 4:
        [0, -0.0, .infinity, -.infinity, 1e308, .leastNonzeroMagnitude].randomElement(
          using: &generator
        ) ?? 0
      default: Double(bitPattern: generator.next() & ~(1 << 62))
      }
    }
  }

  private static let shares = [0, 0.01, 0.5, 0.95, 0.999, 1]

  /// Type 7 on sorted values, written down once more.
  private static func percentile(_ share: Double, of values: [Double]) -> Double {
    let sorted = values.map { $0 + 0 }.sorted()
    let position = Double(sorted.count - 1) * share
    let rank = Int(position)
    let (low, high) = (sorted[rank], sorted[min(rank + 1, sorted.count - 1)])
    let weight = position - Double(rank)
    if weight == 0 || low == high { return low }
    if low.isInfinite || high.isInfinite { return low + high }
    return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight)
  }

  private static func distribution(_ values: [Double]) -> DistributionAccumulator {
    var distribution = DistributionAccumulator()
    distribution.add(values.span)
    return distribution
  }

  @Test(arguments: 1...18 as ClosedRange<UInt64>)
  func `stored values give the exact percentile`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Few are sorted, many are looked for in a histogram.
    for count in [1, 2, 100, 4096, 4097, 6000] {
      let values = Self.values(&generator, count: count)
      for share in Self.shares {
        let search = try #require(Self.distribution(values).percentile(share))
        let expected = Self.percentile(share, of: values)
        #expect(search.buckets.isEmpty)
        #expect(search.estimate.isSame(as: expected), "p\(share) of \(count)")
      }
    }
  }

  @Test(arguments: 1...18 as ClosedRange<UInt64>)
  func `a histogram bounds the percentile`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = Self.values(&generator, count: 3000)
    var distribution = Self.distribution(values)
    distribution.condense()
    for share in Self.shares {
      let search = try #require(distribution.percentile(share))
      let expected = Self.percentile(share, of: values)
      if expected.isNaN { continue }
      #expect(search.range.low <= expected && expected <= search.range.high, "p\(share)")
      if expected.isNormal {
        #expect(abs(search.estimate - expected) <= 0.002 * abs(expected), "p\(share)")
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>, [1, 7, 100_000])
  func `passes over the buckets find the exact percentile`(_ seed: UInt64, capacity: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let values = Self.values(&generator, count: 3000)
    let parts = values.split(using: &generator)
    var distribution = Self.distribution(values)
    distribution.condense()
    for share in Self.shares {
      var search = try #require(distribution.percentile(share))
      var passes = 0
      while let bucket = search.buckets.first {
        // Each part is gathered alone, as threads do, and they are merged in any order.
        let gathered = parts.shuffled(using: &generator).map { part in
          var accumulator = BucketAccumulator(bucket, capacity: capacity)
          accumulator.add(Array(part).span)
          return accumulator
        }
        let all = gathered.reduce(BucketAccumulator(bucket, capacity: capacity)) {
          $0.merged(with: $1)
        }
        search.narrow(bucket) { all.value(at: $0) }
        passes += 1
        // Two ranks, and at most four passes for each.
        try #require(passes <= 8)
      }
      let expected = Self.percentile(share, of: values)
      #expect(search.estimate.isSame(as: expected), "p\(share)")
    }
  }

  @Test func `values that are all equal in their bucket are exact without looking`() throws {
    var distribution = Self.distribution((0..<5000).map { Double($0 % 7) * 0.1 })
    distribution.condense()
    let search = try #require(distribution.percentile(0.95))
    #expect(search.buckets.isEmpty)
    #expect(search.estimate == 6 * 0.1)
  }

  @Test func `nothing has no percentile`() {
    #expect(DistributionAccumulator().percentile(0.5) == nil)
  }
}

extension Double {
  /// Whether all bits are the same, whatever those of NaN are.
  fileprivate func isSame(as other: Double) -> Bool {
    isNaN ? other.isNaN : bitPattern == other.bitPattern
  }
}
