import Testing

@testable import SLOKit

struct NextRunRankTests {
  @Test func `ranks agree with arrangements counted in whole numbers`() throws {
    for expected in try RecommendationOracle.recorded.get().predictions {
      let ranks = NextRunRank(count: expected.count, nextCount: expected.nextCount)
      let rank = ranks.upperBound(ofNextRank: expected.nextRank, alpha: expected.alpha)
      #expect(rank == expected.rank, "\(expected)")
      let probability = ranks.probability(
        nextRank: expected.nextRank,
        atMost: rank ?? expected.count
      )
      expectClose(probability, expected.probability, within: 1e-12, "\(expected)")
    }
  }

  @Test func `the fewest values agree with arrangements counted in whole numbers`() throws {
    for expected in try RecommendationOracle.recorded.get().fewestValues {
      let count = NextRunRank.fewestValues(
        nextRank: expected.nextRank,
        nextCount: expected.nextCount,
        alpha: expected.alpha
      )
      #expect(count == expected.count, "\(expected)")
    }
  }

  /// The values that such limits have on D1, by hand from the sorted sample.
  @Test(arguments: [
    (0.5, 0.05, 112.2), (0.5, 0.01, 115.7), (0.75, 0.05, 133.9), (0.9, 0.05, 158.4),
  ])
  func `limits of the published sample`(share: Double, alpha: Double, limit: Double) throws {
    let sample = SortedSample(PublishedSample.values)
    let nextRank = Int((share * 40).rounded(.up))
    let rank = try #require(
      NextRunRank(count: 40, nextCount: 40).upperBound(ofNextRank: nextRank, alpha: alpha)
    )
    #expect(sample.values[rank - 1] == limit)
  }

  @Test func `no values bound nothing`() {
    let ranks = NextRunRank(count: 0, nextCount: 5)
    #expect(ranks.upperBound(ofNextRank: 5, alpha: 0.5) == nil)
  }

  /// ⌊(n − 1) p⌋ + 1 and ⌈(n − 1) p⌉ + 1 by hand.
  @Test(arguments: [
    (0.95, 40, 38, 39), (0.5, 41, 21, 21), (0.5, 40, 20, 21), (0.999, 1001, 1000, 1000),
    (0.9, 1, 1, 1), (1.0, 7, 7, 7), (0.0, 7, 1, 1), (0.999, 1002, 1000, 1001),
  ])
  func `the ranks around an interpolated percentile`(
    share: Double,
    count: Int,
    lower: Int,
    upper: Int
  ) {
    let ranks = PercentileRanks(share: share, count: count)
    #expect(ranks.lower == lower)
    #expect(ranks.upper == upper)
  }
}
