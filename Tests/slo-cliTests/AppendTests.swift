import Testing

/// `--append`, with the real tool.
struct AppendTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func append(_ scenario: String) throws -> Tool.Result {
    try Tool.run("check", "Fixtures/\(scenario)/metrics.csv", "--append", folder.file("doc.md"))
  }

  @Test func `a document gets the report, and a later one in its place`() throws {
    try folder.write("# Completion report\r\n\r\nBefore.", to: "doc.md")
    let first = try append("readiness-hold")
    #expect(first.status == 2)
    #expect(first.output.isEmpty)
    let text = try folder.read("doc.md")
    #expect(
      text.hasPrefix("# Completion report\r\n\r\nBefore.\n\n<!-- slo-cli:begin -->\n## NO-GO")
    )
    #expect(text.hasSuffix("\n<!-- slo-cli:end -->\n"))
    try folder.write(text + "After.", to: "doc.md")
    _ = try append("readiness-proceed")
    let changed = try folder.read("doc.md")
    #expect(
      changed.hasPrefix("# Completion report\r\n\r\nBefore.\n\n<!-- slo-cli:begin -->\n## GO")
    )
    #expect(changed.hasSuffix("\n<!-- slo-cli:end -->\nAfter."))
    _ = try append("readiness-proceed")
    #expect(try folder.read("doc.md") == changed)
  }

  @Test func `a document that is not there is created`() throws {
    _ = try append("readiness-proceed")
    #expect(try folder.read("doc.md").hasPrefix("<!-- slo-cli:begin -->\n## GO: proceed\n"))
  }

  @Test func `a marker without the other is an error with its line`() throws {
    let text = "a\n<!-- slo-cli:end -->\n<!-- slo-cli:begin -->\n"
    try folder.write(text, to: "doc.md")
    let result = try append("readiness-proceed")
    #expect(result.status == 73)
    #expect(result.error.hasPrefix("\(folder.file("doc.md")):2:1: error: expected one line"))
    #expect(try folder.read("doc.md") == text)
  }

  @Test(arguments: ["-", "Fixtures/readiness-hold/metrics.csv"])
  func `an input is no document`(path: String) throws {
    let metrics = "Fixtures/readiness-hold/metrics.csv"
    let result = try Tool.run("check", metrics, "--append", path)
    #expect(result.status == 64)
  }
}
