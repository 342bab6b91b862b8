import Testing

@testable import SLOKit

/// Expected values are from mpmath, with 50 digits.
struct NormalDistributionTests {
  private func normal() throws -> SignificanceOracle.Normal {
    try SignificanceOracle.recorded.get().normal
  }

  @Test func `probabilities keep their digits in the tail`() throws {
    for point in try normal().cumulative {
      let probability = NormalDistribution.cumulative(point[0])
      expectClose(probability, point[1], within: 1e-15, "at \(point[0])")
    }
  }

  @Test func `quantiles are accurate from the least double on`() throws {
    for point in try normal().quantiles {
      let quantile = NormalDistribution.quantile(point[0])
      expectClose(quantile, point[1], within: 1e-15, "of \(point[0])")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a quantile and its probability undo each other`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for z in generator.fractions(50).map({ $0 * 30 - 28 }) {
      let p = NormalDistribution.cumulative(z)
      expectClose(NormalDistribution.quantile(p), z, within: 1e-13)
      #expect((NormalDistribution.cumulative(-z) + p - 1).magnitude < 1e-15)
    }
  }

  @Test func `the ends are infinite and NaN stays NaN`() {
    #expect(NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.cumulative(.infinity) == 1)
    #expect(NormalDistribution.cumulative(-40) == 0)
    #expect(NormalDistribution.cumulative(40) == 1)
    #expect(NormalDistribution.cumulative(.nan).isNaN)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1).isNaN)
    #expect(NormalDistribution.quantile(1.1).isNaN)
    #expect(NormalDistribution.quantile(.nan).isNaN)
  }
}
