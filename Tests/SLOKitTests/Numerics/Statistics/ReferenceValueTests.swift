import Foundation
import Testing

@testable import SLOKit

/// Every reference value of the file beside the package; a checkout without it skips these tests.
@Suite(
  "Reference values",
  .enabled(if: ReferenceValues.isPresent, "no reference values at \(ReferenceValues.file.path())")
)
struct ReferenceValueTests {
  /// What the tests below compare.
  private static var compared: Set<String> {
    let names: Set<String> = [
      "D1", "quantiles.R1", "quantiles.R7", "upper_tolerance_rank", "prediction_rank", "proportion",
      "special.norm_ppf", "special.t_ppf", "special.beta_ppf", "special.chi2_sf",
      "special.binom_cdf", "run_prob", "oc", "base",
    ]
    let members = [
      "values", "U", "p_exact", "p_asymptotic_cc", "hodges_lehmann", "moses95", "A12", "cliff",
    ]
    return names.union(members.flatMap { ["cand.\($0)", "mild.\($0)"] })
  }

  /// What the library does not have, and why.
  private static let absent = [
    "quantiles.R6": "one definition for shown percentiles, R7, and one for bounds, R1",
    "quantiles.R8": "one definition for shown percentiles, R7, and one for bounds, R1",
    "cand.welch_t": "runs are compared by ranks, which assume no normal distribution",
    "cand.welch_df": "runs are compared by ranks, which assume no normal distribution",
    "cand.welch_p": "runs are compared by ranks, which assume no normal distribution",
    "mild.welch_t": "runs are compared by ranks, which assume no normal distribution",
    "mild.welch_df": "runs are compared by ranks, which assume no normal distribution",
    "mild.welch_p": "runs are compared by ranks, which assume no normal distribution",
  ]

  @Test func `every reference value is compared, or it is said why not`() throws {
    #expect(try ReferenceValues.names() == Self.compared.union(Self.absent.keys))
    #expect(try ReferenceValues.read.get().sample == PublishedSample.values)
  }

  @Test func `percentiles`() throws {
    let quantiles = try ReferenceValues.read.get().quantiles
    let sample = SortedSample(PublishedSample.values)
    for (share, expected) in quantiles.nearestRank {
      let test = ExceedanceTest(
        candidate: sample,
        baseline: sample,
        share: try #require(Double(share)),
        worse: .higher
      )
      #expect(test.threshold == expected)
    }
    for (share, expected) in quantiles.interpolated {
      let forecast = OrderStatisticForecast(
        PublishedSample.values,
        share: try #require(Double(share)),
        nextCount: 40,
        dependence: SerialDependence(PublishedSample.values)
      )
      expectClose(forecast.observed, expected, "\(share)")
    }
  }

