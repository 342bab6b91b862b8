import Foundation
import Testing

/// Several metrics files are several gates: the worst decision stands.
struct SeveralFilesTests {
  private static let good = "Fixtures/readiness-proceed/metrics.csv"
  private static let bad = "Fixtures/readiness-rollback/metrics.csv"
  private static let open = "Fixtures/readiness-hold/metrics.csv"

  @Test(
    arguments: [
      ([good, good], 0, "All 2 files are good to proceed."),
      ([good, open], 2, "\(open): "), ([good, bad, open], 1, "\(bad): "),
    ] as [([String], Int32, String)]
  )
  func `the worst decision stands`(files: [String], status: Int32, reason: String) throws {
    let words = ["check", "--preset", "readiness-score"] + files
    let text = try Tool.run(words)
    #expect(text.status == status)
    #expect(text.output.split(separator: "\n")[1].hasPrefix(reason))
    let json = try Tool.run(words + ["--format", "json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    )
    #expect(object["schema"] as? String == "slokit.evaluations/1")
    #expect((object["evaluations"] as? [[String: Any]])?.count == files.count)
  }

  @Test(arguments: ["markdown", "html", "junit", "github", "sarif", "badge"])
  func `every format has a report on several files`(format: String) throws {
    let result = try Tool.run(
      "check",
      "--preset",
      "readiness-score",
      Self.good,
      Self.bad,
      "--format",
      format
    )
    #expect(result.status == 1)
    #expect(result.error.isEmpty)
    // The badge says what decided only.
    for file in format == "badge" ? [Self.bad] : [Self.good, Self.bad] {
      #expect(result.output.contains(file))
    }
  }

  @Test func `a heading of a Markdown report names its file`() throws {
    let words = ["--preset", "readiness-score", "--format", "markdown"]
    let result = try Tool.run(["check", Self.good, Self.bad] + words)
    let headings = result.output.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == ["# NO-GO: roll back", "## \(Self.good): proceed", "## \(Self.bad): roll back"]
    )
  }

  @Test func `code scanning gets a category for each file`() throws {
    let words = ["--preset", "readiness-score", "--format", "sarif"]
    let result = try Tool.run(["check", Self.good, Self.bad] + words)
    for file in [Self.good, Self.bad] {
      #expect(result.output.contains("\"id\": \"slo-cli/\(file)/\""))
    }
    let single = try Tool.run(["check", Self.bad] + words)
    #expect(!single.output.contains("automationDetails"))
  }
}
