import Testing

@testable import SLOKit

@Suite("Counts of events")
struct CountDistributionTests {
  @Test func `binomial tails agree with SciPy`() throws {
    for expected in try RecommendationOracle.recorded.get().binomials {
      let tail = BinomialDistribution.upperTail(
        from: expected.count,
        trials: expected.trials,
        p: expected.p
      )
      expectClose(tail, expected.tail, "\(expected)")
    }
  }

  @Test func `bounds of a proportion agree with SciPy`() throws {
    for expected in try RecommendationOracle.recorded.get().proportions {
      let (k, n) = (expected.successes, expected.trials)
      let confidence = expected.confidence
      expectClose(
        ProportionBound.lower(successes: k, trials: n, confidence: confidence),
        expected.lower,
        "\(expected)"
      )
      expectClose(
        ProportionBound.upper(successes: k, trials: n, confidence: confidence),
        expected.upper,
        "\(expected)"
      )
    }
  }

  @Test func `limits of the next count agree with SciPy`() throws {
    for expected in try RecommendationOracle.recorded.get().counts {
      let law = BetaBinomialDistribution(
        trials: expected.trials,
        events: expected.events,
        earlierTrials: expected.earlierTrials
      )
      #expect(law.smallestCount(withTailAtMost: expected.alpha) == expected.count, "\(expected)")
      expectClose(law.upperTail(from: expected.count), expected.tail, "\(expected)")
    }
  }

  /// Of 40 samples of which 5 % are too slow, the p95 misses its limit in `binom.sf(2, 40, .05)`.
  @Test func `the rate that a limit catches is where its power is reached`() {
    let rate = ProportionBound.rate(reaching: 3, trials: 40, power: 0.8)
    expectClose(BinomialDistribution.upperTail(from: 3, trials: 40, p: rate), 0.8)
    let tail = BinomialDistribution.upperTail(from: 3, trials: 40, p: 0.05)
    #expect((tail - 0.323264).magnitude < 5e-7)
  }
}
