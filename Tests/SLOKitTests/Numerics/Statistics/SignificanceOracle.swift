import Foundation
import Testing

@testable import SLOKit

/// What `Tests/Oracles/significance.py` computes with SciPy, mpmath and brute force.
struct SignificanceOracle: Decodable {
  struct Normal: Decodable {
    let cumulative: [[Double]]
    let quantiles: [[Double]]
  }

  struct TwoSamples: Decodable, CustomTestStringConvertible {
    let name: String
    let candidate: [Double]
    let baseline: [Double]
    let confidence: Double
    let u: Double
    let pValue: Double
    let isExact: Bool
    let superiority: Double
    let estimate: Double
    let rank: Int
    let attainedConfidence: Double
    let lowerBound: Double?
    let upperBound: Double?

    var testDescription: String { name }
  }

  struct Exceedance: Decodable {
    let candidate: [Double]
    let baseline: [Double]
    let share: Double
    let worse: String
    let threshold: Double
    let candidateCount: Int
    let baselineCount: Int
    let pValue: Double
  }

  struct Series: Decodable, CustomTestStringConvertible {
    let name: String
    let times: [Double]
    let values: [Double]
    let slope: Double
    let intercept: Double
    let score: Int
    let variance: Double
    let z: Double
    let pValue: Double
    let direction: Int

    var testDescription: String { name }
  }

  let normal: Normal
  let twoSamples: [TwoSamples]
  let tables: [[Double]]
  let exceedances: [Exceedance]
  let series: [Series]

  static let recorded: Result<SignificanceOracle, any Error> = Result {
    let file = SourceTree.root.appending(path: "Tests/Oracles/significance.json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

/// Expects two numbers to agree to a relative tolerance; zeros and infinities exactly.
func expectClose(
  _ value: Double,
  _ expected: Double,
  within tolerance: Double = 1e-9,
  _ comment: String = "",
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let isClose = value == expected || (value - expected).magnitude <= tolerance * expected.magnitude
  #expect(isClose, "\(comment) \(value), expected \(expected)", sourceLocation: sourceLocation)
}

extension SeededGenerator {
  /// Whole numbers from −`limit` to `limit`, so that many of them tie.
  mutating func wholeNumbers(_ count: Int, limit: Int) -> [Double] {
    (0..<count).map { _ in Double(Int.random(in: -limit...limit, using: &self)) }
  }

  /// Numbers between 0 and 1 with 53 bits, so that hardly any of them tie.
  mutating func fractions(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double(next() >> 11) * 0x1p-53 }
  }
}
