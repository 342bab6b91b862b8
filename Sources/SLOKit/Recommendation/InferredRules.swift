/// A rule set for metrics that come without rules: every column that is plainly a service metric is
/// an objective that only informs.
struct InferredRules: Sendable {
  let metrics: [InferredMetric]
  let leftOut: [LeftOutColumn]

  init(_ survey: ColumnSurvey) {
    let pairs = MetricInference.countPairs(in: survey.columns)
    var metrics: [InferredMetric] = []
    var leftOut: [LeftOutColumn] = []
    for (name, values) in survey.columns {
      if let pair = pairs.first(where: { $0.good == name || $0.bad == name }) {
        switch pair.outcome {
        case .metric(let metric): if pair.good == name { metrics.append(metric) }
        case .leftOut(let reason): leftOut.append(LeftOutColumn(name: name, reason: reason))
        }
        continue
      }
      guard survey.columns.count(where: { $0.name == name }) == 1 else {
        leftOut.append(LeftOutColumn(name: name, reason: "the header has this name twice"))
        continue
      }
      switch MetricInference(column: name, values: values, samples: survey.samples) {
      case .metric(let metric): metrics.append(metric)
      case .leftOut(let reason): leftOut.append(LeftOutColumn(name: name, reason: reason))
      }
    }
    self.metrics = metrics
    self.leftOut = leftOut
  }

  /// The rule file: for a percentile of raw values, also the weaker ones that take fewer samples.
  var text: String {
    var lines = ["{", "  slo: 1,", "  columns: {"]
    for (name, unit, isCounter) in metrics.flatMap(\.columns) {
      lines.append("    \(RuleFileText.column(name, unit: unit, isCounter: isCounter)),")
    }
    lines += ["  },", "  objectives: ["]
    for (index, metric) in metrics.enumerated() {
      for (weakness, indicator) in metric.indicators.enumerated() {
        let identifier = "\(index)-\(weakness)"
        lines.append(
          "    { name: \"\(identifier)\", role: \"info\", sli: \(RuleFileText.quoted(indicator)) },"
        )
      }
    }
    return (lines + ["  ],", "}", ""]).joined(separator: "\n")
  }
}

extension InferredMetric {
  /// The indicator and what stands in for it when there are too few samples for it.
  var indicators: [String] {
    guard indicator.hasPrefix("p95(") else { return [indicator] }
    let operand = indicator.dropFirst("p95".count)
    return [indicator, "p90\(operand)", "median\(operand)"]
  }
}

extension RuleFileText {
  /// The declaration of a column.
  static func column(_ name: String, unit: String, isCounter: Bool) -> String {
    let key = columnReference(name) == name ? name : quoted(name)
    return isCounter
      ? "\(key): { unit: \(quoted(unit)), kind: \"counter\" }" : "\(key): \(quoted(unit))"
  }
}
