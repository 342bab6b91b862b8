/// Consecutive samples on which a condition held.
struct Streak: Sendable, Hashable {
  fileprivate(set) var samples: Int
  let firstLine: Int
  let firstTime: Timestamp?
  fileprivate(set) var lastTime: Timestamp?

  /// Whether the streak is as long as `extent` asks.
  func reaches(_ extent: Extent) -> Bool {
    switch extent {
    case .samples(let count): return samples >= count
    case .seconds(let seconds):
      guard let firstTime, let lastTime else { return false }
      return lastTime.seconds(since: firstTime) >= seconds
    }
  }

  /// This streak with `next` right behind it.
  fileprivate func joined(with next: Streak?) -> Streak {
    guard let next else { return self }
    return Streak(
      samples: samples + next.samples,
      firstLine: firstLine,
      firstTime: firstTime,
      lastTime: next.lastTime
    )
  }
}

/// The streaks of a condition: the longest one, and the earliest that is long enough.
///
/// Samples on which the condition has no answer neither extend nor break a streak.
struct StreakAccumulator: SampleAccumulator {
  private let extent: Extent
  /// The streak that may have begun before the first sample; meaningful once there is a break.
  private var leading: Streak?
  /// The streak that may go on.
  private var current: Streak?
  private var hasBreak = false
  private var longestClosed = 0
  private var earliestClosed: Streak?
  /// On how many samples it held, in streaks of any length.
  private(set) var heldSamples = 0

  init(extent: Extent) {
    self.extent = extent
  }

  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    for index in values.indices where !values[index].isNaN {
      guard values[index] == 1 else {
        endStreak()
        continue
      }
      heldSamples += 1
      let time = batch.time(at: index)
      let sample = Streak(
        samples: 1,
        firstLine: batch.line(at: index),
        firstTime: time,
        lastTime: time
      )
      current = current?.joined(with: sample) ?? sample
    }
  }

  mutating func merge(_ next: StreakAccumulator) {
    heldSamples += next.heldSamples
    let opening = next.hasBreak ? next.leading : next.current
    current = current?.joined(with: opening) ?? opening
    guard next.hasBreak else { return }
    endStreak()
    longestClosed = max(longestClosed, next.longestClosed)
    earliestClosed = earliestClosed ?? next.earliestClosed
    current = next.current
  }

  private mutating func endStreak() {
    if !hasBreak { leading = current }
    hasBreak = true
    longestClosed = longest
    earliestClosed = earliest
    current = nil
  }
}

extension StreakAccumulator {
  /// The number of samples of the longest streak.
  var longest: Int { max(longestClosed, current?.samples ?? 0) }

  /// The earliest streak that is as long as was asked.
  var earliest: Streak? {
    if let earliestClosed { return earliestClosed }
    guard let current, current.reaches(extent) else { return nil }
    return current
  }
}
