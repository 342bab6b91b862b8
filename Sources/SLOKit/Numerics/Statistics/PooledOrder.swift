/// What the common order of two samples tells: who wins how many pairs, and how many values tie.
///
/// A pair is one value of each sample; the greater one wins it. Infinities are greater or less than
/// all finite values and tie with their like. Built in O(n + m).
struct PooledOrder: Sendable, Hashable {
  let candidateCount: Int
  let baselineCount: Int

  /// Twice the pairs that the candidate wins, where a tie is half a win.
  private(set) var doubledWins = 0

  /// Σ(t³ − t) over the groups of t equal values in both samples together; 0 without ties.
  private(set) var tieTerm: UInt128 = 0

  init(candidate: SortedSample, baseline: SortedSample) {
    candidateCount = candidate.count
    baselineCount = baseline.count
    var (mine, theirs) = (0, 0)
    while mine < candidateCount || theirs < baselineCount {
      let value = min(candidate.value(at: mine), baseline.value(at: theirs))
      let tiedMine = candidate.count(equalTo: value, from: mine)
      let tiedTheirs = baseline.count(equalTo: value, from: theirs)
      doubledWins += tiedMine * (2 * theirs + tiedTheirs)
      let tied = UInt128(tiedMine + tiedTheirs)
      tieTerm += tied * tied * tied - tied
      mine += tiedMine
      theirs += tiedTheirs
    }
  }
}

extension PooledOrder {
  /// How many pairs there are.
  var pairCount: Int { candidateCount * baselineCount }

  var hasTies: Bool { tieTerm > 0 }
}

extension SortedSample {
  /// The value at an index, +∞ behind the last one.
  fileprivate func value(at index: Int) -> Double {
    index < count ? values[index] : .infinity
  }

  /// How many values from an index on are equal to `value`.
  fileprivate func count(equalTo value: Double, from start: Int) -> Int {
    var end = start
    while end < count, values[end] == value { end += 1 }
    return end - start
  }
}
