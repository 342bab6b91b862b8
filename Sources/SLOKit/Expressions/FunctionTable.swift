/// The functions of the language: their names, what they take, and what they give.
enum FunctionTable {
  /// What a name in front of a parenthesis means.
  enum Meaning: Sendable, Hashable {
    /// Over the run, of a value.
    case aggregate(Aggregate.Function)
    /// Over the run, of a condition.
    case conditional(Aggregate.Function)
    /// Over the run, of nothing.
    case ofTime(Aggregate.Function)
    /// `count`: of a value, or of nothing.
    case count
    /// `p(x, 99.9)`.
    case percentile
    case coalesce, choice, absolute, greatest, least
    /// Over both runs, of a value.
    case comparison(Comparison.Statistic)
    /// The same over the run to compare with.
    case baseline
    /// Per sample, of a value and a window.
    case rolling(RollingFunction)
    /// `delta(x)`, per sample.
    case difference
  }

  private static let names: [(String, Meaning)] = [
    ("count", .count), ("na", .aggregate(.missing)), ("sum", .aggregate(.sum)),
    ("mean", .aggregate(.mean)), ("min", .aggregate(.minimum)), ("max", .aggregate(.maximum)),
    ("first", .aggregate(.first)), ("last", .aggregate(.last)),
    ("stddev", .aggregate(.standardDeviation)), ("median", .aggregate(.percentile(0.5))),
    ("p", .percentile), ("increase", .aggregate(.increase)), ("rate", .aggregate(.rate)),
    ("fraction", .conditional(.fraction)), ("longest", .conditional(.longest)),
    ("duration", .ofTime(.duration)), ("gap", .ofTime(.gap)), ("coalesce", .coalesce),
    ("if", .choice), ("abs", .absolute), ("greatest", .greatest), ("least", .least),
    ("baseline", .baseline),
    ("shift", .comparison(.shift)), ("shift_low", .comparison(.lowerBound)),
    ("shift_high", .comparison(.upperBound)), ("p_value", .comparison(.pValue)),
    ("slope", .aggregate(.slope)), ("growth", .aggregate(.growth)),
    ("trend", .aggregate(.trend)), ("rolling_mean", .rolling(.mean)),
    ("rolling_max", .rolling(.maximum)), ("rolling_min", .rolling(.minimum)),
    ("delta", .difference),
  ]

  /// What `name` means, or `nil` for a name that is no function.
  static func meaning(of name: String) -> Meaning? {
    if let entry = names.first(where: { $0.0 == name }) { return entry.1 }
    return wholePercentile(name).map { .aggregate(.percentile($0)) }
  }

  /// The name of an aggregate's function; a percentile without one of its own takes the percentage
  /// as its second argument.
  static func name(of function: Aggregate.Function) -> (name: String, percent: Double?) {
    for (name, meaning) in names {
      switch meaning {
      case .aggregate(function), .conditional(function), .ofTime(function): return (name, nil)
      default: continue
      }
    }
    if case .comparison(let comparison) = function { return (comparison.statistic.rawValue, nil) }
    guard case .percentile(let share) = function else { return ("count", nil) }
    let percent = share * 100
    return percent == percent.rounded()
      ? ("p\(Int(percent))", nil)
      : ("p", Double(decimalText: "\(percent.decimal(significantDigits: 15))"))
  }

  /// Reads `p1` to `p99` as a share.
  private static func wholePercentile(_ name: String) -> Double? {
    let bytes = name.utf8
    guard bytes.first == UInt8(ascii: "p"), (2...3).contains(bytes.count),
      bytes.dropFirst().allSatisfy(\.isDigit), let percent = Int(name.dropFirst()), percent > 0
    else { return nil }
    return Double(percent) / 100
  }

  /// A function of other tools and languages, and the name that it has here.
  private static let synonyms = [
    "avg": "mean", "average": "mean", "std": "stddev", "stdev": "stddev", "nan": "na",
    "percentile": "p(x, 95)", "quantile": "p(x, 95)", "ifelse": "if", "ratio": "fraction",
    "avg_over_time": "rolling_mean", "max_over_time": "rolling_max",
    "min_over_time": "rolling_min", "moving_average": "rolling_mean",
    "rolling_avg": "rolling_mean", "diff": "delta", "difference": "delta", "deriv": "slope",
  ]

  /// The function that was probably meant, for a hint.
  static func hint(for name: String) -> String? {
    if let synonym = synonyms[name] { return "did you mean '\(synonym)'?" }
    return spellingHint(for: name, among: names.map(\.0) + ["p50", "p90", "p95", "p99"])
      ?? "functions are \(names.map(\.0).joined(separator: ", ")), p50 … p99"
  }
}
