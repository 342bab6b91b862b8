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
  @Test(arguments: ["evaluation", "evaluations", "recommendation"])
  func `the shape of a result stays`(_ name: String) throws {
    let shape = try SchemaShape(named: name)
    let version = try #require(shape.version)
    try Promise(version.replacing("/", with: "-")).expect(shape.lines)
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
