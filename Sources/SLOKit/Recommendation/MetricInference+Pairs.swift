/// Two columns that count good and bad outcomes of the same thing, such as `success` and `fail`.
struct CountPair: Sendable {
  let good: String
  let bad: String
  /// The share of the good ones, or why it cannot be told.
  let outcome: MetricInference
}

extension MetricInference {
  /// Columns that count outcomes, in pairs.
  static func countPairs(in columns: [(name: String, values: [Double])]) -> [CountPair] {
    let pairs = [
      ("success", "failure"), ("success", "failures"), ("success", "fail"), ("success", "error"),
      ("success", "errors"), ("successes", "failures"), ("good", "bad"), ("hits", "misses"),
      ("hit", "miss"), ("passed", "failed"), ("ok", "errors"),
    ]
    return columns.flatMap { good in
      pairs.compactMap { goodWord, badWord -> CountPair? in
        let words = NameWords(good.name)
        guard words.contains(goodWord), words.first(of: shareWords) == nil else { return nil }
        let partner = words.words.map { $0 == goodWord ? badWord : $0 }
        guard
          let bad = columns.first(where: { NameWords($0.name).words == partner }),
          good.values.allSatisfy(\.isCount), bad.values.allSatisfy(\.isCount)
        else { return nil }
        let kind = goodWord.hasPrefix("hit") ? MetricKind.hitRate : .success
        return CountPair(good: good.name, bad: bad.name, outcome: share(good, bad, kind))
      }
    }
  }

  private static func share(
    _ good: (name: String, values: [Double]),
    _ bad: (name: String, values: [Double]),
    _ kind: MetricKind
  ) -> MetricInference {
    let both = "\(good.name) and \(bad.name)"
    guard (good.values + bad.values).contains(where: { $0 > 0 }) else {
      return .leftOut("\(both) are 0 throughout: nothing was counted")
    }
    let words = NameWords(good.name)
    let saysTotal = words.first(of: ["total", "cumulative", "counter"]) != nil
    switch CountingManner.common(of: good.values, and: bad.values) {
    case .addsUp?: return .metric(share(good.name, bad.name, kind, isCounter: true))
    case .untold? where saysTotal:
      return .metric(share(good.name, bad.name, kind, isCounter: true))
    case .perSample? where !saysTotal:
      return .metric(share(good.name, bad.name, kind, isCounter: false))
    case .perSample?:
      return .leftOut("by their names \(both) add up, but they fall about as often as they grow")
    case .untold?:
      return .leftOut(
        "neither names nor values tell whether \(both) count sample by sample or add up; a rule file "
          + "can say it (kind: \"counter\")"
      )
    case nil:
      return .leftOut("one of \(both) adds up like a counter, and the other does not")
    }
  }

  private static func share(
    _ good: String,
    _ bad: String,
    _ kind: MetricKind,
    isCounter: Bool
  ) -> InferredMetric {
    let function = isCounter ? "increase" : "sum"
    let sums = [good, bad].map { "\(function)(\(RuleFileText.columnReference($0)))" }
    return InferredMetric(
      name: "\(NameWords(good).words.joined(separator: "_")) share",
      indicator: "\(sums[0]) / (\(sums[0]) + \(sums[1]))",
      kind: kind,
      columns: [(good, "1", isCounter), (bad, "1", isCounter)],
      isLowerBetter: false,
      grounds: "\(good) and \(bad) count good and bad outcomes, "
        + (isCounter ? "as counters that add up" : "sample by sample")
    )
  }
}

extension Double {
  /// Whether it is a whole number from 0 up that a count can be.
  fileprivate var isCount: Bool { self >= 0 && self < 0x1p53 && self == rounded() }
}
