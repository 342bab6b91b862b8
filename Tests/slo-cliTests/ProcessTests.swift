import Foundation
import Testing

/// Streams and exit statuses of the built tool.
struct ProcessTests {
  @Test func `help goes to standard output`() throws {
    let result = try Tool.shell(#""$0" --help"#)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.error.isEmpty)
  }

  @Test func `a mistake goes to standard error`() throws {
    let result = try Tool.shell(#""$0" --halp"#)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("slo-cli: error: unknown option '--halp'\n"))
  }

  /// The reader is gone before the first byte, so that the write meets a closed pipe every time.
  @Test func `a reader that leaves early is no reason to complain`() throws {
    let result = try Tool.shell(#"{ sleep 0.2; "$0" --help; echo "status $?" 1>&2; } | true"#)
    #expect(result.output.isEmpty)
    #expect(result.error == "status 0\n")
  }

  @Test func `help that nobody can read is an error`() throws {
    let result = try Tool.shell(#""$0" --help 1>&-"#)
    #expect(result.status == 73)
    #expect(result.error == "error: cannot write to standard output: bad file descriptor\n")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      ("--help", "to standard output"), ("check \(proceeding)", "to standard output"),
      ("check \(proceeding) --output -", "'-'"),
    ]
  )
  func `a full disk is a failure with a reason`(_ words: String, _ target: String) throws {
    let result = try Tool.shell("\"$0\" \(words) >/dev/full")
    #expect(result.status == 73)
    #expect(result.error == "error: cannot write \(target): no space left on device\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `an output without room is a failure with a reason`() throws {
    let result = try Tool.run("check", Self.proceeding, "--output", "/dev/full")
    #expect(result.status == 73)
    #expect(result.output.isEmpty)
    #expect(result.error == "error: cannot write '/dev/full': no space left on device\n")
  }

  private static let proceeding = "Fixtures/production-proceed/metrics.csv"

  @Test func `an input is not overwritten`() throws {
    let metrics = "Fixtures/readiness-hold/metrics.csv"
    let result = try Tool.run("check", metrics, "--output", metrics)
    #expect(result.status == 64)
    #expect(result.error.contains("would overwrite an input: it is FILE '\(metrics)'"))
  }

  @Test func `a checklist is an input, too`() throws {
    let metrics = "Fixtures/checklist-open/metrics.csv"
    let words = ["check", metrics, "--checklist", "no-such-file.md"]
    let missing = try Tool.run(words)
    #expect(missing.status == 66)
    #expect(missing.error.contains("cannot open 'no-such-file.md'"))
    let overwriting = try Tool.run(words + ["--output", "no-such-file.md"])
    #expect(overwriting.status == 64)
    #expect(overwriting.error.contains("would overwrite an input: it is --checklist"))
  }

  @Test func `all checklists count`() throws {
    let folder = try TemporaryFolder()
    try folder.write("- [x] a\n", to: "a.md")
    try folder.write("- [ ] b\n", to: "b.md")
    let metrics = "Fixtures/readiness-proceed/metrics.csv"
    let result = try Tool.run(
      "check",
      metrics,
      "--checklist",
      folder.file("a.md"),
      "--checklist",
      folder.file("b.md")
    )
    #expect(result.status == 2)
    #expect(result.output.contains("a.md  1/1 (100 %)\n"))
    #expect(result.output.contains("b.md  0/1 (0 %)\n    line 1  b\n"))
  }
}
