import Foundation
import SLOKit
import Testing

/// `action.yml` and its script, as the runner of a GitHub workflow calls them.
struct ActionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Tool.package.appending(path: path), encoding: .utf8)
  }

  /// Runs the script with these variables, and gives the outputs that it sets.
  private func run(
    _ variables: String
  ) throws -> (result: Tool.Result, outputs: [String: String]) {
    let result = try Tool.shell(
      """
      export GITHUB_OUTPUT='\(folder.file("outputs"))' SLO_REPORTS='\(folder.file("reports"))'
      export GITHUB_STEP_SUMMARY='\(folder.file("summary"))' SLO_CLI="$0" \(variables)
      ./action.sh
      """
    )
    let lines = try folder.read("outputs").split(separator: "\n")
    let outputs = lines.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    return (
      result, Dictionary(uniqueKeysWithValues: outputs.map { ($0[0], $0.count > 1 ? $0[1] : "") })
    )
  }

  @Test(arguments: [
    ("readiness-proceed", "proceed", 0), ("readiness-hold", "hold", 2),
    ("readiness-rollback", "rollback", 1),
  ])
  func `a step ends as the decision has it, and leaves reports`(
    scenario: String,
    decision: String,
    status: Int32
  ) throws {
    let (result, outputs) = try run("SLO_METRICS=Fixtures/\(scenario)/metrics.csv")
    #expect(result.status == status)
    #expect(result.output.hasPrefix(decision == "proceed" ? "::notice title=" : "::error title="))
    #expect(result.error.isEmpty)
    #expect(outputs["decision"] == decision)
    #expect(outputs["exit-status"] == "\(status)")
    for name in ["html", "junit", "sarif"] {
      #expect(FileManager.default.fileExists(atPath: outputs[name] ?? ""), "\(name)")
    }
    #expect(try folder.read("summary").hasPrefix("## "))
  }

  @Test func `inputs are arguments and never commands`() throws {
    let (result, outputs) = try run(
      """
      SLO_METRICS='$(touch hacked) ; x.csv' SLO_FAIL_ON=rollback SLO_ARGUMENTS='--set
      a=b'
      """
    )
    #expect(result.status == 66)
    #expect(result.error.contains("'$(touch hacked) ; x.csv'"))
    #expect(outputs["decision"] == "")
  }

  /// A metrics file, rules, a checklist and a folder of such a name.
  @Test(arguments: [
    "a b", "$(touch hacked)", "`touch hacked`", "-rf", "--help", "*", "a'b\"c", "a;touch hacked",
    "é\u{202E}", "%0Adecision=proceed", "a\nb", "a\rdecision=proceed", "a\ndecision=proceed", "=x",
  ])
  func `names are names, whatever they hold`(name: String) throws {
    let scenario = Tool.package.appending(path: "Fixtures/checkout-api").path
    let checklist = Tool.package.appending(path: "Fixtures/checklist-done/release.md").path
    let result = try Tool.shell(
      """
      cp '\(scenario)/metrics.csv' ./\((name + ".csv").quotedForShell)
      cp '\(scenario)/slo-rules.json5' ./\((name + ".json5").quotedForShell)
      cp '\(checklist)' ./\((name + ".md").quotedForShell)
      export SLO_METRICS=\((name + ".csv").quotedForShell) SLO_RULES=\((name + ".json5").quotedForShell)
      export SLO_CHECKLIST=\((name + ".md").quotedForShell) SLO_REPORTS=\(name.quotedForShell)
      export GITHUB_OUTPUT=outputs SLO_CLI="$0"
      '\(Tool.package.path)/action.sh'
      """,
      in: folder.path
    )
    #expect(result.status == 2)
    #expect(result.error.isEmpty)
    #expect(
      try folder.names == ["outputs", name, name + ".csv", name + ".json5", name + ".md"].sorted()
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file(name)).count == 5)
    let lines = try folder.read("outputs").split(whereSeparator: \.isNewline)
    let keys = lines.map { String($0.prefix { $0 != "=" }) }
    #expect(keys == ["decision", "exit-status", "reports", "html", "junit", "sarif"])
    #expect(lines[0] == "decision=hold")
    let commands = result.output.split(separator: "\n")
    #expect(commands.allSatisfy { $0.contains(/^::(error|warning|notice) [^:]*title=/) })
  }

  /// What the runner would take for a command or an output does not come from other inputs either.
  @Test(arguments: ["SLO_PRESET", "SLO_FAIL_ON", "SLO_ARGUMENTS", "SLO_RULES", "SLO_CHECKLIST"])
  func `an input that is wrong ends the step`(variable: String) throws {
    let value = "::error::x\n::stop-commands::y\n$(touch hacked)".quotedForShell
    let (result, outputs) = try run(
      "SLO_METRICS=Fixtures/readiness-hold/metrics.csv \(variable)=\(value)"
    )
    #expect(result.status >= 64)
    #expect(outputs["decision"] == "")
    let lines = (result.output + result.error).split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { !$0.drop(while: \.isWhitespace).hasPrefix("::") })
    #expect(!FileManager.default.fileExists(atPath: Tool.package.appending(path: "hacked").path))
  }

  @Test func `rules, a checklist and further arguments reach the tool`() throws {
    let (result, _) = try run(
      """
      SLO_METRICS=Fixtures/checkout-api/metrics.csv SLO_FAIL_ON=rollback \
      SLO_RULES=Fixtures/checkout-api/slo-rules.json5 \
      SLO_CHECKLIST=Fixtures/checklist-done/release.md SLO_ARGUMENTS='--set
      latency_target=1ms
      --strict'
      """
    )
    #expect(result.status == 0)
    #expect(result.output.contains("title=Canary latency::"))
    #expect(result.output.contains("Requirement warnings"))
  }

  @Test func `a report of an earlier step is not taken for this one's`() throws {
    _ = try run("SLO_METRICS=Fixtures/readiness-proceed/metrics.csv")
    try FileManager.default.removeItem(atPath: folder.file("outputs"))
    let (result, outputs) = try run("SLO_METRICS=Fixtures/broken-cell/metrics.csv")
    #expect(result.status == 65)
    #expect(outputs["decision"] == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("reports")) == [])
  }

  @Test func `the action passes each of its inputs on, and the script reads each`() throws {
    let action = try Self.text("action.yml")
    let script = try Self.text("action.sh")
    let sections = action.components(separatedBy: "\noutputs:\n")
    let inputs = sections[0].matches(of: /(?m)^  ([a-z-]+):$/).map { String($0.output.1) }
    #expect(inputs.count == 8)
    let passed = action.matches(of: /(SLO_[A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}/)
    #expect(passed.map { String($0.output.2) }.sorted() == inputs.sorted())
    for variable in passed { #expect(script.contains(variable.output.1)) }
    for output in action.matches(of: /steps\.check\.outputs\.([a-z-]+)/) {
      #expect(script.contains("echo \"\(output.output.1)="), "\(output.output.1)")
    }
  }

  @Test func `the example workflow uses inputs and outputs that there are`() throws {
    let action = try Self.text("action.yml")
    let workflow = try Self.text("Examples/github-workflow.yml")
    let step = try #require(workflow.firstMatch(of: /SLOKit@.*\n +with:\n((?: {10}.*\n)+)/))
    let inputs = step.output.1.matches(of: /(?m)^ +([a-z-]+):/).map { String($0.output.1) }
    #expect(inputs == ["metrics", "rules"])
    for input in inputs { #expect(action.contains("\n  \(input):\n")) }
    let outputs = workflow.matches(of: /steps\.gate\.outputs\.([a-z-]+)/).map {
      String($0.output.1)
    }
    #expect(Set(outputs) == ["reports", "decision", "sarif"])
    for output in outputs { #expect(action.contains("steps.check.outputs.\(output) ")) }
  }

  /// The examples stand in the documentation as they are.
  @Test(arguments: ["github-workflow.yml", "gitlab-ci.yml", "Jenkinsfile"])
  func `the documentation shows the example`(name: String) throws {
    let page = try Self.text("Sources/SLOKit/SLOKit.docc/ContinuousIntegration.md")
    #expect(page.contains(try Self.text("Examples/\(name)")))
  }

  /// What the examples for GitLab and Jenkins run, with metrics in place of a load test.
  @Test(arguments: ["gitlab-ci.yml", "Jenkinsfile"])
  func `the command of an example works`(name: String) throws {
    let example = try Self.text("Examples/\(name)").replacing("\\\n", with: "")
    let line = try #require(example.firstMatch(of: /slo-cli (check metrics\.csv .*)/)).output.1
    let metrics = Tool.package.appending(path: "Fixtures/readiness-hold/metrics.csv").path
    let result = try Tool.shell(
      "mkdir -p slo; cp '\(metrics)' metrics.csv; \"$0\" \(line)",
      in: folder.path
    )
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("NO-GO: hold\n"))
    #expect(try folder.read("slo/junit.xml").contains("<failure"))
    #expect(try folder.read("slo/report.html").hasPrefix("<!DOCTYPE html>"))
  }
}
