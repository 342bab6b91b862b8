import Foundation
import SLOKit
import Testing

/// Every scenario under `Fixtures` through the real tool: each report byte for byte, what goes to
/// standard error, and the exit status.
///
/// `SLO_RECORD=1 swift test --filter GoldenTests` writes what the tool prints now, and fails: look
/// at the difference before you commit it.
struct GoldenTests {
  /// Each format, and the name that its report is recorded under.
  private static let formats = [
    "text": "report.txt", "markdown": "report.md", "json": "report.json", "html": "report.html",
    "junit": "junit.xml",
    "github": "annotations.txt", "sarif": "report.sarif", "badge": "badge.svg",
  ]

  @Test func `every format is recorded`() {
    #expect(Set(ReportFormat.allCases.map(\.rawValue)) == Set(Self.formats.keys))
  }

  @Test(arguments: try Scenario.all)
  func `a scenario is reported as recorded`(_ scenario: Scenario) throws {
    for (format, file) in Self.formats {
      let result = try scenario.check(format: format)
      try scenario.compare(result.output, with: file)
      try scenario.compare(result.error, with: "errors.txt")
      try scenario.compare("\(result.status)\n", with: "status.txt")
    }
  }

  @Test(arguments: try Scenario.all)
  func `a stream is reported as the file is`(_ scenario: Scenario) throws {
    guard scenario.expected("status.txt").map({ $0 < "64" }) == true else { return }
    let rules = scenario.hasRules ? ["--rules", "\(scenario.folder)/slo-rules.json5"] : []
    let words = (rules + scenario.arguments).joined(separator: " ")
    let result = try Tool.shell(
      #"cat \#(scenario.metrics) | "$0" check - --format json \#(words)"#
    )
    let fromFile = scenario.expected("report.json")
    #expect(
      result.output
        == fromFile?.replacing(
          "\"source\": \"\(scenario.metrics)\"",
          with: "\"source\": \"standard input\""
        )
    )
  }
}

/// A folder under `Fixtures`.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String

  static var all: [Scenario] {
    get throws {
      try FileManager.default
        .contentsOfDirectory(atPath: Tool.package.appending(path: "Fixtures").path)
        .sorted().map { Scenario(name: $0) }
    }
  }

  var testDescription: String { name }
  var folder: String { "Fixtures/\(name)" }
  var metrics: String { "\(folder)/metrics.csv" }

  var hasRules: Bool {
    FileManager.default.fileExists(atPath: url("slo-rules.json5").path)
  }

  /// The words behind the metrics file, one a line of `arguments.txt`; paths start at the package.
  var arguments: [String] {
    guard let text = try? String(contentsOf: url("arguments.txt"), encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").map(String.init)
  }

  /// Judges the scenario with the real tool.
  func check(format: String) throws -> Tool.Result {
    try Tool.run(["check", metrics, "--format", format] + arguments)
  }

  private func url(_ file: String) -> URL {
    Tool.package.appending(path: "\(folder)/\(file)")
  }

  /// A recorded text; a file that is not there stands for an empty text.
  func expected(_ file: String) -> String? {
    try? String(contentsOf: url("expected/\(file)"), encoding: .utf8)
  }

  /// Compares what the tool printed with what is recorded, or records it.
  func compare(_ actual: String, with file: String) throws {
    guard ProcessInfo.processInfo.environment["SLO_RECORD"] != "1" else {
      try record(actual, as: file)
      Issue.record("recorded \(folder)/expected/\(file)")
      return
    }
    #expect(actual == expected(file) ?? "", "\(folder)/expected/\(file)")
  }

  private func record(_ text: String, as file: String) throws {
    let target = url("expected/\(file)")
    guard !text.isEmpty else {
      try? FileManager.default.removeItem(at: target)
      return
    }
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: target, atomically: true, encoding: .utf8)
  }
}
