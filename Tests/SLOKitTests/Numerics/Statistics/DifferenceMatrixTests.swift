import Testing

@testable import SLOKit

struct DifferenceMatrixTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `every rank is that of the sorted differences`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let candidate = values(&generator)
    let baseline = values(&generator)
    let matrix = DifferenceMatrix(
      candidate: SortedSample(candidate),
      baseline: SortedSample(baseline)
    )
    let sorted = candidate.flatMap { value in
      baseline.map { value == $0 ? 0 : value - $0 }
    }.sorted()
    #expect(matrix.count == sorted.count)
    for rank in stride(from: 1, through: sorted.count, by: sorted.count > 100 ? 97 : 1) {
      #expect(matrix.value(at: rank).bitPattern == sorted[rank - 1].bitPattern, "rank \(rank)")
    }
  }

  /// Few or many values, few or many digits, ties, every magnitude, and infinities.
  private func values(_ generator: inout SeededGenerator) -> [Double] {
    let count = Int.random(in: Bool.random(using: &generator) ? 1...9 : 40...99, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return generator.wholeNumbers(count, limit: 3)
    case 1: return generator.fractions(count)
    case 2: return (0..<count).map { _ in generator.nextFinite() }
    default: return generator.wholeNumbers(count, limit: 3).map { 1 / $0 } + [0x1p-1074]
    }
  }

  @Test func `neighbouring doubles are told apart`() {
    let matrix = DifferenceMatrix(
      candidate: SortedSample([1, 1.0.nextUp]),
      baseline: SortedSample([0, 0x1p-1074])
    )
    #expect((1...4).map(matrix.value) == [1, 1, 1.0.nextUp, 1.0.nextUp])
    #expect(matrix.median == 1 + 0x1p-53)
  }
}
