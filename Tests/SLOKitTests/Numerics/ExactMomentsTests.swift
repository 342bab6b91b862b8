import Testing

@testable import SLOKit

/// Expected values are from Python: `statistics.stdev(map(fractions.Fraction, values))`, which
/// computes the variance without rounding.
struct ExactMomentsTests {
  @Test(
    arguments: [
      ([1, 1], 0), ([1, 2], 0.7071067811865476), ([0.1, 0.2, 0.3, 0.4], 0.12909944487358058),
      ([2, 4, 4, 4, 5, 5, 7, 9], 2.138089935299395),
      ([1e15 + 0.25, 1e15 + 0.5, 1e15 + 0.125], 0.19094065395649334),
      ([1e15 + 0.25, 1e15 + 0.375], 0.08838834764831845),
      ([1e15, 1e15, 1e15, 1e15 + 0.125], 0.0625),
      ([-1e15 - 0.25, -1e15 + 0.25, -1e15 + 0.75], 0.5), ([1e16, 1, -1e16], 1e16),
      ([1e-100, 2e-100, 4e-100], 1.5275252316519468e-100),
      ([1e150, 2e150, 4e150], 1.5275252316519466e150),
      ([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16], 5.477225575051661),
      ([0.0038892, 0.0040012, 0.0037995], 0.00010105524891530043),
      ([1e100, 1e100 * 1.0000000000000002], 1.3736743472929714e84),
    ] as [([Double], Double)]
  )
  func `a standard deviation loses no digits`(_ values: [Double], _ deviation: Double) {
    let result = ExactMoments(values).sampleStandardDeviation
    #expect(abs(result - deviation) <= deviation.ulp)
  }

  /// The values are those of the seeded generator, written again in Python for the results.
  @Test func `a small spread around a large mean is exact in any order and split`() {
    var generator = SeededGenerator(seed: 8)
    let values = (0..<5000).map { _ in 1e15 + Double(generator.next() % 1000) / 8 }
    let once = ExactMoments(values)
    #expect(once.mean == 1000000000000063.2)
    let deviation = 36.06895818870208
    #expect(abs(once.sampleStandardDeviation - deviation) <= deviation.ulp)
    let shuffled = values.shuffled(using: &generator)
    var merged = ExactMoments(shuffled[1234...])
    merged.merge(ExactMoments(shuffled[..<1234]))
    merged.merge(ExactMoments())
    #expect(merged == once)
    #expect(merged.count == 5000)
    #expect(
      merged.sampleStandardDeviation.bitPattern == once.sampleStandardDeviation.bitPattern
    )
  }

  @Test func `fewer than two values have no deviation`() {
    #expect(ExactMoments().sampleStandardDeviation.isNaN)
    #expect(ExactMoments().mean.isNaN)
    #expect(ExactMoments([5]).sampleStandardDeviation.isNaN)
    #expect(ExactMoments([5]).mean == 5)
  }

  @Test func `infinite values have a mean but no deviation`() {
    #expect(ExactMoments([1, .infinity]).sampleStandardDeviation.isNaN)
    #expect(ExactMoments([1, .infinity]).mean == .infinity)
    #expect(ExactMoments([-.infinity, .infinity]).mean.isNaN)
  }

  @Test func `squares beyond the doubles make the deviation infinite and keep the mean`() {
    #expect(ExactMoments([1e200, 3e200]).sampleStandardDeviation == .infinity)
    #expect(ExactMoments([1e200, 3e200]).mean == 2e200)
    #expect(ExactMoments([1e-200, 3e-200]).sampleStandardDeviation == 0)
  }
}

extension ExactMoments {
  /// The moments of `values`, for tests.
  fileprivate init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }
}
