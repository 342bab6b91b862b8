/// How the order statistics of a run bound those of the next one, if nothing changes.
///
/// For n values before and m values after, all exchangeable, in whatever distribution without ties:
/// the j-th smallest of the next run is at most the i-th smallest of this one when at least j of
/// the first i + j − 1 of all n + m values are the next run's. That is a hypergeometric tail, the
/// same number as Σ C(i − 1 + t, t) C(n − i + m − t, m − t) ÷ C(n + m, m) over t from j to m
/// (Fligner & Wolfe, 1976, "Some applications of sample analogues to the probability integral
/// transformation"; Hahn & Meeker, 1991, "Statistical intervals", chapter 5). Ties make the promise
/// more cautious.
struct NextRunRank: Sendable, Hashable {
  /// The values of this run.
  let count: Int
  /// The values of the next run.
  let nextCount: Int
}

extension NextRunRank {
  /// The probability that the next run's value at `nextRank` is at most this run's at `rank`; both
  /// ranks count from 1, the smallest value.
  func probability(nextRank: Int, atMost rank: Int) -> Double {
    guard rank > 0 else { return 0 }
    guard rank <= count else { return 1 }
    return HypergeometricDistribution(
      marked: nextCount,
      unmarked: count,
      drawn: rank + nextRank - 1
    ).upperTail(from: nextRank)
  }

  /// The smallest rank of this run that the next run's value at `nextRank` stays at or below with a
  /// probability of at least 1 − `alpha`; `nil` when not even the largest value does.
  func upperBound(ofNextRank nextRank: Int, alpha: Double) -> Int? {
    guard count > 0, holds(nextRank, atMost: count, alpha: alpha) else { return nil }
    var (low, high) = (1, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(nextRank, atMost: middle, alpha: alpha) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether a bound keeps its promise; a probability of exactly 1 − alpha, which rounding may have
  /// moved, does.
  private func holds(_ nextRank: Int, atMost rank: Int, alpha: Double) -> Bool {
    probability(nextRank: nextRank, atMost: rank) >= 1 - alpha - 1e-12
  }

  /// The fewest values of this run for which there is an upper bound, the next run having
  /// `nextCount`; `nil` beyond a thousand million.
  static func fewestValues(nextRank: Int, nextCount: Int, alpha: Double) -> Int? {
    func suffices(_ count: Int) -> Bool {
      NextRunRank(count: count, nextCount: nextCount)
        .holds(nextRank, atMost: count, alpha: alpha)
    }
    var high = 1
    while !suffices(high) {
      high *= 2
      guard high <= 1 << 30 else { return nil }
    }
    var low = high / 2 + 1
    while low < high {
      let middle = low + (high - low) / 2
      if suffices(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}
