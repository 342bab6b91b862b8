import Foundation
import SLOKit
import Testing

@testable import slo_cli

struct OutputTargetTests {
  @Test(arguments: [
    ("report.md", "report.md", ReportFormat.markdown), ("a/b.json", "a/b.json", .json),
    ("results.xml", "results.xml", .junit), ("slo.sarif", "slo.sarif", .sarif),
    ("badge.svg", "badge.svg", .badge), ("junit:out/slo.txt", "out/slo.txt", .junit),
    ("github:-", "-", .github), ("json:a:b", "a:b", .json),
    ("./json:a.md", "./json:a.md", .markdown), ("a/b:c.json", "a/b:c.json", .json),
    ("-", "-", nil), ("report", "report", nil),
  ])
  func `the word in front or the ending tells the format`(
    word: String,
    path: String,
    format: ReportFormat?
  ) {
    let target = OutputTarget(word)
    #expect(target.file.path == path)
    #expect(target.format == format)
  }

  @Test func `one run writes many reports`() throws {
    let folder = try TemporaryFolder()
    let metrics = "Fixtures/readiness-hold/metrics.csv"
    let names = ["r.md", "r.json", "r.xml", "r.sarif", "r.svg"]
    let words = names.flatMap { ["--output", folder.file($0)] }
    let result = try Tool.run(["check", metrics, "-o", "text:-"] + words)
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("NO-GO: hold\n"))
    #expect(try folder.names == names.sorted())
    #expect(try folder.read("r.xml").hasPrefix("<?xml"))
  }

  @Test func `a format without a file is refused`() throws {
    let result = try Tool.run("check", "Fixtures/readiness-hold/metrics.csv", "--output", "json:")
    #expect(result.status == 64)
    #expect(result.error.contains("'json:' is not a value of '--output'"))
  }

  @Test(arguments: [
    ("md:report.md", "did you mean 'markdown'?"), ("jsn:x.json", "did you mean 'json'?"),
    ("xml:r.xml", "did you mean 'junit'?"), ("HTML:r", "did you mean 'html'?"),
    ("12:30.md", "if that is the name of a file, write './12:30.md'"),
    (":a", "if that is the name of a file, write './:a'"),
  ])
  func `an unknown format is refused, with a hint`(word: String, hint: String) throws {
    let result = try Tool.run("check", "Fixtures/readiness-hold/metrics.csv", "-o", word)
    #expect(result.status == 64)
    #expect(result.error.contains("in '--output \(word)'\nhint: \(hint)\n"))
  }

  @Test(arguments: [
    ["-o", "json:a", "-o", "html:a"], ["-o", "a.md", "-o", "./a.md"],
    ["-o", "-", "-o", "json:-"], ["--append", "a.md", "-o", ".//a.md"],
    ["--append", "a.md", "--append", "a.md"],
  ])
  func `two reports in one file are refused`(words: [String]) throws {
    let folder = try TemporaryFolder()
    let metrics = Tool.package.appending(path: "Fixtures/readiness-hold/metrics.csv").path
    let result = try Tool.run(["check", metrics] + words, in: folder.path)
    #expect(result.status == 64)
    #expect(result.error.contains("are one file"))
    #expect(try folder.names == [])
  }

  @Test func `a GitHub workflow gets annotations and a summary`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# Steps before\n", to: "summary.md")
    let summary = folder.file("summary.md")
    let script = """
      GITHUB_STEP_SUMMARY='\(summary)' "$0" check Fixtures/readiness-hold/metrics.csv
      """
    _ = try Tool.shell(script)
    #expect(try folder.read("summary.md") == "# Steps before\n")
    let result = try Tool.shell(script + " --format github")
    #expect(result.output.hasPrefix("::error title=NO-GO%3A hold::"))
    #expect(try folder.read("summary.md").hasPrefix("# Steps before\n## NO-GO: hold\n"))
  }

  @Test func `a summary that is not there is created`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.shell(
      """
      GITHUB_STEP_SUMMARY='\(folder.file("new.md"))' "$0" check \
      Fixtures/readiness-hold/metrics.csv --output github:/dev/null
      """
    )
    #expect(result.output.isEmpty)
    #expect(try folder.read("new.md").hasPrefix("## NO-GO: hold\n"))
  }
}
