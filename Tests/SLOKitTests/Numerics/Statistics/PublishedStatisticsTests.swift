import Testing

@testable import SLOKit

/// The tables of the reference on statistics, section by section, as literals.
///
/// Those of section 4 are in `ReferenceValueTests`, those of section 11 in `DecimalNumberTests`.
///
/// What the library does without:
/// - section 1, definitions R6 and R8, Harrell-Davis: one definition to show, one to bound is enough
/// - section 2, bootstrap of percentiles: order statistics bound them exactly
/// - section 4, smallest change by a formula for normal means: drawn runs tell it without normality
/// - section 5, tolerance factors of the normal distribution: no target rests on normality
/// - section 6, sequential test of a rate: a run is judged when it has ended
/// - section 7, k of m samples: less proof against spikes than k in a row, and no rule can say it
/// - section 8, bounds that fill in NA: coverage is asked for instead, and NA never passes
/// - section 9, Ljung-Box, CUSUM, outliers, several tests at once, Welch: nothing is decided by them
/// - section 10, extreme values: targets of percentiles are not extrapolated beyond the data
@Suite("Published statistics")
struct PublishedStatisticsTests {
  private let sample = SortedSample(PublishedSample.values)

  // MARK: Section 1

  /// Nearest rank and interpolation (R7) of D1.
  @Test(arguments: [
    (0.5, 95.3, 96.3), (0.9, 133.9, 135.34), (0.95, 153.6, 153.7), (0.99, 158.4, 157.308),
  ])
  func `percentiles of the sample`(share: Double, nearest: Double, interpolated: Double) {
    let test = ExceedanceTest(candidate: sample, baseline: sample, share: share, worse: .higher)
    #expect(test.threshold == nearest)
    let forecast = OrderStatisticForecast(
      PublishedSample.values,
      share: share,
      nextCount: 40,
      dependence: SerialDependence(PublishedSample.values)
    )
    expectClose(forecast.observed, interpolated, within: 1e-12)
  }

  // MARK: Section 2

