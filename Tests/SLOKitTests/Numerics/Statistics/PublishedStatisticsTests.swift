import Foundation
import Testing

@testable import SLOKit

/// Reference values that lie beside the package, computed with SciPy 1.17.1.
///
/// A checkout without them skips these tests.
struct PublishedStatisticsTests {
  private struct Oracles: Decodable {
    struct Special: Decodable {
      let quantiles: [String: Double]

      enum CodingKeys: String, CodingKey {
        case quantiles = "norm_ppf"
      }
    }

    struct Comparison: Decodable {
      let values: [Double]
      let u: Double
      let exactP: Double
      let estimate: Double
      let interval: [Double]
      let superiority: Double

      enum CodingKeys: String, CodingKey {
        case values
        case u = "U"
        case exactP = "p_exact"
        case estimate = "hodges_lehmann"
        case interval = "moses95"
        case superiority = "A12"
      }
    }

    let special: Special
    let base: [Double]
    let cand: Comparison
    let mild: Comparison
  }

  private static let file = SourceTree.root
    .appending(path: "../shared/oracles.json")
    .standardizedFileURL

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path()) }

  private func oracles() throws -> Oracles {
    try JSONDecoder().decode(Oracles.self, from: Data(contentsOf: Self.file))
  }

  @Test(.enabled(if: isPresent, "no reference values at \(file.path())"))
  func `comparisons agree with the reference values`() throws {
    let oracles = try oracles()
    let baseline = SortedSample(oracles.base)
    for expected in [oracles.cand, oracles.mild] {
      let candidate = SortedSample(expected.values)
      let test = MannWhitneyTest(candidate: candidate, baseline: baseline)
      #expect(test.u == expected.u)
      expectClose(test.pValue, expected.exactP, within: 1e-14)
      expectClose(test.superiority, expected.superiority, within: 1e-15)
      let shift = ShiftEstimate(candidate: candidate, baseline: baseline, confidence: 0.95)
      #expect(shift.estimate == expected.estimate)
      #expect([shift.lowerBound, shift.upperBound] == expected.interval)
      #expect(shift.rank == 38)
      #expect((shift.attainedConfidence - 0.955098).magnitude < 5e-7)
    }
  }

  @Test(.enabled(if: isPresent, "no reference values at \(file.path())"))
  func `quantiles agree with the reference values`() throws {
    for (share, expected) in try oracles().special.quantiles {
      expectClose(NormalDistribution.quantile(try #require(Double(share))), expected, within: 1e-15)
    }
  }

  @Test func `a slow rise is told from noise`() {
    let values = [
      100.2, 100.9, 100.5, 101.7, 101.2, 102.6, 102.0, 103.3, 103.3, 104.1, 103.8, 105.0,
    ]
    let test = MannKendallTest(values)
    #expect(test.score == 57)
    expectClose(test.variance, 635.0 / 3, within: 1e-15)
    #expect((test.z - 3.849123).magnitude < 5e-7)
    #expect((test.pValue - 1.18541e-4).magnitude < 5e-10)
    #expect(test.direction == 1)
    let line = TheilSenSlope(times: values.indices.map(Double.init), values: values)
    expectClose(line.slope, 0.405, within: 1e-12)
    expectClose(line.intercept, 100.0725, within: 1e-12)
  }
}
