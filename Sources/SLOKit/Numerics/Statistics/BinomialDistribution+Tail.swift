extension BinomialDistribution {
  /// The probability of at least `count` successes at a probability `p` of each, 0…1.
  ///
  /// The term at the end of the tail comes from its logarithm, the others from their ratios to it:
  /// about 13 digits, for any number of trials. O(√trials).
  static func upperTail(from count: Int, trials: Int, p: Double) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials, p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    let q = 1 - p
    // Above the mean the terms fall. Below it, those that are missing do.
    guard Double(count) > Double(trials) * p else {
      return 1 - tail(from: trials - count + 1, trials: trials, p: q, q: p)
    }
    return tail(from: count, trials: trials, p: p, q: q)
  }

  /// The probability of at most `count` successes.
  static func cumulative(_ count: Int, trials: Int, p: Double) -> Double {
    upperTail(from: trials - count, trials: trials, p: 1 - p)
  }

  /// The upper tail from a count above the mean.
  private static func tail(from count: Int, trials: Int, p: Double, q: Double) -> Double {
    guard count <= trials else { return 0 }
    let first = logProbability(of: count, trials: trials, p: p, q: q).exponential
    var (sum, term) = (1.0, 1.0)
    for k in count..<trials {
      let ratio = Double(trials - k) * p / (Double(k + 1) * q)
      term *= ratio
      sum += term
      // Ratios fall, so what is left is less than a geometric series.
      if term * ratio < (1 - ratio) * sum * Double.ulpOfOne / 8 { break }
    }
    return first * sum
  }
}
