import Testing

@testable import SLOKit

struct StudentDistributionTests {
  @Test func `quantiles agree with SciPy`() throws {
    for expected in try RecommendationOracle.recorded.get().students {
      let law = StudentDistribution(degrees: expected.degrees)
      expectClose(law.quantile(expected.share), expected.quantile, "\(expected)")
      expectClose(law.quantile(1 - expected.share), -expected.quantile, "\(expected)")
    }
  }

  @Test func `the incomplete beta function agrees with SciPy`() throws {
    for expected in try RecommendationOracle.recorded.get().betas {
      let value = IncompleteBeta(a: expected.a, b: expected.b).value(at: expected.x)
      expectClose(value, expected.value, "\(expected)")
    }
  }

  @Test func `the ends are certain`() {
    #expect(IncompleteBeta(a: 2, b: 3).value(at: 0) == 0)
    #expect(IncompleteBeta(a: 2, b: 3).value(at: 1) == 1)
    #expect(StudentDistribution(degrees: 3).quantile(0.5) == 0)
    #expect(StudentDistribution(degrees: 3).upperTail(.infinity) == 0)
  }
}
