/// What one column of a file without rules is recommended for, or why it is not.
enum MetricInference: Sendable {
  /// A service metric.
  case metric(InferredMetric)
  /// Left out, with the reason.
  case leftOut(String)
}

/// A service metric that was recognised by its name and its values.
struct InferredMetric: Sendable {
  let name: String
  /// The indicator in the language of rule files.
  let indicator: String
  let kind: MetricKind
  /// The units of the columns that the indicator reads, by name.
  let columns: [(name: String, unit: String, isCounter: Bool)]
  let isLowerBetter: Bool
  /// What direction and unit were concluded from, in a few words.
  let grounds: String
}

extension MetricInference {
  private static let latencyWords = [
    "latency", "duration", "elapsed", "rtt", "ttfb", "responsetime", "latencies",
  ]
  private static let shareWords = ["rate", "ratio", "percent", "pct", "percentage", "share"]
  private static let errorWords = [
    "error", "errors", "failure", "failures", "fail", "timeout", "miss",
  ]
  private static let fallbackWords = ["fallback", "fallbacks", "fb", "degraded"]
  private static let goodWords = ["success", "availability", "available", "uptime", "pass", "good"]
  private static let memoryWords = ["rss", "mem", "memory", "heap"]
  private static let saturationWords = ["saturation", "utilization", "utilisation"]
  private static let countWords = [
    "total", "count", "counts", "ops", "attempts", "raw", "restarts", "requests", "alerts",
  ]

  /// Looks at a column; `values` are its numbers, without NA.
  init(column name: String, values: [Double], samples: Int) {
    let words = NameWords(name)
    guard !values.isEmpty else {
      self = .leftOut(
        "it holds no number on any of the \(samples) samples (text, or NA throughout)"
      )
      return
    }
    if let kind = Self.kind(of: words) {
      self = Self.metric(name, words, kind, values)
    } else {
      self = .leftOut(Self.reason(words))
    }
  }

  /// What a column is about, going by its name alone.
  static func knownKind(of column: String) -> MetricKind? { kind(of: NameWords(column)) }

  private static func kind(of words: NameWords) -> MetricKind? {
    let isShare = words.first(of: shareWords) != nil
    if words.first(of: latencyWords) != nil || words.contains("response") && words.contains("time")
    {
      return .latency
    }
    if words.first(of: ["success", "pass", "good"]) != nil, isShare { return .success }
    if words.first(of: ["availability", "uptime"]) != nil { return .success }
    if words.first(of: ["hit"]) != nil, isShare { return .hitRate }
    if words.first(of: fallbackWords) != nil, isShare { return .fallback }
    if words.first(of: errorWords) != nil, isShare { return .errors }
    if words.contains("cpu"), words.first(of: ["seconds", "total", "count"]) == nil { return .cpu }
    if words.first(of: memoryWords) != nil,
      words.first(of: ["available", "free", "total", "limit"]) == nil
    {
      return .memory
    }
    if words.first(of: saturationWords) != nil { return .saturation }
    // 'p95' alone, or with the name of an operation, is a latency everywhere.
    return words.percentile != nil ? .latency : nil
  }

  private static func reason(_ words: NameWords) -> String {
    if words.contains("request") || words.first(of: ["rps", "qps", "traffic", "throughput"]) != nil
    {
      return "it is the traffic: how much is asked of a service is not its doing"
    }
    if words.first(of: ["num", "number", "id", "index", "line"]) != nil {
      return "it numbers something"
    }
    if words.first(of: countWords) != nil || words.first(of: errorWords + goodWords) != nil {
      return "it is a count: a target needs a share or a rate of it, as a rule file can have"
    }
    return "nothing in its name tells that it is a latency, a rate of success or errors, "
      + "or a use of resources"
  }

  private static func metric(
    _ name: String,
    _ words: NameWords,
    _ kind: MetricKind,
    _ values: [Double]
  ) -> MetricInference {
    guard let (unit, ground) = unit(words, kind, values) else {
      return .leftOut(
        "its values, up to \((values.max() ?? 0).shortestDecimal), fit no unit for it"
      )
    }
    let isLowerBetter = kind.isLowerBetter
    let summarises =
      words.percentile != nil
      || words.first(of: ["mean", "avg", "average", "median", "max"]) != nil
    let quoted = RuleFileText.columnReference(name)
    let function = kind == .latency && !summarises ? "p95" : "mean"
    return .metric(
      InferredMetric(
        name: name,
        indicator: "\(function)(\(quoted))",
        kind: kind,
        columns: [(name, unit, false)],
        isLowerBetter: isLowerBetter,
        grounds:
          "\(isLowerBetter ? "lower" : "higher") is better, by the name; unit \(unit), \(ground)"
      )
    )
  }

  /// The unit of a metric's column and what it was concluded from; `nil` when none fits.
  private static func unit(
    _ words: NameWords,
    _ kind: MetricKind,
    _ values: [Double]
  ) -> (unit: String, ground: String)? {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    func shown(_ value: Double) -> String { value.decimal(significantDigits: 3) }
    switch kind {
    case .latency:
      guard low >= 0 else { return nil }
      let named = [
        ("ns", "ns"), ("us", "us"), ("ms", "ms"), ("msec", "ms"), ("millis", "ms"),
        ("milliseconds", "ms"), ("s", "s"), ("sec", "s"), ("seconds", "s"),
      ]
      for (word, unit) in named where words.contains(word) { return (unit, "by the name") }
      return high < 30
        ? ("s", "because no value is above \(shown(high))")
        : ("ms", "because values go up to \(shown(high))")
    case .memory where words.first(of: shareWords) == nil:
      guard low >= 0 else { return nil }
      for unit in Unit.all where unit.dimension == .data {
        if words.contains(String(decoding: unit.symbol.utf8.map(\.lowercased), as: UTF8.self)) {
          return (unit.symbol, "by the name")
        }
      }
      if words.contains("bytes") { return ("B", "by the name") }
      return ("1", "because the name tells none")
    case .success, .hitRate, .errors, .fallback, .cpu, .memory, .saturation:
      guard low >= -1e-9 else { return nil }
      let isPercent = words.first(of: ["percent", "pct", "percentage"]) != nil
      if high <= 1, !isPercent { return ("ratio", "because all values lie in 0…1") }
      if high <= 100 { return ("%", isPercent ? "by the name" : "because values lie in 0…100") }
      return kind == .cpu || kind == .saturation ? ("1", "because values exceed 100") : nil
    }
  }
}

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

extension MetricKind {
  /// Whether less of it is better.
  var isLowerBetter: Bool { self != .success && self != .hitRate }

  /// Whether it says nothing without requests.
  var needsTraffic: Bool {
    switch self {
    case .latency, .success, .hitRate, .errors, .fallback: true
    case .cpu, .memory, .saturation: false
    }
  }

  /// Whether missing it is a failure that users meet, which may be budgeted.
  var hasErrorBudget: Bool {
    switch self {
    case .success, .hitRate, .errors, .fallback: true
    case .latency, .cpu, .memory, .saturation: false
    }
  }
}
