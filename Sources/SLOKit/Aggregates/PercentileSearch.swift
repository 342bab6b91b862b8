/// A percentile whose two closest ranks are known, or known to lie in a bucket.
///
/// Definition 7 of Hyndman and Fan, 1996, "Sample Quantiles in Statistical Packages": the position
/// is (n − 1) × share, and between the closest ranks values are interpolated linearly.
struct PercentileSearch: Sendable, Hashable {
  private var lower: RankedValue
  private var upper: RankedValue
  /// How far the position lies from the lower rank to the upper one, 0 up to 1.
  private let weight: Double

  /// Finds the ranks among `count` values; `nil` when there are none.
  init?(_ share: Double, count: Int, value: (Int) -> RankedValue?) {
    guard count > 0 else { return nil }
    let position = Double(count - 1) * share
    let rank = min(Int(position), count - 1)
    guard let lower = value(rank) else { return nil }
    weight = position - Double(rank)
    self.lower = lower
    upper = weight > 0 && rank + 1 < count ? value(rank + 1) ?? lower : lower
  }
}

extension PercentileSearch {
  /// The buckets that must be looked into for the exact value; none when it is known.
  var buckets: [Bucket] {
    var buckets: [Bucket] = []
    for case .within(let bucket, _) in [lower, upper] where !buckets.contains(bucket) {
      buckets.append(bucket)
    }
    return buckets
  }

  /// Takes in what was found in `bucket` at the places that are asked for.
  mutating func narrow(_ bucket: Bucket, _ value: (Int) -> RankedValue?) {
    lower = Self.narrowed(lower, bucket, value)
    upper = Self.narrowed(upper, bucket, value)
  }

  private static func narrowed(
    _ ranked: RankedValue,
    _ bucket: Bucket,
    _ value: (Int) -> RankedValue?
  ) -> RankedValue {
    guard case .within(bucket, let place) = ranked else { return ranked }
    return value(place) ?? ranked
  }

  /// What the percentile can be: one value when it is exact.
  var range: ValueRange {
    let (lower, upper) = (lower.bounds, upper.bounds)
    return ValueRange(
      of: interpolated(lower.lowerBound, upper.lowerBound),
      interpolated(lower.upperBound, upper.upperBound)
    )
  }

  /// The exact value, or the middle of what it can be: at most 0.2 % off.
  ///
  /// NaN between infinities of both signs.
  var estimate: Double {
    if case (.exact(let lower), .exact(let upper)) = (lower, upper) {
      return interpolated(lower, upper)
    }
    let range = range
    let middle = range.low + (range.high - range.low) / 2
    // A bucket at an end of the doubles is wider than they reach, and zero is nearer than half of
    // the smallest ones.
    guard middle.isFinite, middle.isNormal else {
      return range.low.isFinite ? range.low : range.high
    }
    return middle
  }

  private func interpolated(_ lower: Double, _ upper: Double) -> Double {
    // Without the shortcut two infinities of one sign would have no value between them.
    guard weight > 0, lower < upper else { return lower }
    // Between a finite and an infinite value lies the infinite one; the formula below gives NaN.
    guard lower.isFinite, upper.isFinite else { return lower + upper }
    return weight < 0.5
      ? lower + (upper - lower) * weight : upper - (upper - lower) * (1 - weight)
  }
}
