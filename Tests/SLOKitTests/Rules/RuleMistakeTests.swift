import Testing

@testable import SLOKit

@Suite("Mistakes in rules")
struct RuleMistakeTests {
  @Test(
    arguments: RuleMistake.top + RuleMistake.objectives + RuleMistake.phases + RuleMistake.budgets
      + RuleMistake.comparisons
  )
  func `a mistake in a rule file is named at its place`(mistake: RuleMistake) throws {
    let marked = MarkedText(mistake.members)
    let range = try #require(marked.ranges.first)
    let found = Gate.mistakes(marked.text)
    #expect(found.map(\.message) == [mistake.message])
    #expect(found.first?.code == mistake.code)
    #expect(found.first?.hint == mistake.hint)
    #expect(found.first?.marked == String(decoding: Array(marked.text.utf8)[range], as: UTF8.self))
  }

  static let objectives = "objectives: [{ name: 'O', sli: 'mean(x)', green: '<= 1' }]"

  @Test(arguments: [
    ("{ \(objectives) }", DiagnosticCode.missingKey, "the format version is missing", "{"),
    ("{ slo: 2, \(objectives) }", .unsupportedVersion, "unsupported format version", "2"),
    ("{ slo: '1', \(objectives) }", .unsupportedVersion, "unsupported format version", "'1'"),
    ("{ slo: 1 }", .missingKey, "the rule file has no objectives", "{"),
    ("[1]", .wrongType, "expected the rule file to be an object, found an array", "[1]"),
  ])
  func `a rule file begins with its version`(
    text: String,
    code: DiagnosticCode,
    message: String,
    marked: String
  ) {
    let found = #expect(throws: Diagnostics.self) { try RuleSet(text: text, source: "r") }
    #expect(found?.items.first?.message == message)
    #expect(found?.items.first?.code == code)
    #expect(found?.items.first?.marked == marked)
  }

  @Test(arguments: [
    (
      "name: 'A'", "name: 'A'", ["two objectives are called 'A'"]
    ),
    ("name: 'A b'", "name: 'a  B!'", ["two objectives have the id 'a-b'"]),
    ("name: 'A', id: 'x'", "name: 'B', id: 'x'", ["two objectives have the id 'x'"]),
    ("name: 'A', id: 'x'", "name: 'A', id: 'y'", ["two objectives are called 'A'"]),
    ("name: 'A'", "name: 'B', id: 'A'", []),
  ])
  func `names and ids are unique`(first: String, second: String, messages: [String]) {
    let rest = "sli: 'mean(x)', green: '<= 1'"
    let found = Gate.mistakes("objectives: [{ \(first), \(rest) }, { \(second), \(rest) }]")
    #expect(found.map(\.message).sorted() == messages.sorted())
    #expect(found.allSatisfy { $0.code == .nameClash })
  }

  @Test(arguments: [
    ("P95 latency", "p95-latency"), ("  CPU (%) ", "cpu"), ("a_b--c", "a-b-c"),
    ("Größe", "größe"), ("HTTP/2", "http-2"),
  ])
  func `an id is made of the name`(name: String, id: String) throws {
    let rules = try Gate.rules("objectives: [{ name: '\(name)', sli: 'mean(x)', green: '<= 1' }]")
    #expect(rules.objectives.map(\.id) == [id])
  }
}
