import Testing

@testable import SLOKit

/// Hostile names in explanations and in drafts of targets.
@Suite("Hostile text in explanations and drafts")
struct HostileDraftTests {
  private static func rules(_ text: String) -> String {
    let json = text.escapedForJSON
    return """
      { slo: 1, name: "N \(json)", columns: { v: "s", kind: { kind: "label", optional: true } },
        objectives: [
          { id: "a", name: "O \(json)", sli: "mean(v)", green: "<= 1s", yellow: "<= 1.2s",
            description: "D \(json)", runbook: "R \(json)", owner: "W \(json)" },
          { id: "b", name: "S \(json)", sli: "max(v)", green: "<= 9s", where: "kind != 'x'" },
        ] }
      """
  }

  private static func csv(_ text: String) -> String {
    let cell = text.replacing("\"", with: "\"\"").filter { $0 != "\0" }
    let rows = (0..<40).map { "\"\(cell)\",\(1 + 0.01 * Double($0 % 7))" }
    return Gate.csv("\"L \(cell)\",v", rows)
  }

  /// The lines of a text, but for how long they are.
  private static func lineCount(_ text: String) -> Int { text.split(separator: "\n").count }

  private static func explanation(_ text: String) throws -> String {
    let rules = try RuleSet(text: rules(text), source: "S \(text)")
    return try ["a", "b"].map { id in
      try rules.explain(id, try MetricsReader(.text(csv(text), name: "F \(text)"))).map(\.report)
        .joined()
    }.joined()
  }

  private static func draft(_ text: String, hasRules: Bool) throws -> Recommendation {
    let preset = Preset(name: "T", summary: "A test.", signature: [], text: rules(text))
    return try Recommendation(
      metrics: [.text(csv(text), name: "F \(text)")],
      rules: hasRules ? .preset(preset) : nil
    )
  }

  @Test(arguments: HostileTextTests.texts)
  func `an explanation has the lines that it should have`(_ text: String) throws {
    let explanation = try Self.explanation(text)
    #expect(explanation.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    #expect(Self.lineCount(explanation) == Self.lineCount(try Self.explanation("plain")))
  }

  @Test(arguments: HostileTextTests.texts, [RecommendationFormat.text, .markdown, .json])
  func `a draft has the shape that it should have`(
    _ text: String,
    _ format: RecommendationFormat
  ) throws {
    let report = try Self.draft(text, hasRules: true).report(format)
    let plain = try Self.draft("plain", hasRules: true).report(format)
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    let same: ReportFormat =
      switch format {
      case .text: .text
      case .markdown: .markdown
      case .json: .json
      }
    #expect(try HostileTextTests.shape(of: report, same) == HostileTextTests.shape(of: plain, same))
  }

  @Test(arguments: HostileTextTests.texts)
  func `a drafted rule file has the keys that it should have`(_ text: String) throws {
    let drafted = try Self.draft(text, hasRules: true).ruleFile()
    #expect(drafted.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    let rules = try RuleSet(text: drafted, source: "draft")
    let plain = try RuleSet(text: Self.draft("plain", hasRules: true).ruleFile(), source: "draft")
    #expect(rules.objectives.count == plain.objectives.count)
    #expect(rules.objectives.map(\.name) == ["O \(text)", "S \(text)"])
  }

  /// Columns that are plainly no service metric are named, too.
  @Test(arguments: HostileTextTests.texts, [RecommendationFormat.text, .markdown, .json])
  func `a draft without rules stays text`(_ text: String, _ format: RecommendationFormat) throws {
    let cell = text.replacing("\"", with: "\"\"").filter { $0 != "\0" }
    let metrics = MetricsSource.text(
      Self.csv(text).replacing("\"L \(cell)\",v\n", with: "\"L \(cell)\",p95_latency_ms\n"),
      name: "F \(text)"
    )
    let recommendation = try Recommendation(metrics: [metrics])
    let report = recommendation.report(format)
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    #expect(!report.contains("##["))
    _ = try RuleSet(text: recommendation.ruleFile(), source: "draft")
    if format == .json { _ = try JSONValue(text: report) }
  }
}
