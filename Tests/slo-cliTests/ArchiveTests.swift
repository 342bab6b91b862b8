import Foundation
import Testing

/// `slo-cli archive`, with the real tool.
struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let names = [
    "SHA256SUMS", "annotations.txt", "badge.svg", "check.sh", "junit.xml", "metrics.csv",
    "report.html", "report.json", "report.md", "report.sarif", "report.txt", "slo-rules.json5",
  ]

  @Test func `an archive holds what was judged, by which rules, and every report`() throws {
    let scenario = "Fixtures/checkout-api"
    let target = folder.file("evidence")
    let result = try Tool.run("archive", "\(scenario)/metrics.csv", "--to", target)
    #expect(result.status == 2)
    #expect(result.output == "\(target)\nhold: Success is 99.24 %, not within green (>= 99.5%).\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == Self.names)
    for name in ["metrics.csv", "slo-rules.json5"] {
      let original = Tool.package.appending(path: "\(scenario)/\(name)").path
      #expect(FileManager.default.contentsEqual(atPath: "\(target)/\(name)", andPath: original))
    }
    let report = try Tool.run("check", "\(scenario)/metrics.csv", "--format", "json")
    let named = report.output.replacing("\(scenario)/", with: "")
    #expect(try folder.read("evidence/report.json") == named)
  }

  @Test func `sha256sum accepts the checksums, until a byte changes`() throws {
    _ = try Tool.run(
      "archive",
      "Fixtures/readiness-proceed/metrics.csv",
      "--to",
      folder.file("a")
    )
    let check = "sha256sum -c --strict --quiet SHA256SUMS"
    #expect(try Tool.shell(check, in: folder.file("a")).status == 0)
    #expect(try Tool.shell("echo >> metrics.csv; \(check)", in: folder.file("a")).status == 1)
    let sums = try folder.read("a/SHA256SUMS").split(separator: "\n")
    #expect(sums.count == Self.names.count - 1)
  }

  @Test func `a preset is kept as a rule file`() throws {
    let target = folder.file("a")
    _ = try Tool.run("archive", "Fixtures/readiness-proceed/metrics.csv", "--to", target)
    let preset = try Tool.run("presets", "readiness-score")
    #expect(try folder.read("a/slo-rules.json5") == preset.output)
  }

  @Test func `the folder lies beside the metrics`() throws {
    try FileManager.default.copyItem(
      atPath: Tool.package.appending(path: "Fixtures/readiness-proceed/metrics.csv").path,
      toPath: folder.file("run.csv")
    )
    #expect(try Tool.run("archive", "--quiet", folder.file("run.csv")).output.isEmpty)
    #expect(try folder.names == ["run-archive", "run.csv"])
  }

  @Test func `what is there already is not changed`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("a"),
      withIntermediateDirectories: false
    )
    let result = try Tool.run(
      "archive",
      "Fixtures/readiness-proceed/metrics.csv",
      "--to",
      folder.file("a")
    )
    #expect(result.status == 73)
    #expect(result.error.hasPrefix("error: '\(folder.file("a"))' is there already\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("a")) == [])
  }

  @Test(arguments: ["a/", "a//", "./a/"])
  func `a slash behind the folder changes nothing`(target: String) throws {
    let metrics = Tool.package.appending(path: "Fixtures/readiness-proceed/metrics.csv").path
    let words = ["archive", "--preset", "readiness-score", "--to", target, metrics]
    #expect(try Tool.run(words, in: folder.path).status == 0)
    #expect(try folder.names == ["a"])
    #expect(try Tool.run(words, in: folder.path).status == 73)
    #expect(try folder.names == ["a"])
  }

  @Test(arguments: [
    ("Fixtures/broken-cell/metrics.csv", 65, "metrics.csv:5:22: error"),
    ("no-such-file.csv", 66, "cannot open 'no-such-file.csv'"), ("-", 66, "no regular file"),
    ("Fixtures", 66, "no regular file"),
  ])
  func `what cannot be judged leaves nothing behind`(
    _ path: String,
    status: Int32,
    message: String
  ) throws {
    let result = try Tool.run("archive", path, "--to", folder.file("a"))
    #expect(result.status == status)
    #expect(result.error.contains(message))
    #expect(try folder.names == [])
  }
}
