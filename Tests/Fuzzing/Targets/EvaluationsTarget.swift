@testable import SLOKit

/// Rules, metrics and a baseline: the whole way to all reports.
///
/// The rules are a rule file or the name of a preset. A line says where metrics and baseline begin.
enum EvaluationsTarget {
  static func run(_ bytes: [UInt8]) {
    let parts = parts(of: bytes)
    let source: SourceText
    if let preset = Preset.all.first(where: { Array($0.name.utf8) == parts.rules }) {
      source = SourceText(name: "preset", text: preset.text)
    } else {
      source = SourceText(name: "rules.json5", bytes: parts.rules)
    }
    guard let rules = RuleSet.checked(source) else { return }
    let options = EvaluationOptions(listsUnusedColumns: true, drawsSeries: true)
    let outcome = Outcome.checked(rules, parts.metrics, baseline: parts.baseline, options: options)
    rules.checkWithoutData()
    guard outcome.evaluation != nil, let first = rules.objectives.first else { return }
    checkExplanation(of: first, rules, parts.metrics)
  }

  private static func parts(
    of bytes: [UInt8]
  ) -> (rules: [UInt8], metrics: [UInt8], baseline: [UInt8]?) {
    let (rules, rest) = cut(bytes[...], at: "\n=== metrics\n")
    let (metrics, baseline) = cut(rest ?? [], at: "\n=== baseline\n")
    return (Array(rules), Array(metrics), baseline.map { Array($0) })
  }

  private static func cut(
    _ bytes: ArraySlice<UInt8>,
    at line: String
  ) -> (before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>?) {
    guard let place = bytes.firstRange(of: Array(line.utf8)) else { return (bytes, nil) }
    return (bytes[..<place.lowerBound], bytes[place.upperBound...])
  }

  private static func checkExplanation(
    of objective: Objective,
    _ rules: RuleSet,
    _ metrics: [UInt8]
  ) {
    do {
      let reader = try MetricsReader(.bytes(metrics, name: Outcome.metricsName))
      for explanation in try rules.explain(objective.id, reader) {
        require(
          explanation.report.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal },
          "a control character in an explanation"
        )
      }
    } catch {
      require(false, "metrics that can be judged cannot be explained: \(error)")
    }
  }
}
