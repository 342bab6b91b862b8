import Foundation
import Testing

/// One file has one role: what is read is not overwritten, and no stream is read twice.
struct FileRoleTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("sub"),
      withIntermediateDirectories: false
    )
    let rules =
      "{ slo: 1, vars: { a: 1 }, objectives: [{ sli: 'mean(x)', name: 'X', green: '< 9' }] }"
    for name in ["slo-rules.json5", "other.json5"] { try folder.write(rules, to: name) }
    try folder.write("x\n1\n2\n", to: "m.csv")
    try folder.write("x\n1\n3\n", to: "b.csv")
    try folder.write("a=1\n", to: "v.env")
    try folder.write("- [x] done\n", to: "c.md")
    for (link, target) in [("link.csv", "m.csv"), ("hard.csv", "m.csv")] {
      if link == "link.csv" {
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(link),
          withDestinationPath: target
        )
      } else {
        try FileManager.default.linkItem(atPath: folder.file(target), toPath: folder.file(link))
      }
    }
  }

  @Test(arguments: [
    "m.csv -o m.csv", "m.csv -o json:./m.csv", "m.csv -o sub/../m.csv", "m.csv -o text:link.csv",
    "m.csv -o text:hard.csv", "link.csv -o m.csv", "m.csv --append ./m.csv",
    "m.csv --rules other.json5 -o text:./other.json5", "m.csv -o text:./slo-rules.json5",
    "m.csv --append slo-rules.json5", "m.csv --baseline b.csv -o ./b.csv",
    "m.csv --env-file v.env -o text:sub/../v.env", "m.csv --checklist c.md --append ./c.md",
    "m.csv -o a.md -o ./a.md", "m.csv -o a.md --append sub/../a.md", "m.csv -o c.md -o ./c.md",
    "- -o ./m.csv",
  ])
  func `nothing that is read is overwritten, and nothing written twice`(words: String) throws {
    let before = try contents()
    let result = try Tool.shell("\"$0\" check \(words) < m.csv", in: folder.path)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(
      result.error.contains("would overwrite an input") || result.error.contains("are one file")
    )
    #expect(try contents() == before)
  }

  @Test(arguments: [
    "m.csv --output ./m.csv", "m.csv --rules other.json5 --emit-rules ./other.json5",
    "m.csv --update link.csv", "m.csv --emit-rules a.json5 --output ./a.json5",
    "m.csv --rules other.json5 --env-file v.env --output ./v.env",
  ])
  func `a draft overwrites no input either`(words: String) throws {
    let before = try contents()
    let result = try Tool.shell("\"$0\" recommend \(words)", in: folder.path)
    #expect(result.status == 64)
    #expect(try contents() == before)
  }

  @Test(arguments: [
    "check - --rules -", "check - --baseline -", "check - -", "check - --env-file /dev/stdin",
    "explain - --objective x --rules -", "check m.csv --rules - --checklist -",
    "check fifo --baseline fifo", "check m.csv --rules fifo --baseline ./fifo",
    "check m.csv b.csv --rules other.json5 --baseline fifo", "recommend - --rules -",
  ])
  func `a stream has one role`(words: String) throws {
    let result = try Tool.shell("mkfifo fifo; \"$0\" \(words) < m.csv", in: folder.path)
    #expect(result.status == 64)
    #expect(result.error.contains("stream") || result.error.contains("standard input"))
  }

  /// A rule file, an env file and a checklist are read once, however many metrics files there are.
  @Test func `rules of a stream are read once for several files`() throws {
    let result = try Tool.shell(
      "cat other.json5 | \"$0\" check m.csv b.csv --rules -",
      in: folder.path
    )
    #expect(result.status == 0)
    #expect(result.output.contains("All 2 files are good to proceed."))
  }

  @Test(arguments: [
    "-o /dev/null -o text:/dev/null", "-o new.md --append sub/new.md", "--env-file /dev/null",
  ])
  func `other files are fine`(words: String) throws {
    #expect(try Tool.shell("\"$0\" check m.csv \(words)", in: folder.path).status == 0)
  }

  private func contents() throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try folder.names where name != "sub" { contents[name] = try folder.read(name) }
    return contents
  }
}
