/// How many samples a slope, a growth or a trend was computed from, where there were too many for
/// all of them.
///
/// A slope takes at most 2,000 of the samples, at even distances; a trend and a median at most
/// 131,072, chosen by their line numbers. Which ones depends on the file alone.
public struct Thinning: Sendable, Hashable {
  /// The samples that were used.
  public let points: Int

  /// The measured samples.
  public let samples: Int
}

extension Thinning {
  /// What was left out for `result`, or `nil` when nothing was.
  init?(_ result: AggregateResult) {
    guard let points = result.trend?.pointCount ?? result.sample?.count, points < result.used else {
      return nil
    }
    self.init(points: points, samples: result.used)
  }
}
