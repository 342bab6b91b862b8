import Foundation
import Testing

/// Which rules metrics are judged by when the command line names none.
struct RuleDiscoveryTests {
  private static let rules =
    "{ slo: 1, name: 'Mine', objectives: [{ name: 'X', sli: 'mean(x)', green: '< 9' }] }"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a", "b", "a/deep"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name),
        withIntermediateDirectories: false
      )
    }
    for name in ["m.csv", "a/m.csv", "b/m.csv", "a/deep/m.csv"] {
      try folder.write("x\n1\n", to: name)
    }
  }

  @Test(arguments: [true, false])
  func `folders above are looked into up to the root of a repository`(isRepository: Bool) throws {
    try folder.write(Self.rules, to: "slo-rules.json5")
    if isRepository {
      try FileManager.default.createDirectory(
        atPath: folder.file(".git"),
        withIntermediateDirectories: false
      )
    }
    let result = try Tool.run("check", "m.csv", in: folder.file("a/deep"))
    #expect(result.status == (isRepository ? 0 : 66))
    #expect(result.output.contains("Rules: Mine") == isRepository)
    let help = try Tool.run("help", "check").output
    #expect(
      help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("a folder above it up to the root of its repository")
    )
  }

  @Test(arguments: [
    "slo_rules.json5", ".slo-rules.json5", "SLO-Rules.json5", "slo-rules.json5.txt",
    "slo-rules.jsonc", "slo-rule.json5", "slorules.json",
  ])
  func `a name that is almost one is noted`(name: String) throws {
    try folder.write(Self.rules, to: name)
    let beside = try Tool.run("check", folder.file("m.csv"))
    #expect(beside.error.contains("note: '\(folder.file(name))' is not read"))
    let here = try Tool.run("check", "a/m.csv", in: folder.path)
    #expect(here.error.contains("note: '\(name)' is not read"))
    try folder.write(Self.rules, to: "slo-rules.json5")
    let found = try Tool.run("check", "m.csv", in: folder.path)
    #expect(found.status == 0)
    #expect(found.error.isEmpty)
  }

  @Test(arguments: ["rules.json5", "slow.csv", "notes.json", "slo.json"])
  func `another name is not`(name: String) throws {
    try folder.write(Self.rules, to: name)
    #expect(try !Tool.run("check", "m.csv", in: folder.path).error.contains("note:"))
  }

  @Test func `several files with rules of their own need a choice`() throws {
    try folder.write(Self.rules, to: "a/slo-rules.json5")
    try folder.write(Self.rules, to: "b/slo-rules.json")
    let result = try Tool.run("check", "a/m.csv", "b/m.csv", in: folder.path)
    #expect(result.status == 64)
    #expect(
      result.error.contains("'a/m.csv' comes with the rules 'a/slo-rules.json5', and 'b/m.csv' ")
    )
    let chosen = try Tool.run(
      "check",
      "a/m.csv",
      "b/m.csv",
      "--rules",
      "a/slo-rules.json5",
      in: folder.path
    )
    #expect(chosen.status == 0)
  }

  @Test func `rules of the first file judge others that have none`() throws {
    try folder.write(Self.rules, to: "a/slo-rules.json5")
    let result = try Tool.run("check", "a/m.csv", "b/m.csv", in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.components(separatedBy: "Rules: Mine (a/slo-rules.json5)").count == 3)
  }

  @Test func `files that fit two presets need a choice`() throws {
    let result = try Tool.run(
      "check",
      "Fixtures/readiness-proceed/metrics.csv",
      "Fixtures/production-proceed/metrics.csv"
    )
    #expect(result.status == 64)
    #expect(result.error.contains("the preset readiness-score"))
    #expect(result.error.contains("the preset production-baseline"))
  }
}
