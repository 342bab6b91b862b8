extension MetricInference {
  /// Pairs of columns that count good and bad outcomes of the same thing, such as `success` and
  /// `fail`.
  static func countPairs(in columns: [(name: String, values: [Double])]) -> [InferredMetric] {
    let pairs = [
      ("success", "failure"), ("success", "failures"), ("success", "fail"), ("success", "error"),
      ("success", "errors"), ("successes", "failures"), ("good", "bad"), ("hits", "misses"),
      ("hit", "miss"), ("passed", "failed"), ("ok", "errors"),
    ]
    return columns.flatMap { good in
      pairs.compactMap { goodWord, badWord -> InferredMetric? in
        let words = NameWords(good.name)
        guard words.contains(goodWord), words.first(of: shareWords) == nil else { return nil }
        let partner = words.words.map { $0 == goodWord ? badWord : $0 }
        guard
          let bad = columns.first(where: { NameWords($0.name).words == partner }),
          good.values.allSatisfy(\.isCount), bad.values.allSatisfy(\.isCount)
        else { return nil }
        return pair(good, bad, kind: goodWord.hasPrefix("hit") ? .hitRate : .success)
      }
    }
  }

  private static func pair(
    _ good: (name: String, values: [Double]),
    _ bad: (name: String, values: [Double]),
    kind: MetricKind
  ) -> InferredMetric {
    let isCounter = good.values.isGrowing && bad.values.isGrowing
    let function = isCounter ? "increase" : "sum"
    let sums = [good.name, bad.name].map { "\(function)(\(RuleFileText.columnReference($0)))" }
    let stem = NameWords(good.name).words.joined(separator: "_")
    return InferredMetric(
      name: "\(stem) share",
      indicator: "\(sums[0]) / (\(sums[0]) + \(sums[1]))",
      kind: kind,
      columns: [(good.name, "1", isCounter), (bad.name, "1", isCounter)],
      isLowerBetter: false,
      grounds: "\(good.name) and \(bad.name) count good and bad outcomes, "
        + (isCounter ? "as counters that only grow" : "sample by sample")
    )
  }
}

extension Double {
  /// Whether it is a whole number from 0 up that a count can be.
  fileprivate var isCount: Bool { self >= 0 && self < 0x1p53 && self == rounded() }
}

extension [Double] {
  /// Whether no value is less than the one before, and the last is more than the first.
  fileprivate var isGrowing: Bool {
    guard let first, let last, last > first else { return false }
    return zip(self, dropFirst()).allSatisfy { $0 <= $1 }
  }
}
