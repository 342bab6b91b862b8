/// How a column of counts counts, as far as its values tell.
///
/// A counter that adds up only grows, but for resets. Counts of single samples fall about as often as
/// they grow. The difference-sign test tells them apart: of m changes of independent values, the falls
/// are m ÷ 2 on average with the variance (m + 2) ÷ 12 (Moore & Wallis, 1943, "Time series significance
/// tests based on signs of differences").
enum CountingManner: Sendable, Hashable {
  /// It grows far more often than by chance (at 1 %): the counts add up.
  case addsUp
  /// It falls about as often as it grows: each sample counts anew.
  case perSample
  /// It changes too rarely to tell, or not at all.
  case untold
}

extension CountingManner {
  /// Looks at values in the order of time.
  ///
  /// - Parameters:
  ///   - values: The counts, without NA.
  ///   - resets: So many falls are explained by resets of a counter beside it.
  init(_ values: [Double], resets: Int = 0) {
    let growths = zip(values, values.dropFirst()).count { $0 < $1 }
    let falls = max(0, values.fallCount - resets)
    let deviation = (Double(growths + falls + 2) / 12).squareRoot()
    let distance = Double(growths - falls) / 2
    self =
      distance > 2.3263478740408408 * deviation
      ? .addsUp : falls > 0 && distance < 1.6448536269514722 * deviation ? .perSample : .untold
  }

  /// How two columns count that are counted together.
  ///
  /// - Returns: The manner of both; `nil` where they differ.
  static func common(of a: [Double], and b: [Double]) -> CountingManner? {
    // One sample for each event, of which either the one or the other is 1.
    let areEvents = a.count == b.count && zip(a, b).allSatisfy { $0 + $1 == 1 && $0 * $1 == 0 }
    guard !areEvents else { return .perSample }
    let manners = [CountingManner(a), CountingManner(b)]
    guard manners.contains(.addsUp) else {
      return manners.contains(.perSample) ? .perSample : .untold
    }
    // What is reset is reset together.
    let resets = manners[0] == .addsUp ? a.fallCount : b.fallCount
    let other = CountingManner(manners[0] == .addsUp ? b : a, resets: resets)
    return other == .perSample ? nil : .addsUp
  }
}

extension [Double] {
  fileprivate var fallCount: Int { zip(self, dropFirst()).count { $0 > $1 } }
}
