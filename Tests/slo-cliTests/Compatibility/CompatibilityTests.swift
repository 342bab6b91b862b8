import Foundation
import SLOKit
import Testing

@testable import slo_cli

/// What users build on, beside the list of it in `Tests/Compatibility`.
///
/// A line that goes or changes breaks somebody's job: it needs a new version of what the list is
/// about, see the page Compatibility. A line that is added is recorded with
/// `SLO_RECORD=1 swift test --filter CompatibilityTests`, which fails so that nobody takes it for
/// a test run.
struct CompatibilityTests {
  @Test(arguments: ["evaluation", "recommendation"])
  func `the shape of a result stays`(_ name: String) throws {
    let shape = try SchemaShape(named: name)
    let version = try #require(shape.version)
    try Promise(version.replacing("/", with: "-")).expect(shape.lines)
  }

  /// Several results in one: what is around them, for each has the shape of a single one.
  @Test func `the shape of several results stays`() throws {
    let paths = ["proceed", "rollback"].map { "Fixtures/production-\($0)/metrics.csv" }
    let result = try Tool.run(["check"] + paths + ["--format", "json"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let members = try #require(value as? [String: Any])
    let version = try #require(members["schema"] as? String)
    let evaluations = try #require(members["evaluations"] as? [[String: Any]])
    let single = try #require(evaluations.first?["schema"] as? String)
    let lines = members.keys.map { key in
      key == "evaluations" ? "evaluations[]: \(single)" : "\(key): as in \(single)"
    }
    try Promise(version.replacing("/", with: "-")).expect(lines)
  }

  @Test func `exit statuses keep their meaning`() throws {
    let statuses = ExitStatus.allCases.map { "\($0.rawValue): \($0.meaning)" }
    try Promise("exit-statuses").expect(statuses)
  }

  @Test func `commands keep their options`() throws {
    let lines = SloCLI.program.commands.flatMap { command in
      [command.name] + command.positionals.map { "\(command.name) \($0.placeholder)" }
        + command.options.flatMap { option in
          let values = option.choices.isEmpty ? [option.placeholder ?? ""] : option.choices
          let short = option.short.map { " or -\($0)" } ?? ""
          return values.map { "\(command.name) \(option.spelling)\(short) \($0)" }
        }
    }
    try Promise("commands").expect(lines)
  }

  @Test func `rule files keep their keys`() throws {
    try Promise("rule-file-keys").expect(RuleLanguage.keys)
  }

  @Test func `expressions keep their functions`() throws {
    try Promise("functions").expect(RuleLanguage.functions)
  }

  @Test func `units stay`() throws {
    try Promise("units").expect(RuleLanguage.units)
  }

  @Test func `presets keep their objectives`() throws {
    let lines = try Preset.all.flatMap { preset in
      try RuleSet(preset).objectives.map { "\(preset.name): \($0.id)" }
    }
    try Promise("presets").expect(lines)
  }

  @Test func `mistakes keep their codes and statuses`() throws {
    let codes = DiagnosticCode.allCases.map { code in
      "\(code.rawValue): \(ExitStatus(code.subject).rawValue)"
    }
    try Promise("diagnostic-codes").expect(codes)
  }

  @Test func `warnings keep their codes`() throws {
    try Promise("warning-codes").expect(Warning.Code.allCases.map(\.rawValue))
  }
}
