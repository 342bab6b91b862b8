import Testing

@testable import SLOKit

@Suite("Definitions")
struct DefinitionTests {
  @Test(arguments: [
    ("a: 'mean(x)'", "a", 2.0), ("a: 'x * 2'", "mean(a)", 4), ("a: 'b + 1', b: 'mean(x)'", "a", 3),
    ("a: 'x > 1'", "fraction(a)", 1), ("a: 'mean(x)', b: 'a * a', c: 'b + b'", "c - a", 6),
  ])
  func `a definition stands for its expression`(
    definitions: String,
    sli: String,
    value: Double
  ) throws {
    let members = "define: { \(definitions) }, " + Gate.objective(sli, "role: 'info'")
    let evaluation = try Gate.judge(members, Gate.csv("x", ["2"]))
    #expect(evaluation.phases.first?.objectives.map(\.value) == [value])
  }

  @Test(arguments: [
    (
      "define: { a: 'a + 1' }", DiagnosticCode.definitionCycle,
      "the definition 'a' refers to itself"
    ),
    ("define: { a: 'b', b: 'a' }", .definitionCycle, "the definition 'a' refers to itself"),
    ("columns: { x: 's' }, define: { x: '1' }", .nameClash, "'x' is a column already"),
    ("define: { a: 'maen(x)' }", .unknownFunction, "unknown function 'maen'"),
    ("define: { a: '1', a: '2' }", .duplicateKey, "'a' is given twice"),
    ("define: { a: 5 }", .wrongType, "expected a definition to be a string, found a number"),
  ])
  func `a wrong definition is told even when nothing uses it`(
    member: String,
    code: DiagnosticCode,
    message: String
  ) {
    let objective = "objectives: [{ name: 'O', sli: 'mean(z)', green: '<= 1' }]"
    let found = Gate.mistakes("\(member), \(objective)")
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.message) == [message])
  }

  @Test(.timeLimit(.minutes(1)))
  func `definitions that double each other end soon`() {
    let definitions = (1...40).map { "d\($0): 'd\($0 - 1) + d\($0 - 1)'" }
    let members =
      "define: { d0: 'mean(x)', \(definitions.joined(separator: ", ")) }, "
      + Gate.objective("d40", "green: '<= 1'")
    let found = Gate.mistakes(members)
    #expect(found.map(\.code) == [.tooLarge])
    #expect(found.first?.hint == "its definitions use each other too often or too deep")
  }
}
