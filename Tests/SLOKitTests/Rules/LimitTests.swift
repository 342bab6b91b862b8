import Testing

@testable import SLOKit

/// Rule files that are larger or stranger than any that was meant.
struct LimitTests {
  private func mistakes(_ text: String, columns: [String]? = nil) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try RuleSet(text: text, source: "rules.json5", columns: columns)
      return []
    } catch {
      return error.items
    }
  }

  @Test func `bands of many parts are read`() {
    let parts = (50...89).map { "p\($0)(a) <= 5" }.joined(separator: " and ")
    let text = """
      { slo: 1, objectives: [{ name: 'A', sli: 'mean(a)', green: '\(parts)', yellow: '<= 9' }] }
      """
    #expect(mistakes(text).isEmpty)
  }

  @Test func `a flood of mistakes is cut`() {
    let keys = (0..<5000).map { "k\($0): 1" }.joined(separator: ",")
    let found = mistakes("{ slo: 1, \(keys) }")
    #expect(found.count == 101)
    #expect(found.last?.message == "4901 more mistakes, which are not listed")
  }

  @Test func `a definition must not hide a column of the metrics`() {
    let text = """
      { slo: 1, define: { lat: 'other' }, objectives: [{ name: 'A', sli: 'mean(lat)', green: '<= 1' }] }
      """
    #expect(mistakes(text, columns: ["lat", "other"]).map(\.code) == [.nameClash])
    #expect(mistakes(text, columns: ["other"]).isEmpty)
  }

  /// 200, 201 and 202 ms against 150 ms: red wherever the bare numbers stand.
  @Test(arguments: [
    "greatest(1, 150, mean(b))", "greatest(mean(b), 1, 150)", "greatest(1, mean(b), 150)",
  ])
  func `a bare number takes the unit of any operand`(limit: String) throws {
    let rules = try RuleSet(
      text: """
        { slo: 1, columns: { p95: 'ms', b: 'ms' },
          objectives: [{ name: 'A', sli: 'mean(p95)', green: '<= \(limit)' }] }
        """,
      source: "rules.json5"
    )
    let evaluation = try rules.evaluate(.text("p95,b\n200,10\n201,11\n202,12\n", name: "m.csv"))
    #expect(evaluation.decision == .rollback)
  }

  @Test func `an undeclared operand does not slip past a bare number`() {
    let text = """
      { slo: 1, columns: { p95: 's', b: 'ms' },
        objectives: [{ name: 'A', sli: 'mean(p95)', green: '<= greatest(0, mean(u), mean(b))' }] }
      """
    #expect(mistakes(text).map(\.code) == [.missingUnit])
  }

  @Test(arguments: ["abort: ['x > 1 for 0s']", "vars: { d: '-5m' }, abort: ['x > 1 for $d']"])
  func `a condition is held for some time`(members: String) {
    let text = "{ slo: 1, \(members), objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' }] }"
    #expect(mistakes(text).count == 1)
  }

  @Test(arguments: ["name: '+'", "name: 'A', id: ''"])
  func `an objective has an id`(name: String) {
    let text = "{ slo: 1, objectives: [{ \(name), sli: 'mean(x)', green: '<= 1' }] }"
    #expect(mistakes(text).map(\.code) == [.invalidValue])
  }

  @Test func `blanks around names and NA tokens do not count`() throws {
    let rules = try RuleSet(
      text:
        "{ slo: 1, na: [' missing '], objectives: [{ name: 'A', sli: 'max(x)', green: '<= 1' }] }",
      source: "rules.json5"
    )
    let format = CSVFormat(columns: ["t", " x"])
    let evaluation = try rules.evaluate(
      .text("a,0.5\nb, missing\n", name: "m.csv"),
      format: format
    )
    #expect(evaluation.phases[0].objectives.map(\.used) == [1])
  }
}
