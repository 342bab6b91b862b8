/// What one column of a file without rules is recommended for, or why it is not.
enum MetricInference: Sendable {
  /// A service metric.
  case metric(InferredMetric)
  /// Left out, with the reason.
  case leftOut(String)
}

extension MetricInference {
  private static let latencyWords = [
    "latency", "duration", "elapsed", "rtt", "ttfb", "responsetime", "latencies",
  ]
  static let shareWords = ["rate", "ratio", "percent", "pct", "percentage", "share"]
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

  /// What ends the names of counters that come with a histogram or a summary, as in Prometheus.
  private static let summedWords = ["sum", "count", "bucket", "total"]

  /// Looks at a column; `values` are its numbers, without NA.
  init(column name: String, values: [Double], samples: Int) {
    let words = NameWords(name)
    guard !values.isEmpty else {
      self = .leftOut(
        "it holds no number on any of the \(samples) samples (text, or NA throughout)"
      )
      return
    }
    if words.words.last.map(Self.summedWords.contains) == true,
      words.first(of: Self.latencyWords + ["seconds", "sum"]) != nil
    {
      self = .leftOut(
        "by its name it adds up what happened so far, and tells nothing of one sample"
      )
    } else if let kind = Self.kind(of: words) ?? Self.kind(of: words, values) {
      self = Self.metric(name, words, kind, values)
    } else {
      self = .leftOut(Self.reason(words, values))
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

  /// A share of success whose name does not say that it is one: no count has such values.
  private static func kind(of words: NameWords, _ values: [Double]) -> MetricKind? {
    let isShare = values.allSatisfy { $0 >= 0 && $0 <= 100 } && !values.allSatisfy(\.isWhole)
    return isShare && words.first(of: ["success", "pass"]) != nil ? .success : nil
  }

  private static func reason(_ words: NameWords, _ values: [Double]) -> String {
    if words.contains("request") || words.first(of: ["rps", "qps", "traffic", "throughput"]) != nil
    {
      return "it is the traffic: how much is asked of a service is not its doing"
    }
    if words.first(of: ["num", "number", "id", "index", "line"]) != nil {
      return "it numbers something"
    }
    if words.first(of: countWords) != nil || words.first(of: errorWords + goodWords) != nil {
      return values.allSatisfy(\.isWhole)
        ? "it is a count: a target needs a share or a rate of it, as a rule file can have"
        : "by its name it is a count, though its values are not whole numbers"
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
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}
