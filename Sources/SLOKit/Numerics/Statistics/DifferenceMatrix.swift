/// All differences candidate − baseline of two samples, in order and without storing them.
///
/// A difference is rounded as the subtraction of doubles is; one of equal values is 0, that of equal
/// infinities too. Differences grow with the candidate and shrink with the baseline, rounded or not:
/// the matrix of sorted samples has sorted rows and columns (Johnson & Mizoguchi, 1978, "Selecting
/// the kth element in X + Y and X₁ + X₂ + … + Xₘ").
struct DifferenceMatrix: Sendable {
  private let candidate: [Double]
  private let baseline: [Double]

  /// Creates the matrix of two samples that have values.
  init(candidate: SortedSample, baseline: SortedSample) {
    precondition(!candidate.isEmpty && !baseline.isEmpty, "there are no differences")
    self.candidate = candidate.values
    self.baseline = baseline.values
  }
}

extension DifferenceMatrix {
  /// How many differences there are.
  var count: Int { candidate.count * baseline.count }

  /// The difference at a rank from 1 to `count`, bit for bit.
  ///
  /// Bisects the doubles between the least and the greatest difference: at most 64 walks along the
  /// edge of those that are small enough, each in O(n + m).
  func value(at rank: Int) -> Double {
    precondition((1...count).contains(rank), "no such rank")
    var low = difference(0, baseline.count - 1).orderKey
    var high = difference(candidate.count - 1, 0).orderKey
    while low < high {
      let middle = low + (high - low) / 2
      if count(atMost: Double(orderKey: middle)) >= rank {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Double(orderKey: low)
  }

  /// The median: the middle difference, or the mean of the two in the middle.
  ///
  /// NaN when those are infinities of both signs.
  var median: Double {
    let upper = value(at: count / 2 + 1)
    return count % 2 == 1 ? upper : value(at: count / 2).midpoint(to: upper)
  }

  /// How many differences are not above `limit`.
  private func count(atMost limit: Double) -> Int {
    var total = 0
    var first = 0
    for row in candidate.indices {
      while first < baseline.count, difference(row, first) > limit { first += 1 }
      total += baseline.count - first
    }
    return total
  }

  private func difference(_ row: Int, _ column: Int) -> Double {
    let (mine, theirs) = (candidate[row], baseline[column])
    return mine == theirs ? 0 : mine - theirs
  }
}
