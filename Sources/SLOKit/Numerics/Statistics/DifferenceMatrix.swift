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
  /// Closes in on it from both sides until few are left to sort. Each step walks along the border
  /// of the differences that are small enough, in O(n + m). It takes about log₂(nm) − 10 steps,
  /// fewer when many are equal, and never more than 100.
  func value(at rank: Int) -> Double {
    precondition((1...count).contains(rank), "no such rank")
    var low = difference(0, baseline.count - 1)
    var high = difference(candidate.count - 1, 0)
    var (below, reached) = (0, count)
    var step = 0
    while low < high, reached - below > Self.fewEnoughToSort {
      let border = border(at: Self.middle(low, high, step))
      if border.count >= rank {
        (high, reached) = (border.greatest, border.count)
      } else {
        (low, below) = (border.next, border.count)
      }
      step += 1
    }
    return low < high ? differences(from: low, to: high).sorted()[rank - below - 1] : low
  }

  private static let fewEnoughToSort = 1_000

  /// A number from `low` up to `high`, but not `high` itself.
  ///
  /// Half of the way leaves about half of the differences. Should they lie too close together for
  /// that, or go beyond the doubles, half of the doubles between are left in each further step.
  private static func middle(_ low: Double, _ high: Double, _ step: Int) -> Double {
    let half = low.midpoint(to: high)
    if step < 36, half.isFinite, half < high { return half }
    let (lowKey, highKey) = (low.orderKey, high.orderKey)
    let halfOfDoubles = Double(orderKey: lowKey + (highKey - lowKey) / 2)
    return halfOfDoubles < high ? halfOfDoubles : low
  }

  /// The median: the middle difference, or the mean of the two in the middle.
  ///
  /// NaN when those are infinities of both signs.
  var median: Double {
    let upper = value(at: count / 2 + 1)
    return count % 2 == 1 ? upper : value(at: count / 2).midpoint(to: upper)
  }

  /// Where the differences exceed a limit.
  private struct Border {
    /// How many do not.
    var count = 0
    /// The greatest that does not.
    var greatest = -Double.infinity
    /// The least that does.
    var next = Double.infinity
  }

  private func border(at limit: Double) -> Border {
    var border = Border()
    var first = 0
    for row in candidate.indices {
      while first < baseline.count, difference(row, first) > limit { first += 1 }
      border.count += baseline.count - first
      if first < baseline.count { border.greatest = max(border.greatest, difference(row, first)) }
      if first > 0 { border.next = min(border.next, difference(row, first - 1)) }
    }
    return border
  }

  /// The differences from `low` to `high`, in no order.
  private func differences(from low: Double, to high: Double) -> [Double] {
    var found: [Double] = []
    var first = 0
    for row in candidate.indices {
      while first < baseline.count, difference(row, first) > high { first += 1 }
      for column in first..<baseline.count {
        let difference = difference(row, column)
        guard difference >= low else { break }
        found.append(difference)
      }
    }
    return found
  }

  private func difference(_ row: Int, _ column: Int) -> Double {
    let (mine, theirs) = (candidate[row], baseline[column])
    return mine == theirs ? 0 : mine - theirs
  }
}