  private static let shares = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999]

  @Test(arguments: [
    (0.9, [4, 9, 22, 45, 230, 460, 2302]), (0.95, [5, 11, 29, 59, 299, 598, 2995]),
    (0.99, [7, 17, 44, 90, 459, 919, 4603]),
  ])
  func `the fewest values that bound a percentile`(confidence: Double, counts: [Int]) {
    for (share, count) in zip(Self.shares, counts) {
      let enough = ToleranceRank.upper(share: share, count: count, confidence: confidence)
      #expect(enough == count)
      let fewer = ToleranceRank.upper(share: share, count: count - 1, confidence: confidence)
      #expect(fewer == nil)
    }
  }

  @Test(arguments: [
    (0.9, [29, 46, 61, 76, 89, 103]), (0.95, [59, 93, 124, 153, 181, 208]),
    (0.99, [299, 473, 628, 773, 913, 1049]),
  ])
  func `values for a bound that is not the largest one`(share: Double, counts: [Int]) {
    for (place, count) in counts.enumerated() {
      func rank(_ count: Int) -> Int? {
        ToleranceRank.upper(share: share, count: count, confidence: 0.95)
      }
      #expect(rank(count) == count - place)
      #expect(rank(count - 1).map { $0 > count - 1 - place } ?? true)
    }
  }

  @Test(arguments: [
    (40, 0.5, 14, 27, 0.961523), (40, 0.75, 24, 36, 0.972396), (40, 0.9, 32, 40, 0.969724),
    (6, 0.5, 1, 6, 0.96875), (8, 0.5, 1, 8, 0.992188), (10, 0.5, 2, 9, 0.978516),
    (20, 0.5, 6, 15, 0.958611), (30, 0.5, 10, 21, 0.957226), (50, 0.5, 18, 33, 0.967161),
    (100, 0.5, 40, 61, 0.9648),
  ])
  func `intervals of percentiles`(
    count: Int,
    share: Double,
    lower: Int,
    upper: Int,
    attained: Double
  ) {
    #expect(ToleranceRank.lower(share: share, count: count, confidence: 0.975) == lower)
    #expect(ToleranceRank.upper(share: share, count: count, confidence: 0.975) == upper)
    let confidence =
      ToleranceRank.attained(upper, share: share, count: count)
      - ToleranceRank.attained(lower, share: share, count: count)
    #expect((confidence - attained).magnitude < 5e-7)
  }

  @Test func `an interval that is open above`() {
    #expect(ToleranceRank.lower(share: 0.95, count: 40, confidence: 0.975) == 35)
    #expect(ToleranceRank.upper(share: 0.95, count: 40, confidence: 0.975) == nil)
    #expect(sample.values[34] == 121.3)
  }

  @Test(arguments: [(0.5, 6), (0.75, 13), (0.9, 36), (0.95, 72)])
  func `the fewest values with an interval of 95 percent`(share: Double, count: Int) {
    func isClosed(_ count: Int) -> Bool {
      ToleranceRank.lower(share: share, count: count, confidence: 0.975) != nil
        && ToleranceRank.upper(share: share, count: count, confidence: 0.975) != nil
    }
    #expect(isClosed(count) && !isClosed(count - 1))
  }

  @Test(arguments: [
    (40, 0.75, 0.95, 35, 0.956726), (40, 0.9, 0.9, 39, 0.919526), (40, 0.9, 0.95, 40, 0.985219),
    (59, 0.95, 0.95, 59, 0.951505), (60, 0.95, 0.95, 60, 0.953930), (93, 0.95, 0.95, 92, 0.950024),
    (100, 0.95, 0.95, 99, 0.962919), (200, 0.95, 0.95, 196, 0.973553),
    (500, 0.95, 0.95, 484, 0.965710), (1000, 0.95, 0.95, 962, 0.956652),
    (299, 0.99, 0.95, 299, 0.950464), (500, 0.99, 0.95, 499, 0.960245),
    (1000, 0.99, 0.95, 996, 0.971314),
  ])
  func `upper bounds of percentiles`(
    count: Int,
    share: Double,
    confidence: Double,
    rank: Int,
    attained: Double
  ) {
    #expect(ToleranceRank.upper(share: share, count: count, confidence: confidence) == rank)
    let found = ToleranceRank.attained(rank, share: share, count: count)
    #expect((found - attained).magnitude < 5e-7)
  }

  // MARK: Section 3

  @Test(arguments: [
    (40, 40, 0.5, 0.05, 28, 0.965749), (40, 40, 0.5, 0.01, 31, 0.994754),
    (40, 40, 0.75, 0.05, 36, 0.958283), (40, 40, 0.9, 0.05, 40, 0.972629),
    (100, 60, 0.95, 0.05, 100, 0.981455), (120, 120, 0.95, 0.01, 120, 0.992860),
    (200, 60, 0.95, 0.05, 198, 0.973208), (200, 60, 0.95, 0.01, 200, 0.997379),
    (400, 60, 0.95, 0.01, 397, 0.993197), (1000, 60, 0.95, 0.01, 989, 0.992079),
    (1000, 200, 0.95, 0.01, 980, 0.991918), (1000, 200, 0.99, 0.01, 1000, 0.995428),
    (300, 100, 0.5, 0.01, 189, 0.990382),
  ])
  func `bounds of the next run's percentile`(
    count: Int,
    next: Int,
    share: Double,
    alpha: Double,
    rank: Int,
    probability: Double
  ) {
    let ranks = NextRunRank(count: count, nextCount: next)
    let nextRank = Int((share * Double(next)).rounded(.up))
    #expect(ranks.upperBound(ofNextRank: nextRank, alpha: alpha) == rank)
    let found = ranks.probability(nextRank: nextRank, atMost: rank)
    #expect((found - probability).magnitude < 5e-7)
  }

  @Test(arguments: [
    (40, 40, 36, 0.01, 0.972629), (40, 40, 38, 0.05, 0.879746), (60, 60, 57, 0.05, 0.940638),
  ])
  func `too few values for a bound of the next run`(
    count: Int,
    next: Int,
    nextRank: Int,
    alpha: Double,
    most: Double
  ) {
    let ranks = NextRunRank(count: count, nextCount: next)
    #expect(ranks.upperBound(ofNextRank: nextRank, alpha: alpha) == nil)
    #expect((ranks.probability(nextRank: nextRank, atMost: count) - most).magnitude < 1e-6)
  }

  @Test(arguments: [
    (40, 38, 0.05, 67), (40, 38, 0.01, 142), (60, 57, 0.05, 66), (60, 57, 0.01, 127),
    (100, 95, 0.05, 64), (100, 95, 0.01, 113), (40, 36, 0.05, 32), (40, 36, 0.01, 58),
    (100, 90, 0.05, 30), (100, 90, 0.01, 50), (40, 20, 0.05, 5),
  ])
  func `the fewest values for a bound of the next run`(
    next: Int,
    nextRank: Int,
    alpha: Double,
    count: Int
  ) {
    let found = NextRunRank.fewestValues(nextRank: nextRank, nextCount: next, alpha: alpha)
    #expect(found == count)
  }

  // MARK: Section 5

  @Test func `one future value of a normal process`() {
    let values = PublishedSample.values
    let mean = values.reduce(0, +) / 40
    let deviation = values.variance.squareRoot()
    expectClose(mean, 102.9025, within: 1e-12)
    expectClose(deviation, 21.968596322)
    let t = StudentDistribution(degrees: 39).quantile(0.99)
    expectClose(mean + t * deviation * (1 + 1.0 / 40).squareRoot(), 156.856873, within: 1e-8)
  }

  // MARK: Section 6

  @Test(
    arguments: [
      (0, 10, 0, 0.2775328, 0, 0.30849711, 0.25886555),
      (0, 100, 0, 0.0369935, 0, 0.03621669, 0.02951305),
      (1, 100, 0.00176743, 0.0544862, 0.00025315, 0.05445939, 0.04655981),
      (3, 1000, 0.00102078, 0.00878301, 0.0006191, 0.00874202, 0.00773524),
      (10, 1000, 0.00544075, 0.01830947, 0.00480551, 0.01831324, 0.01690318),
      (5, 50, 0.04347576, 0.21360231, 0.03327509, 0.21813537, 0.198833),
      (8, 10, 0.49016247, 0.94331785, 0.44390454, 0.97478927, 0.96322856),
    ] as [(Int, Int, Double, Double, Double, Double, Double)]
  )
  func `intervals of proportions`(
    k: Int,
    n: Int,
    wilsonLower: Double,
    wilsonUpper: Double,
    exactLower: Double,
    exactUpper: Double,
    oneSided: Double
  ) {
    let wilson = ProportionInterval(successes: k, trials: n, confidence: 0.95)
    let found = [
      wilson.lower, wilson.upper,
      ProportionBound.lower(successes: k, trials: n, confidence: 0.975),
      ProportionBound.upper(successes: k, trials: n, confidence: 0.975),
      ProportionBound.upper(successes: k, trials: n, confidence: 0.95),
    ]
    let expected = [wilsonLower, wilsonUpper, exactLower, exactUpper, oneSided]
    for (value, expected) in zip(found, expected) {
      #expect((value - expected).magnitude < 1.5e-8)
    }
  }

  /// With k failures, so many events prove a target at 95 %: a success is the content of section 2.
  @Test(arguments: [
    (0.9, [29, 46, 61, 76, 103]), (0.99, [299, 473, 628, 773, 1049]),
    (0.995, [598, 947, 1258, 1549, 2100]), (0.999, [2995, 4742, 6294, 7752, 10_511]),
    (0.9999, [29_956, 47_437, 62_956, 77_535, 105_128]),
  ])
  func `events that prove a target`(target: Double, counts: [Int]) {
    for (failures, count) in zip([0, 1, 2, 3, 5], counts) {
      func proves(_ count: Int) -> Bool {
        ProportionBound.upper(successes: failures, trials: count, confidence: 0.95)
          <= 1 - target + 1e-12
      }
      #expect(proves(count) && !proves(count - 1), "\(target) \(failures)")
    }
  }

  @Test(arguments: [
    (100, 0.01, 4, 0.018374), (1000, 0.001, 4, 0.018927), (1000, 0.01, 16, 0.047871),
    (10_000, 0.001, 16, 0.048654), (500, 0.005, 6, 0.041603),
  ])
  func `counts that are evidence against a target`(n: Int, p: Double, count: Int, tail: Double) {
    func chance(_ count: Int) -> Double {
      BinomialDistribution.upperTail(from: count, trials: n, p: p)
    }
    #expect((chance(count) - tail).magnitude < 5e-7)
    #expect(chance(count - 1) > 0.05)
  }

  @Test(arguments: [
    (3, 1000, 1000, 0.05, 9, 0.049876), (3, 1000, 1000, 0.01, 13, 0.006312),
    (0, 1000, 200, 0.05, 2, 0.011004), (0, 1000, 200, 0.01, 3, 0.001527),
    (12, 5000, 500, 0.05, 4, 0.045795), (12, 5000, 500, 0.01, 6, 0.003350),
    (0, 100, 100, 0.05, 3, 0.048789), (0, 100, 100, 0.01, 5, 0.009514),
  ])
  func `limits of the next run's count`(
    events: Int,
    trials: Int,
    next: Int,
    alpha: Double,
    count: Int,
    tail: Double
  ) {
    let law = BetaBinomialDistribution(trials: next, events: events, earlierTrials: trials)
    #expect(law.smallestCount(withTailAtMost: alpha) == count)
    #expect((law.upperTail(from: count) - tail).magnitude < 5e-7)
  }

  // MARK: Section 7

  @Test(arguments: [
    (0.01, 60, [0.00582638, 0.00005743, 5.6e-7, 1e-8]),
    (0.01, 1000, [0.09419068, 0.00098755, 9.87e-6, 1e-7]),
    (0.05, 60, [0.13157423, 0.00687281, 0.0003387, 0.00001664]),
    (0.05, 120, [0.24755459, 0.01392661, 0.00069478, 0.00003445]),
    (0.05, 1000, [0.90809018, 0.11180854, 0.00590267, 0.00029566]),
    (0.1, 60, [0.41965687, 0.05110836, 0.0051288, 0.0005049]),
    (0.1, 1000, [0.99989908, 0.59389284, 0.08586433, 0.00892537]),
  ])
  func `streaks by chance`(share: Double, count: Int, chances: [Double]) {
    for (place, expected) in chances.enumerated() {
      let chance = StreakProbability(beginning: share).ofStreak(place + 2, in: count)
      #expect((chance - expected).magnitude < 5.1e-9 || (chance / expected - 1).magnitude < 0.02)
    }
  }

  @Test(arguments: [
    (0.01, [60: 2, 120: 3, 1000: 3, 10_000: 3]), (0.05, [60: 3, 120: 4, 1000: 4, 10_000: 5]),
    (0.1, [60: 4, 120: 5, 1000: 5, 10_000: 6]),
  ])
  func `the shortest streak with one false alarm in a hundred`(share: Double, lengths: [Int: Int]) {
    let chance = StreakProbability(beginning: share)
    for (count, length) in lengths {
      let found = chance.shortestStreak(in: count, withProbabilityAtMost: 0.01, limit: 20)
      #expect(found == length, "\(count)")
    }
  }

  // MARK: Section 9

  @Test func `dependence of the sample`() {
    let dependence = SerialDependence(PublishedSample.values)
    #expect((dependence.lagOne + 0.0701507).magnitude < 5e-9)
    #expect(dependence.effectiveCount == 40)
    // The tail of the Ljung-Box statistic.
    let tail = ChiSquaredDistribution(degrees: 5).upperTail(8.81584042)
    #expect((tail - 0.116639).magnitude < 5e-8)
  }

  @Test func `warm-up`() {
    let warmUp = WarmUp([
      300, 220, 160, 130, 112, 104, 101, 99, 100, 102, 98, 101, 100, 99, 101, 100, 102, 99, 100,
      101,
    ])
    #expect(warmUp.length == 6)
    #expect((warmUp.objective - 0.0936589).magnitude < 5e-8)
    #expect((warmUp.objectiveOfAll - 124.692375).magnitude < 5e-7)
  }

  @Test func `a slow rise is told from noise`() throws {
    let values = [
      100.2, 100.9, 100.5, 101.7, 101.2, 102.6, 102.0, 103.3, 103.3, 104.1, 103.8, 105.0,
    ]
    let test = MannKendallTest(values)
    #expect(test.score == 57)
    expectClose(test.variance, 635.0 / 3, within: 1e-15)
    #expect((test.z - 3.849123).magnitude < 5e-7)
    #expect((test.pValue - 1.18541e-4).magnitude < 5e-10)
    #expect(test.direction == 1)
    let times = values.indices.map(Double.init)
    let line = TheilSenSlope(times: times, values: values)
    expectClose(line.slope, 0.405, within: 1e-12)
    expectClose(line.intercept, 100.0725, within: 1e-12)
    let interval = try #require(
      TheilSenSlope.interval(times: times, values: values, confidence: 0.95)
    )
    #expect((interval.lowerBound - 0.342857).magnitude < 5e-7)
    expectClose(interval.upperBound, 0.5, within: 1e-12)
  }
}
