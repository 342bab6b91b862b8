import Testing

@testable import SLOKit

/// Expected values are from Python: `float(sum(map(fractions.Fraction, values)))` and, where
/// its intermediate sums do not overflow, `math.fsum(values)`, which agrees.
struct ExactSumTests {
  @Test(
    arguments: [
      ([], 0), ([1], 1), ([-0.0, -0.0], 0), (Array(repeating: 0.1, count: 10), 1),
      ([1e100, 1, -1e100], 1), ([1e308, 1e308, -1e308], 1e308),
      ([0x1p-1074, 0x1p-1074, 0x1p-1074], 3 * Double.leastNonzeroMagnitude),
      ([0x1p-1074, -0x1p-1074], 0), ([1, 0x1p-53], 1),
      ([1, 0x1p-53, 0x1p-1074], 1.0000000000000002),
      ([1, 0x1p-53, -0x1p-1074], 1), ([1.0000000000000002, 0x1p-53], 1.0000000000000004),
      ([-1, -0x1p-53, -0x1p-1074], -1.0000000000000002),
      ([2.2250738585072014e-308, -0x1p-1074], Double.leastNormalMagnitude.nextDown),
      ([1e16, 1, 1e-16], 1.0000000000000002e16), ([0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17),
      ([1.7976931348623157e308, 9.979201547673598e291], 1.7976931348623157e308),
      ([-1450.1234, 0.0038892, 3], -1447.1195108),
    ] as [([Double], Double)]
  )
  func `a sum is rounded once`(_ values: [Double], _ sum: Double) {
    #expect(ExactSum(values).value.bitPattern == sum.bitPattern)
  }

  /// Python raises `OverflowError` for these sums.
  @Test func `an overflowing sum is infinite`() {
    #expect(ExactSum([1.7976931348623157e308, 0x1p970]).value == .infinity)
    #expect(ExactSum([-1.7976931348623157e308, -1e300]).value == -.infinity)
  }

  @Test(
    arguments: [
      ([1e308, 1e308], 1e308), ([1, 2, 4], 2.3333333333333335), ([0.1, 0.1, 0.1], 0.1),
      (Array(repeating: 1.7976931348623157e308, count: 3), 1.7976931348623157e308),
      ([0x1p-1074, 0], 0), ([0x1p-1074, 0x1p-1074, 0], 0x1p-1074),
      ([1e308, 1e308, -1e308, 1], 2.5e307),
      ([-1, -2, -4], -2.3333333333333335), ([1e16, 1, -1e16], 0.3333333333333333),
      ([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7], 0.4),
    ] as [([Double], Double)]
  )
  func `a mean is rounded once`(_ values: [Double], _ mean: Double) {
    #expect(ExactSum(values).mean(count: values.count).bitPattern == mean.bitPattern)
  }

  @Test func `a mean of nothing is not a number`() {
    #expect(ExactSum().mean(count: 0).isNaN)
    #expect(ExactSum([1]).mean(count: -1).isNaN)
    #expect(ExactSum([1]).mean(count: .max) == 0x1p-63)
  }

  @Test func `infinities win and those of both signs have no sum`() {
    #expect(ExactSum([1e308, .infinity, 1, .infinity]).value == .infinity)
    #expect(ExactSum([-.infinity, 1]).mean(count: 2) == -.infinity)
    #expect(ExactSum([.infinity, 1, -.infinity]).value.isNaN)
    #expect(ExactSum([1, .nan, 2]).value == 3)
  }

  /// The values are those of the seeded generator, written again in Python for the sums.
  @Test func `five thousand numbers of all magnitudes give the exact sum and mean`() {
    var generator = SeededGenerator(seed: 7)
    let values = (0..<5000).map { _ in generator.nextFinite() }
    #expect(ExactSum(values).value == .infinity)
    #expect(ExactSum(values).mean(count: 5000) == 5.815489321920606e+304)
  }

  @Test func `more additions than the limbs have room for stay exact`() {
    var sum = ExactSum()
    for _ in 0..<10_000 { sum.add(-1.7976931348623157e308) }
    #expect(sum.mean(count: 10_000) == -1.7976931348623157e308)
    for _ in 0..<10_000 { sum.add(1.7976931348623157e308) }
    #expect(sum == ExactSum())
  }
}

extension ExactSum {
  /// The sum of `values`, for tests.
  init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }
}
