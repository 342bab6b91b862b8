import Testing

@testable import SLOKit

struct ExceedanceTestTests {
  /// Expected values are from mpmath; `scipy.stats.fisher_exact(alternative="greater")` agrees with
  /// them to 10⁻⁹, for counts of millions to 10⁻⁸.
  @Test func `tails agree with the exact test of Fisher`() throws {
    for row in try SignificanceOracle.recorded.get().tables {
      let counts = row[..<4].map { Int($0) }
      let distribution = HypergeometricDistribution(
        marked: counts[0] + counts[2],
        unmarked: counts[1] + counts[3],
        drawn: counts[0] + counts[1]
      )
      expectClose(distribution.upperTail(from: counts[0]), row[4], within: 1e-12, "\(counts)")
    }
  }

  @Test func `thresholds, counts and p-values agree with SciPy`() throws {
    for expected in try SignificanceOracle.recorded.get().exceedances {
      let test = ExceedanceTest(
        expected.candidate,
        expected.baseline,
        share: expected.share,
        worse: expected.worse == "higher" ? .higher : .lower
      )
      #expect(test.threshold == expected.threshold)
      #expect(test.candidateCount == expected.candidateCount)
      #expect(test.baselineCount == expected.baselineCount)
      expectClose(test.pValue, expected.pValue)
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the sides mirror each other`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let candidate = generator.wholeNumbers(30, limit: 20)
    let baseline = generator.wholeNumbers(40, limit: 20)
    let higher = ExceedanceTest(candidate, baseline, share: 0.9, worse: .higher)
    let lower = ExceedanceTest(candidate.map(-), baseline.map(-), share: 0.9, worse: .lower)
    #expect(lower.threshold == -higher.threshold)
    #expect(lower.pValue == higher.pValue)
    #expect(lower.candidateCount == higher.candidateCount)
    #expect(higher.candidateCount == candidate.count { $0 > higher.threshold })
    #expect(higher.baselineCount <= 4)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `all tails of a distribution are its sums`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sizes = (0..<3).map { _ in Int.random(in: 0...20, using: &generator) }
    let drawn = min(sizes[2], sizes[0] + sizes[1])
    let distribution = HypergeometricDistribution(
      marked: sizes[0],
      unmarked: sizes[1],
      drawn: drawn
    )
    let tails = (-1...21).map(distribution.upperTail)
    #expect(tails.first == 1)
    #expect(tails.last == 0)
    #expect(tails == tails.sorted(by: >))
    // The sum of the tails from 1 on is the mean.
    let mean = tails[2...].reduce(0, +)
    expectClose(mean, Double(sizes[0] * drawn) / Double(max(1, sizes[0] + sizes[1])), within: 1e-12)
  }

  /// P(Y(j) ≤ X(i)) for the order statistics of two samples from one distribution (Fligner & Wolfe,
  /// 1976): the jth of m is above the ith of n when m − j + 1 or more lie beyond the ith.
  @Test(
    arguments: [
      (n: 40, m: 40, i: 28, j: 20, p: 0.965749), (40, 40, 36, 30, 0.958283),
      (100, 60, 100, 57, 0.981455), (200, 60, 198, 57, 0.973208), (200, 60, 200, 57, 0.997379),
      (1000, 200, 980, 190, 0.991918), (300, 100, 189, 50, 0.990382), (40, 40, 38, 38, 0.5),
    ]
  )
  func `a threshold of the baseline's own values leaves the test exact`(
    _ n: Int,
    _ m: Int,
    _ i: Int,
    _ j: Int,
    _ p: Double
  ) {
    let beyond = m - j + 1
    let candidate = (0..<m).map { $0 < beyond ? 1e6 : -1 }
    let test = ExceedanceTest(
      candidate,
      (1...n).map(Double.init),
      share: Double(i) / Double(n),
      worse: .higher
    )
    #expect(test.threshold == Double(i))
    #expect(test.baselineCount == n - i)
    #expect((1 - test.pValue - p).magnitude < 5.1e-7)
  }

  @Test func `a rank is not moved by the rounding of its share`() {
    let baseline = (1...1000).map(Double.init)
    for (share, threshold) in [(0.999, 999), (0.9, 900), (0.55, 550), (0.07, 70), (0.9991, 1000)] {
      let test = ExceedanceTest([1], baseline, share: share, worse: .higher)
      #expect(test.threshold == Double(threshold))
    }
  }

  @Test func `infinite values are beyond a finite threshold and nothing is beyond infinity`() {
    let baseline = (1...20).map(Double.init)
    #expect(ExceedanceTest([.infinity, 20, 19], baseline, worse: .higher).candidateCount == 2)
    let infinite = ExceedanceTest([.infinity, 20], [.infinity, .infinity], worse: .higher)
    #expect(infinite.threshold == .infinity)
    #expect(infinite.candidateCount == 0)
    #expect(infinite.pValue == 1)
  }

  @Test func `without values on a side nothing was measured`() {
    #expect(ExceedanceTest([], [1], worse: .higher).pValue.isNaN)
    #expect(ExceedanceTest([1], [], worse: .lower).pValue.isNaN)
    #expect(ExceedanceTest([1], [.nan], worse: .lower).threshold.isNaN)
    #expect(ExceedanceTest([1], [1], worse: .lower).pValue == 1)
  }
}

extension ExceedanceTest {
  fileprivate init(
    _ candidate: [Double],
    _ baseline: [Double],
    share: Double = 0.95,
    worse side: WorseSide
  ) {
    self.init(
      candidate: SortedSample(candidate),
      baseline: SortedSample(baseline),
      share: share,
      worse: side
    )
  }
}
