/// How likely a condition is to hold on so many samples in a row somewhere in a run by chance.
///
/// From sample to sample, the length of the streak that is going on is a Markov chain that ends at
/// the length in question: the recursion of Feller, 1968, "An introduction to probability theory and
/// its applications", volume 1, section XIII.7, with one probability to begin a streak and one to go
/// on with it.
struct StreakProbability: Sendable, Hashable {
  /// The probability that the condition holds on a sample behind one on which it does not.
  let beginning: Double
  /// The probability that it holds on a sample behind one on which it does.
  let continuing: Double

  /// Creates the chain; without `continuing`, samples do not depend on each other.
  init(beginning: Double, continuing: Double? = nil) {
    self.beginning = beginning
    self.continuing = continuing ?? beginning
  }
}

extension StreakProbability {
  /// The probability that a run of `count` samples has a streak of at least `length`, 1 or more.
  ///
  /// O(count × length).
  func ofStreak(_ length: Int, in count: Int) -> Double {
    guard length <= count else { return 0 }
    // How likely each length of the current streak is, while none was long enough.
    var chances = [Double](repeating: 0, count: length)
    chances[0] = 1
    var reached = 0.0
    for _ in 0..<count {
      var broken = chances[0] * (1 - beginning)
      var moved = chances[0] * beginning
      for current in 1..<max(1, length) {
        let chance = chances[current]
        chances[current] = moved
        broken += chance * (1 - continuing)
        moved = chance * continuing
      }
      reached += moved
      chances[0] = broken
    }
    return reached
  }

  /// The shortest streak that a run of `count` samples has with a probability of at most `alpha`;
  /// `nil` where it would have to be longer than `limit`.
  func shortestStreak(in count: Int, withProbabilityAtMost alpha: Double, limit: Int) -> Int? {
    (1...limit).first { ofStreak($0, in: count) <= alpha }
  }
}
