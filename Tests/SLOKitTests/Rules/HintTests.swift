import Testing

@testable import SLOKit

/// Hints that say what was meant.
struct HintTests {
  private static func hints(_ green: String, more: String = "") -> [String?] {
    Gate.mistakes(
      "columns: { x: 'ms', y: '1' }, objectives: [{ name: 'X', sli: 'mean(x)', green: \"\(green)\" }]"
        + more
    ).map(\.hint)
  }

  @Test(arguments: [
    ("150", "say on which side of the limit it is: '<= 150' or '>= 150'"),
    ("150ms", "say on which side of the limit it is: '<= 150ms' or '>= 150ms'"),
    ("=< 150ms", "write <="), ("=> 150ms", "write >="),
    ("<= 2seconds", "write s"),
    ("<= 2 and mean(xа) < 3", "it is U+0430; names with such characters stand in `backticks`"),
  ])
  func `a band says what was meant`(green: String, hint: String) {
    #expect(Self.hints(green) == [hint])
  }

  @Test func `words for units are known`() {
    #expect(Self.hints("<= 1ms", more: ", require: { duration: '2hours' }") == ["write h"])
  }

  @Test func `for stands behind one comparison or behind parentheses`() {
    #expect(
      Self.hints("<= 1ms", more: ", abort: ['x > 1ms and y > 2 for 3 samples']")
        == ["put what shall hold that long in parentheses: (… and …) for …"]
    )
    #expect(Self.hints("<= 1ms", more: ", abort: ['(x > 1ms and y > 2) for 3 samples']").isEmpty)
  }

  @Test func `a phase changes the bands alone`() {
    let phases =
      ", phases: [{ name: 'a', from: '0h', to: '1h', objectives: { X: { role: 'info' } } }]"
    #expect(
      Self.hints("<= 1ms", more: phases) == [
        "a phase changes nothing but the bands of an objective: add  green: \"<= …\"",
        "keys are green, yellow, red",
      ]
    )
  }

  @Test(arguments: [
    ("lat", ["lаt"], "'lаt' looks much like it; the file has U+0430 in it"),
    ("lаt", ["lat"], "'lat' looks much like it; the rules have U+0430 in it"),
    ("latency", ["latenсy"], "did you mean 'latenсy'? the file has U+0441 in it"),
    ("latency", ["latencx"], "did you mean 'latencx'?"),
  ])
  func `letters of another alphabet are named`(name: String, header: [String], hint: String) {
    #expect(MissingColumn(name: name).hint(header) == hint)
  }

  @Test(arguments: [
    (
      "\"1,234\"", "digits are not set apart: write 1234, or 1.234 with a decimal comma"
    ),
    ("\"1,234,567\"", "digits are not set apart: write 1234567"),
    ("1 234", "digits are not set apart: write 1234"),
    ("\"1,25\"", "a decimal point is expected, not a decimal comma"),
    ("12\u{A0}", "it has U+00A0 in it, which is no part of a number"),
    ("−5", "it has U+2212 in it, which is no part of a number"),
    ("n.a.", "when this means 'not measured', add it to the rule file:  na: [\"n.a.\"]"),
  ])
  func `a cell says what is wrong with it`(cell: String, hint: String) {
    let found = #expect(throws: Diagnostics.self) {
      try Gate.judge(Gate.objective("mean(x)", "green: '< 9'"), "x\n\(cell)\n")
    }
    #expect(found?.items.first?.hint?.hasPrefix(hint) == true)
  }

  @Test func `bars between names are a delimiter that must be told`() throws {
    let members = Gate.objective("mean(x)", "green: '< 9'")
    let found = #expect(throws: Diagnostics.self) { try Gate.judge(members, "ts|x\n1|2\n") }
    #expect(found?.items.map(\.code) == [.ambiguousDelimiter])
    #expect(found?.items.first?.hint?.contains("--delimiter '|'") == true)
    #expect(try Gate.judge(members, "\"a|b\",x\n1,2\n").decision == .proceed)
  }
}
