/// The number of events in the next run, when the rate behind them is known only from a count of
/// events among trials before.
///
/// Beta-binomial with the prior of Jeffreys, 1946: parameters ½ more than the counts. Without a
/// single event before, one in the next run is still possible, and this says how likely it is.
struct BetaBinomialDistribution: Sendable, Hashable {
  /// The trials of the next run.
  let trials: Int
  private let alpha: Double
  private let beta: Double

  /// The events to expect among `trials` after `events` among `earlierTrials`.
  init(trials: Int, events: Int, earlierTrials: Int) {
    self.trials = trials
    alpha = Double(events) + 0.5
    beta = Double(earlierTrials - events) + 0.5
  }
}

extension BetaBinomialDistribution {
  /// The probability of at least `count` events.
  ///
  /// All terms come from their ratios to the one at the mode, so that no factorial is needed; terms
  /// too small to count are left out. O(deviation).
  func upperTail(from count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    var (tail, rest) = (0.0, 0.0)
    forEachTerm { k, term in
      if k >= count { tail += term } else { rest += term }
    }
    return tail / (tail + rest)
  }

  /// The smallest count that as many events or more reach with a probability of at most `alpha`;
  /// one more than there are trials when there is none.
  func smallestCount(withTailAtMost alpha: Double) -> Int {
    var (low, high) = (0, trials + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if upperTail(from: middle) <= alpha { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func forEachTerm(_ body: (Int, Double) -> Void) {
    let mode = Int((Double(trials) * alpha / (alpha + beta)).rounded(.down))
    body(mode, 1)
    var term = 1.0
    for k in mode..<trials {
      term *= ratio(above: k)
      guard term > 1e-25 else { break }
      body(k + 1, term)
    }
    term = 1
    for k in (0..<mode).reversed() {
      term /= ratio(above: k)
      guard term > 1e-25 else { break }
      body(k, term)
    }
  }

  /// P(k + 1) ÷ P(k).
  private func ratio(above k: Int) -> Double {
    let grown = Double(trials - k) * (alpha + Double(k))
    return grown / (Double(k + 1) * (beta + Double(trials - k - 1)))
  }
}
