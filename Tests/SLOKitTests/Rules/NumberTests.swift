import Testing

@testable import SLOKit

/// Numbers that JSON5 knows and a gate must not take for a limit.
struct NumberTests {
  @Test(arguments: ["Infinity", "-Infinity", "NaN", "0x10", "1e999", "\"1e999ms\"", "\"inf\""])
  func `a variable is a finite decimal number`(value: String) {
    let text = """
      { slo: 1, vars: { limit: \(value) },
        objectives: [{ name: 'A', sli: 'mean(x)', green: '<= $limit' }] }
      """
    let error = #expect(throws: Diagnostics.self) {
      _ = try RuleSet(text: text, source: "rules.json5")
    }
    #expect(error?.items.first?.code == .invalidValue)
  }

  @Test func `a limit in a band is finite`() {
    let text = "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1e999' }] }"
    let error = #expect(throws: Diagnostics.self) {
      _ = try RuleSet(text: text, source: "rules.json5")
    }
    #expect(error?.items.map(\.message) == ["'1e999' is not a number"])
  }
}
