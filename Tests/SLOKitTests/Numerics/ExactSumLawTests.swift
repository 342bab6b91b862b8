import Testing

@testable import SLOKit

/// Exact sums are a commutative monoid under merging.
struct ExactSumLawTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any order and any split give the same bits`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<3000).map { _ in generator.nextFinite() }
    let once = ExactSum(values)
    let shuffled = values.shuffled(using: &generator)
    var parts: [ExactSum] = []
    var rest = shuffled[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...1500, using: &generator)
      parts.append(ExactSum(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    var merged = ExactSum()
    for part in parts.shuffled(using: &generator) { merged.merge(part) }
    #expect(merged == once)
    #expect(merged.hashValue == once.hashValue)
    #expect(merged.value.bitPattern == once.value.bitPattern)
    #expect(merged.mean(count: 3000).bitPattern == once.mean(count: 3000).bitPattern)
  }

  @Test func `the empty sum changes nothing on either side`() {
    let sum = ExactSum([1, -0.1, 1e300, .infinity])
    var left = ExactSum()
    left.merge(sum)
    var right = sum
    right.merge(ExactSum())
    #expect(left == sum)
    #expect(right == sum)
  }

  @Test func `sums are equal when their exact values are`() {
    #expect(ExactSum([0.5, 0.5]) == ExactSum([1]))
    #expect(ExactSum([1, -1]) == ExactSum())
    #expect(ExactSum([1, 0x1p-1074]) != ExactSum([1]))
    #expect(ExactSum([.infinity]) != ExactSum([-.infinity]))
  }

  @Test func `infinities survive a merge`() {
    var sum = ExactSum([.infinity])
    sum.merge(ExactSum([1]))
    #expect(sum.value == .infinity)
    sum.merge(ExactSum([-.infinity]))
    #expect(sum.value.isNaN)
  }
}
