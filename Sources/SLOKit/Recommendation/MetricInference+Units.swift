extension MetricInference {
  /// The unit of a metric's column and what it was concluded from; `nil` when none fits.
  static func unit(
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
