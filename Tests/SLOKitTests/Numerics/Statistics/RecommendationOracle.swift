import Foundation

@testable import SLOKit

/// What `Tests/Oracles/recommendation.py` computes with SciPy and whole numbers.
struct RecommendationOracle: Decodable {
  struct Prediction: Decodable {
    let count: Int
    let nextCount: Int
    let nextRank: Int
    let alpha: Double
    let rank: Int?
    let probability: Double
  }

  struct FewestValues: Decodable {
    let nextCount: Int
    let nextRank: Int
    let alpha: Double
    let count: Int
  }

  struct Binomial: Decodable {
    let count: Int
    let trials: Int
    let p: Double
    let tail: Double
  }

  struct Proportion: Decodable {
    let successes: Int
    let trials: Int
    let confidence: Double
    let lower: Double
    let upper: Double
  }

  struct Count: Decodable {
    let events: Int
    let earlierTrials: Int
    let trials: Int
    let alpha: Double
    let count: Int
    let tail: Double
  }

  struct Student: Decodable {
    let degrees: Double
    let share: Double
    let quantile: Double
  }

  struct Beta: Decodable {
    let a: Double
    let b: Double
    let x: Double
    let value: Double
  }

  struct Series: Decodable {
    let name: String
    let values: [Double]
    let lagOne: Double
    let warmUp: Int
    let objective: Double
    let objectiveOfAll: Double
  }

  let predictions: [Prediction]
  let fewestValues: [FewestValues]
  let binomials: [Binomial]
  let proportions: [Proportion]
  let counts: [Count]
  let students: [Student]
  let betas: [Beta]
  let series: [Series]

  static let recorded: Result<RecommendationOracle, any Error> = Result {
    let file = SourceTree.root.appending(path: "Tests/Oracles/recommendation.json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

/// The data set D1 of the published reference values: 40 values with a right tail.
enum PublishedSample {
  static let values: [Double] = [
    158.4, 93.0, 118.6, 97.3, 153.6, 74.9, 85.9, 91.9, 92.2, 89.6, 82.0, 88.1, 95.3, 98.1, 101.3,
    112.2, 87.3, 85.5, 88.1, 115.7, 86.6, 91.6, 84.0, 106.4, 80.0, 121.3, 117.8, 102.6, 97.7, 116.7,
    113.4, 155.6, 98.9, 148.3, 87.8, 89.3, 76.5, 133.9, 114.0, 84.7,
  ]
}
