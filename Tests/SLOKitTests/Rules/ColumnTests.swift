import Testing

@testable import SLOKit

@Suite("Columns and labels")
struct ColumnTests {
  @Test func `an optional column that is not there is a column of NA`() throws {
    let members = Gate.objective(
      "mean(y)",
      "green: '<= 1', mandatory: true",
      columns: "x: { optional: true }, y: { optional: true }"
    )
    let evaluation = try Gate.judge(members, Gate.csv("x", ["1"]))
    #expect(evaluation.decision == .hold)
    #expect(evaluation.input.absentColumns == ["y"])
    #expect(evaluation.phases.first?.objectives.first?.reason == "no such column in this file: y")
  }

  @Test func `a file with none of the columns is refused`() {
    let members = Gate.objective("mean(y)", "green: '<= 1'", columns: "y: { optional: true }")
    let found = #expect(throws: Diagnostics.self) { try Gate.judge(members, Gate.csv("x", ["1"])) }
    #expect(found?.items.map(\.code) == [.noMatchingColumns])
  }

  @Test(arguments: [
    ("s == 'A'", 1.0), ("s != 'A'", 2), ("s in ('A', 'B')", 2), ("s not in ('A', 'B')", 1),
    ("not s == 'A'", 2), ("s == 'nowhere'", 0), ("s == 'a'", 0),
  ])
  func `a label is compared with text`(condition: String, count: Double) throws {
    let csv = Gate.csv("s,x", ["A,1", "B,1", "C,1", "NA,1", ",1"])
    #expect(try Gate.value("count(x where \(condition))", in: csv) == count)
  }

  @Test(arguments: [
    (
      "count(where s == 'NA')", DiagnosticCode.invalidValue,
      "a cell that reads 'NA' is NA, so this comparison has no answer"
    ),
    (
      "count(where s == '')", .invalidValue,
      "a cell that reads '' is NA, so this comparison has no answer"
    ),
    (
      "mean(s where s == 'A')", .wrongKind,
      "'s' is a number, which cannot be compared with text"
    ),
    ("mean(label)", .wrongKind, "'label' is a label, not a number"),
    (
      "count(where ms == 'A')", .wrongKind,
      "'ms' is a number, which cannot be compared with text"
    ),
    ("count(where label > 'A')", .wrongKind, "text has no order; '>' compares numbers"),
    ("count(where 'A' == label)", .wrongKind, "text can only be compared with a label column"),
    ("count(where label + 1 == 'A')", .wrongKind, "only a label column can be compared with text"),
  ])
  func `labels and numbers do not mix`(sli: String, code: DiagnosticCode, message: String) {
    let columns = "label: { kind: 'label' }, ms: 'ms'"
    let found = Gate.mistakes(Gate.objective(sli, "role: 'info'", columns: columns))
    #expect(found.first?.message == message)
    #expect(found.first?.code == code)
  }

  @Test(arguments: ["Inf", "+Inf", "Infinity", "inf"])
  func `infinity is worse than any limit on its side`(cell: String) throws {
    let csv = Gate.csv("x", [cell, "1"])
    for (band, status) in [("<= 9", Status.red), (">= 9", .green)] {
      #expect(
        try Gate.judge(Gate.objective("mean(x)", "green: '\(band)'"), csv).statuses == [status]
      )
    }
  }
}