  @Test func `tolerance ranks`() throws {
    for (key, expected) in try ReferenceValues.read.get().toleranceRanks {
      let (count, share, confidence) = (
        Int(arguments(key)[0]), arguments(key)[1], arguments(key)[2]
      )
      let rank = ToleranceRank.upper(share: share, count: count, confidence: confidence)
      #expect(rank.map(Double.init) == expected[0], "\(key)")
      let attained = ToleranceRank.attained(rank ?? count, share: share, count: count)
      expectClose(attained, try #require(expected[1]), key)
    }
  }

  @Test func `prediction ranks`() throws {
    for (key, expected) in try ReferenceValues.read.get().predictionRanks {
      let numbers = arguments(key)
      let ranks = NextRunRank(count: Int(numbers[0]), nextCount: Int(numbers[1]))
      let nextRank = Int(try #require(expected[1]))
      let rank = ranks.upperBound(ofNextRank: nextRank, alpha: numbers[3])
      #expect(rank.map(Double.init) == expected[0], "\(key)")
      let probability = ranks.probability(nextRank: nextRank, atMost: rank ?? ranks.count)
      expectClose(probability, try #require(expected[2]), key)
    }
  }

  @Test func `intervals of proportions`() throws {
    for (key, expected) in try ReferenceValues.read.get().proportions {
      let (k, n) = (Int(arguments(key)[0]), Int(arguments(key)[1]))
      let interval = ProportionInterval(successes: k, trials: n, confidence: 0.95)
      // Rounding left SciPy's ends a little inside of 0 and 1.
      for (end, wilson) in zip([interval.lower, interval.upper], expected.wilson) {
        #expect((end - wilson).magnitude <= max(1e-15, 1e-9 * wilson), "\(key)")
      }
      let lower = ProportionBound.lower(successes: k, trials: n, confidence: 0.975)
      let upper = ProportionBound.upper(successes: k, trials: n, confidence: 0.975)
      expectClose(lower, expected.clopperPearson[0], key)
      expectClose(upper, expected.clopperPearson[1], key)
    }
  }

  @Test func `quantiles of the normal and of Student's distribution`() throws {
    let special = try ReferenceValues.read.get().special
    for (share, expected) in special.normalQuantiles {
      expectClose(NormalDistribution.quantile(try #require(Double(share))), expected, within: 1e-15)
    }
    for (key, expected) in special.studentQuantiles {
      let law = StudentDistribution(degrees: arguments(key)[1])
      expectClose(law.quantile(arguments(key)[0]), expected, key)
    }
  }

  /// The library has no inverse of it but for counts; where SciPy's quantile is put in, the share
  /// comes out.
  @Test func `the beta distribution`() throws {
    for (key, expected) in try ReferenceValues.read.get().special.betaQuantiles {
      let (share, a, b) = (arguments(key)[0], arguments(key)[1], arguments(key)[2])
      expectClose(IncompleteBeta(a: a, b: b).value(at: expected), share, key)
      guard a == a.rounded(), b == b.rounded() else { continue }
      let bound = ProportionBound.lower(
        successes: Int(a),
        trials: Int(a + b) - 1,
        confidence: 1 - share
      )
      expectClose(bound, expected, key)
    }
  }

  @Test func `tails of the chi-squared and of the binomial distribution`() throws {
    let special = try ReferenceValues.read.get().special
    for (key, expected) in special.chiSquaredTails {
      let law = ChiSquaredDistribution(degrees: arguments(key)[1])
      expectClose(law.upperTail(arguments(key)[0]), expected, key)
    }
    for (key, expected) in special.binomial {
      let (count, trials) = (Int(arguments(key)[0]), Int(arguments(key)[1]))
      let share = BinomialDistribution.cumulative(count, trials: trials, p: arguments(key)[2])
      expectClose(share, expected, key)
    }
  }

  @Test func `streaks`() throws {
    for (key, expected) in try ReferenceValues.read.get().streaks {
      let (count, length) = (Int(arguments(key)[0]), Int(arguments(key)[1]))
      let chance = StreakProbability(beginning: arguments(key)[2])
      expectClose(chance.ofStreak(length, in: count), expected, key)
    }
  }

  @Test func `how often a rule about a percentile trips`() throws {
    for (key, expected) in try ReferenceValues.read.get().tripped {
      let (count, share, beyond) = (Int(arguments(key)[0]), arguments(key)[1], arguments(key)[2])
      // The rank ⌈share × count⌉ must not lie beyond the limit.
      let least = count - Int((share * Double(count) - 1e-9).rounded(.up)) + 1
      let chance = BinomialDistribution.upperTail(from: least, trials: count, p: beyond)
      expectClose(chance, expected, key)
    }
  }

  @Test func `comparisons of two samples`() throws {
    let values = try ReferenceValues.read.get()
    let baseline = SortedSample(values.base)
    for expected in [values.cand, values.mild] {
      let candidate = SortedSample(expected.values)
      let test = MannWhitneyTest(candidate: candidate, baseline: baseline)
      #expect(test.u == expected.u)
      expectClose(test.pValue, expected.exactP, within: 1e-14)
      expectClose(test.superiority, expected.superiority, within: 1e-15)
      expectClose(2 * test.superiority - 1, expected.cliff, within: 1e-14)
      let order = PooledOrder(candidate: candidate, baseline: baseline)
      let normal = RankSumDistribution(order, mostExactPairs: 0)
      expectClose(2 * normal.lowerTail(min(test.u, 144 - test.u)), expected.normalP)
      let shift = ShiftEstimate(candidate: candidate, baseline: baseline, confidence: 0.95)
      #expect(shift.estimate == expected.estimate)
      #expect([shift.lowerBound, shift.upperBound] == expected.interval)
      #expect(shift.rank == 38)
      #expect((shift.attainedConfidence - 0.955098).magnitude < 5e-7)
    }
  }
}
