import Foundation
import SLOKit
import Testing

/// An archive holds all that it takes to judge the run again.
struct ArchiveRepetitionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Runs the command that an archive keeps, from elsewhere.
  private func repeated(_ archive: String, _ words: String) throws -> Tool.Result {
    let script = folder.file("\(archive)/check.sh").quotedForShell
    return try Tool.shell("cd /; SLO_CLI=\"$0\" sh \(script) \(words)")
  }

  @Test(
    arguments: [
      ("production-rollback", []), ("staging-proceed", ["--phase", "steady"]),
      ("semicolon-export", ["--delimiter", ";", "--exact", "--threads", "2"]),
      ("checkout-api", ["--strict", "--verbose"]),
      ("compare-hold", ["--baseline", "Fixtures/compare-hold/baseline.csv"]),
    ]
  )
  func `an archive is judged again as it was`(scenario: String, words: [String]) throws {
    let metrics = "Fixtures/\(scenario)/metrics.csv"
    let result = try Tool.run(["archive", metrics, "--to", folder.file("a b'c")] + words)
    for (format, name) in [("json", "json"), ("html", "html"), ("sarif", "sarif")] {
      let again = try repeated("a b'c", "--format \(format)")
      #expect(again.status == result.status)
      #expect(again.error.isEmpty)
      #expect(try folder.read("a b'c/report.\(name)") == again.output)
    }
  }

  private static let hostileName = "-m's $(touch hacked).csv"

  /// A run with two baselines, checklists of one name, an env file, and a name that a shell would run.
  private func archiveEverything() throws -> Tool.Result {
    let scenario = Tool.package.appending(path: "Fixtures/compare-hold").path
    let rules = try String(contentsOfFile: "\(scenario)/slo-rules.json5", encoding: .utf8)
    let variables = "vars: { least: 30, most: '10%' }, require: { samples: '$least' },"
    try folder.write(
      rules.replacing("require: { samples: 30 },", with: variables)
        .replacing("\"<= 10%\", red", with: "'<= $most', red"),
      to: "rules.json"
    )
    try folder.write("# values\nleast=20\nOTHER='$(touch hacked)'\n", to: "values.env")
    let name = Self.hostileName.quotedForShell
    return try Tool.shell(
      """
      mkdir one two; cp \(scenario)/baseline.csv one/; cp \(scenario)/metrics.csv two/baseline.csv
      cp \(scenario)/metrics.csv ./\(name)
      echo '- [ ] one' > one/list.md; echo '- [x] two' > two/list.md
      "$0" archive --rules rules.json --env-file values.env --set 'most=12%' \
        --baseline one/baseline.csv --baseline two/baseline.csv --checklist one/list.md \
        --checklist two/list.md --fail-on rollback --to kept/ -- \(name)
      """,
      in: folder.path
    )
  }

  @Test func `an archive keeps all that a decision rests on`() throws {
    let result = try archiveEverything()
    #expect(result.error.isEmpty)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("kept\nhold: "))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("kept"))
    let inputs =
      ["metrics.csv", "slo-rules.json5", "variables-1.env"]
      + ["baseline-1.csv", "baseline-2.csv", "checklist-1.md", "checklist-2.md"]
    #expect(Set(inputs).isSubset(of: names))
    #expect(names.count == inputs.count + 8 + 2)
    let sums = "sha256sum -c --strict --quiet SHA256SUMS"
    #expect(try Tool.shell(sums, in: folder.file("kept")).status == 0)
    let origin = "#   metrics.csv: \(Self.hostileName)\n"
    #expect(try folder.read("kept/check.sh").contains(origin))
  }

  @Test func `an archive needs no original`() throws {
    _ = try archiveEverything()
    for name in ["one", "two", "rules.json", "values.env", Self.hostileName] {
      try FileManager.default.removeItem(atPath: folder.file(name))
    }
    let again = try repeated("kept", "--format json")
    #expect(again.status == 0)
    #expect(try folder.read("kept/report.json") == again.output)
    // The setting, and not what the rules have in its place.
    #expect(again.output.contains("\"green\": \"<= 12%\""))
    #expect(try folder.names == ["kept"])
  }

  @Test func `an error in a copy says which file that is`() throws {
    let metrics = "Fixtures/compare-hold/metrics.csv"
    let broken = "Fixtures/broken-cell/metrics.csv"
    let result = try Tool.run("archive", metrics, "--baseline", broken, "--to", folder.file("a"))
    #expect(result.status == 65 || result.status == 78)
    #expect(result.error.hasSuffix("note: baseline-1.csv is the copy of '\(broken)'\n"))
    #expect(try folder.names == [])
  }

  @Test(arguments: ["--baseline", "--checklist", "--env-file"])
  func `what nobody can copy is refused at once`(option: String) throws {
    let metrics = Tool.package.appending(path: "Fixtures/compare-hold/metrics.csv").path
    let result = try Tool.shell(
      "mkfifo f; \"$0\" archive \(metrics.quotedForShell) --to a \(option) f; echo $?",
      in: folder.path
    )
    #expect(result.output == "66\n")
    #expect(result.error.hasPrefix("error: 'f' is no regular file"))
    #expect(try folder.names == ["f"])
  }

  /// Whenever the signal comes: before, while or after the folder is filled.
  @Test(arguments: ["0", "0.02", "0.05", "0.1", "0.3"])
  func `a signal leaves a whole archive or none`(seconds: String) throws {
    let rules = "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }] }"
    try folder.write(rules, to: "slo-rules.json5")
    let result = try Tool.shell(
      #"""
      { echo x; yes 1.25 | head -n 2000000; } > m.csv
      "$0" archive m.csv --to a & child=$!
      sleep \#(seconds); kill -TERM $child; wait $child; echo $?
      """#,
      in: folder.path
    )
    let isWhole = try folder.names == ["a", "m.csv", "slo-rules.json5"]
    #expect(try isWhole || folder.names == ["m.csv", "slo-rules.json5"])
    #expect(isWhole || result.output == "143\n", "\(result)")
  }

  @Test func `a signal that is ignored ends no archive`() throws {
    let rules = "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }] }"
    try folder.write(rules, to: "slo-rules.json5")
    let result = try Tool.shell(
      #"""
      { echo x; yes 1.25 | head -n 200000; } > m.csv
      (trap '' TERM; exec "$0" archive m.csv --to a --quiet) & child=$!
      sleep 0.1; kill -TERM $child; wait $child; echo $?
      """#,
      in: folder.path
    )
    #expect(result.output == "0\n")
    #expect(try folder.names == ["a", "m.csv", "slo-rules.json5"])
  }
}
