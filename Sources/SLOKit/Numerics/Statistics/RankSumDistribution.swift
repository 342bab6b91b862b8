/// How the number U of won pairs is distributed when both samples come from one distribution.
///
/// Exact without ties and up to 2,500 pairs, such as 50 values against 50; otherwise normal, with
/// the correction for ties and a continuity correction of ½ (Mann & Whitney, 1947, "On a test of
/// whether one of two random variables is stochastically larger than the other"; Lehmann, 1975,
/// "Nonparametrics: statistical methods based on ranks", chapter 1).
struct RankSumDistribution: Sendable, Hashable {
  private enum Law: Hashable {
    /// P(U ≤ u) by u, up to the middle of the distribution, which is symmetric.
    case exact([Double])
    case normal(mean: Double, deviation: Double)
  }

  /// The most pairs for which arrangements are counted.
  static let mostExactPairs = 2500

  private let law: Law

  /// The probability that one sample lies above the other as a whole, were there no ties.
  private let separation: Double

  /// The distribution for samples of this order, both of which must have values.
  init(_ order: PooledOrder, mostExactPairs: Int = mostExactPairs) {
    precondition(order.pairCount > 0, "there are no pairs")
    let (first, second) = (order.candidateCount, order.baselineCount)
    if order.pairCount <= mostExactPairs, !order.hasTies {
      law = .exact(Self.cumulative(first, second))
    } else {
      law = .normal(mean: Double(order.pairCount) / 2, deviation: order.deviation)
    }
    separation = Self.separation(first, second)
  }
}

extension RankSumDistribution {
  /// Whether it is not the normal approximation.
  var isExact: Bool {
    switch law {
    case .exact: true
    case .normal: false
    }
  }

  /// P(U ≤ u) for a `u` from 0 to the middle; a whole number where it is exact.
  ///
  /// When all values tie, U is the middle for sure.
  func lowerTail(_ u: Double) -> Double {
    switch law {
    case .exact(let cumulative): return cumulative[Int(u)]
    case .normal(let mean, let deviation):
      guard deviation > 0 else { return u < mean ? 0 : 1 }
      return NormalDistribution.cumulative((u + 0.5 - mean) / deviation)
    }
  }

  /// The greatest k with P(U ≤ k − 1) ≤ (1 − confidence) ÷ 2; 0 when there is none.
  ///
  /// Among the ordered differences of two samples, the kth from either end then bound the shift
  /// with at least this confidence. Normal: k = ⌊nm/2 + ½ − z σ⌋ with z the upper
  /// (1 − confidence) ÷ 2 point, never beyond the middle difference. Ties do not make up for
  /// values: where so few without ties had no rank, there is none.
  func boundingRank(confidence: Double) -> Int {
    // In doubles, (1 − 0.9) ÷ 2 is less than 1/20, a probability that does occur.
    let tail = (1 - confidence) / 2 + Double.ulpOfOne / 4
    guard separation <= tail else { return 0 }
    switch law {
    case .exact(let cumulative):
      return cumulative.prefix { $0 <= tail }.count
    case .normal(let mean, let deviation):
      let middle = mean + 0.5
      let rank = middle + NormalDistribution.quantile(tail) * deviation
      return Int(max(0, min(rank, middle)))
    }
  }
}

extension RankSumDistribution {
  /// P(U ≤ u) for u up to the middle, from the number of arrangements for each U.
  ///
  /// Their generating function is the Gaussian binomial coefficient, the product of
  /// (1 − q^(m + i)) ÷ (1 − q^i) for i from 1 to n (Andrews, 1976, "The theory of partitions",
  /// chapter 3). It is computed in whole numbers: 50 values against 50 have 1.01 × 10²⁹
  /// arrangements. O(n²m) for n values in the smaller sample.
  private static func cumulative(_ first: Int, _ second: Int) -> [Double] {
    let (less, more) = (min(first, second), max(first, second))
    let middle = first * second / 2
    var counts = [UInt128](repeating: 0, count: middle + 1)
    counts[0] = 1
    for step in 1...less {
      // Wraps around below 0; the division that follows undoes that.
      for u in stride(from: middle, through: more + step, by: -1) {
        counts[u] &-= counts[u - more - step]
      }
      for u in stride(from: step, through: middle, by: 1) { counts[u] &+= counts[u - step] }
    }
    for u in stride(from: 1, through: middle, by: 1) { counts[u] += counts[u - 1] }
    // By symmetry, as many lie above the middle as below it; half a pair short of it when odd.
    let above = first * second % 2 == 1 ? counts[middle] : counts[middle - 1]
    let total = Double(counts[middle] + above)
    return counts.map { Double($0) / total }
  }

  /// 1 ÷ C(n + m, n).
  private static func separation(_ first: Int, _ second: Int) -> Double {
    var probability = 1.0
    for step in 1...min(first, second) {
      probability *= Double(step) / Double(max(first, second) + step)
      if probability == 0 { break }
    }
    return probability
  }
}

extension PooledOrder {
  /// The deviation of U: √(nm ÷ 12 × (N + 1 − Σ(t³ − t) ÷ (N (N − 1)))) for N = n + m values.
  ///
  /// The brackets are computed in whole numbers, so that they are 0 when all values tie.
  fileprivate var deviation: Double {
    let count = UInt128(candidateCount + baselineCount)
    let untied = count * count * count - count - tieTerm
    let bracket = Double(untied) / Double(count * (count - 1))
    return (Double(pairCount) / 12 * bracket).squareRoot()
  }
}
