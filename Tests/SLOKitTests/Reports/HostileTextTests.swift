import Foundation
import Testing

@testable import SLOKit

/// Names and cells that try to be more than text, in every format.
///
/// Each report is compared with that of a harmless name: it has the same lines, elements, cells
/// and annotations, so the name has become nothing but text.
@Suite("Hostile text")
struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"]]><x y='z'>&amp;", "a|b\\|c", "a\nb\r\n# c",
    "\u{1B}[2J\u{9B}31m",
    "\u{202E}evil\u{200F}\u{2066}", "::error::%0A::set-output name=x::y", "![x](http://x.example)",
    "</text></svg><!-- --><![CDATA[", "\u{FFFE}\u{0}\u{8}",
    String(repeating: "long name ", count: 1024), "\u{FFFD}##[error]x ##vso[y]",
    "*/ // }], name: 'x'",
  ]

  /// A run in which a text stands wherever a stranger can put one.
  private static func evaluation(_ text: String) throws -> Evaluation {
    let json = text.escapedForJSON
    let cell = text.replacing("\"", with: "\"\"").filter { $0 != "\0" }
    let csv = Gate.csv("\"L \(cell)\",v", ["\"\(cell)\",1", "NA,2"])
    let rules = try RuleSet(
      text: """
        { slo: 1, name: "N \(json)",
          columns: { v: "s", kind: { kind: "label", optional: true } },
          objectives: [
            { name: "O \(json)", sli: "mean(v)", green: "<= 1s", yellow: "<= 1.2s",
              description: "D \(json)", runbook: "R \(json)", owner: "W \(json)" },
            { name: "M \(json)", sli: "first(v)", green: "<= 10s", where: "kind == 'rare'",
              mandatory: true },
          ],
          decision: { actions: { rollback: "A \(json)" } } }
        """,
      source: "S \(text)"
    )
    let options = EvaluationOptions(
      listsUnusedColumns: true,
      checklists: [
        try Checklist(text: "- [ ] I \(text.filter { !$0.isNewline })", name: "C \(text)")
      ],
      drawsSeries: true
    )
    return try rules.evaluate(.text(csv, name: "F \(text)"), options: options)
      .repeated(inPhases: ["P \(text)", "Q"])
  }

  private static func report(_ text: String, _ format: ReportFormat) throws -> String {
    try evaluation(text).report(format)
  }

  /// The report on two files, of which the text stands in both.
  private static func combinedReport(_ text: String, _ format: ReportFormat) throws -> String {
    CombinedEvaluation([try evaluation(text), try evaluation(text)]).report(format)
  }

  @Test(arguments: texts, ReportFormat.allCases)
  func `a hostile text stays text`(_ text: String, _ format: ReportFormat) throws {
    let report = try Self.report(text, format)
    let plain = try Self.report("plain", format)
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    #expect(try Self.shape(of: report, format) == Self.shape(of: plain, format))
  }

  @Test(arguments: texts, ReportFormat.allCases)
  func `a hostile text stays text in a report on several files`(
    _ text: String,
    _ format: ReportFormat
  ) throws {
    let report = try Self.combinedReport(text, format)
    let plain = try Self.combinedReport("plain", format)
    #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal })
    #expect(try Self.shape(of: report, format) == Self.shape(of: plain, format))
  }

  @Test(arguments: texts)
  func `a reader of JSON gets the text back`(_ text: String) throws {
    let value = try JSONValue(text: try Self.report(text, .json))
    #expect(value["rules"]?["name"]?.string == "N \(text)")
    #expect(value["phases"]?[0]?["name"]?.string == "P \(text)")
  }

  /// What a reader of the format makes of a report, without the texts in it.
  static func shape(of report: String, _ format: ReportFormat) throws -> [String] {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    switch format {
    case .text: return ["\(lines.count)"]
    case .markdown: return lines.map { markdownShape(of: String($0)) }
    case .json, .sarif:
      _ = try JSONValue(text: report)
      return ["\(lines.count)"]
    case .junit, .badge, .html: return try MarkupTree.parse(report).shape
    case .github:
      return lines.map { line in
        let command = line.dropFirst(2).components(separatedBy: "::")[0]
        return command.split(separator: ",").map { $0.prefix { $0 != "=" } }.joined(separator: ",")
      }
    }
  }

  /// The characters of a line that Markdown gives a meaning to and that no backslash precedes.
  private static func markdownShape(of line: String) -> String {
    var shape = ""
    var isEscaped = false
    for character in line {
      if !isEscaped, "<>|`*_[]#!".contains(character) { shape.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return shape
  }
}
