import Foundation

@testable import SLOKit

/// The reference values that lie beside the package, computed with SciPy 1.17.1; a checkout may lack
/// them.
struct ReferenceValues: Decodable {
  struct Quantiles: Decodable {
    let nearestRank: [String: Double]
    let interpolated: [String: Double]

    enum CodingKeys: String, CodingKey {
      case nearestRank = "R1"
      case interpolated = "R7"
    }
  }

  struct Proportion: Decodable {
    let wilson: [Double]
    let clopperPearson: [Double]

    enum CodingKeys: String, CodingKey {
      case wilson
      case clopperPearson = "clopper_pearson"
    }
  }

  struct Special: Decodable {
    let normalQuantiles: [String: Double]
    let studentQuantiles: [String: Double]
    let betaQuantiles: [String: Double]
    let chiSquaredTails: [String: Double]
    let binomial: [String: Double]

    enum CodingKeys: String, CodingKey {
      case normalQuantiles = "norm_ppf"
      case studentQuantiles = "t_ppf"
      case betaQuantiles = "beta_ppf"
      case chiSquaredTails = "chi2_sf"
      case binomial = "binom_cdf"
    }
  }

  struct Comparison: Decodable {
    let values: [Double]
    let u: Double
    let exactP: Double
    let normalP: Double
    let estimate: Double
    let interval: [Double]
    let superiority: Double
    let cliff: Double

    enum CodingKeys: String, CodingKey {
      case values, cliff
      case u = "U"
      case exactP = "p_exact"
      case normalP = "p_asymptotic_cc"
      case estimate = "hodges_lehmann"
      case interval = "moses95"
      case superiority = "A12"
    }
  }

  let sample: [Double]
  let quantiles: Quantiles
  let toleranceRanks: [String: [Double?]]
  let predictionRanks: [String: [Double?]]
  let proportions: [String: Proportion]
  let special: Special
  let streaks: [String: Double]
  let base: [Double]
  let cand: Comparison
  let mild: Comparison
  let tripped: [String: Double]

  enum CodingKeys: String, CodingKey {
    case quantiles, special, base, cand, mild
    case sample = "D1"
    case toleranceRanks = "upper_tolerance_rank"
    case predictionRanks = "prediction_rank"
    case proportions = "proportion"
    case streaks = "run_prob"
    case tripped = "oc"
  }
}

extension ReferenceValues {
  static let file = SourceTree.root.appending(path: "../shared/oracles.json").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path()) }

  static let read: Result<ReferenceValues, any Error> = Result {
    try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// The names of all that the file has, two levels deep where the names of the second level are
  /// those of methods and not arguments: `cand.U`, `run_prob`.
  static func names() throws -> Set<String> {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var names: Set<String> = []
    for (name, value) in json as? [String: Any] ?? [:] {
      let members = (value as? [String: Any] ?? [:]).keys.filter { !$0.contains("|") }
      if members.isEmpty { names.insert(name) }
      for member in members { names.insert("\(name).\(member)") }
    }
    return names
  }
}

/// The numbers of a key such as `60|2|0.01`.
func arguments(_ key: String) -> [Double] { key.split(separator: "|").compactMap { Double($0) } }
