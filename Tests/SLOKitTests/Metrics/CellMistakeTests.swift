import Testing

@testable import SLOKit

struct CellMistakeTests {
  @Test(
    arguments: [
      ("x,y\n1,2\n⟨oops⟩,2\n", "oops"), ("y,x\n\"a\nb\",⟨1.2.3⟩\n", "1.2.3"),
      ("y,x\nä€,⟨0x10⟩\n", "0x10"), ("x\n⟨#REF!⟩\n", "#REF!"), ("x\n1\n⟨1 2⟩\n", "1 2"),
    ]
  )
  func `what is neither a number nor NA is named`(_ marked: String, _ text: String) throws {
    CSVMistake(
      marked,
      .notANumber,
      "'\(text)' in column 'x' is not a number",
      hint: "when this means 'not measured', add it to the rule file:  na: [\"\(text)\"]"
    ).expect(by: try .measuring("mean(x)"))
  }

  @Test(
    arguments: [
      ("x;y\n⟨0,5⟩;1\n", "0,5", "a decimal point is expected, not a decimal comma"),
      ("x\n⟨150ms⟩\n", "150ms", "a cell has no unit; write 150 and declare the column as \"ms\""),
      ("x\n⟨99.5%⟩\n", "99.5%", "a cell has no unit; write 99.5 and declare the column as \"%\""),
    ]
  )
  func `a usual slip has its own hint`(_ marked: String, _ text: String, _ hint: String) throws {
    CSVMistake(marked, .notANumber, "'\(text)' in column 'x' is not a number", hint: hint)
      .expect(by: try .measuring("mean(x)"))
  }

  @Test(
    arguments: [
      ("ratio", "98.5", "0…1", "it looks like percent: declare  x: \"%\""),
      ("ratio", "1.001", "0…1", "it looks like percent: declare  x: \"%\""),
      ("ratio", "-0.1", "0…1", "it looks like neither a ratio nor a percentage"),
      ("ratio", "101", "0…1", "it looks like neither a ratio nor a percentage"),
      ("ratio", "inf", "0…1", "it looks like neither a ratio nor a percentage"),
      ("%", "100.5", "0…100", "it looks like neither a ratio nor a percentage"),
      ("%", "-1", "0…100", "it looks like neither a ratio nor a percentage"),
    ]
  )
  func `a share outside its range is named`(
    _ unit: String,
    _ cell: String,
    _ range: String,
    _ hint: String
  ) throws {
    CSVMistake(
      "y,x\n1,NA\n2,⟨\(cell)⟩\n",
      .outOfRange,
      "'\(cell)' in column 'x' is outside \(range)",
      hint: hint
    ).expect(by: try .measuring("mean(x)", settings: "columns: { x: '\(unit)' },"))
  }

  @Test(arguments: ["yesterday", "2025-02-29", "24:00"])
  func `a cell that is no timestamp is named`(_ cell: String) throws {
    CSVMistake(
      "x,ts\n1,2025-11-24\n1,⟨\(cell)⟩\n",
      .badTimestamp,
      "'\(cell)' in column 'ts' is not a timestamp",
      hint: "timestamps are RFC 3339, ISO 8601 or seconds since 1970; "
        + "another column is named with  time: { column: \"…\" }"
    ).expect(by: try .measuring("mean(x)"))
  }

  @Test func `a long cell is cut in the message`() throws {
    let cell = String(repeating: "é", count: 41)
    let mistake = try RuleSet.measuring("mean(x)").mistake(in: Array("x\n\(cell)\n".utf8))
    let shown = String(repeating: "é", count: 39) + "…"
    #expect(mistake?.message == "'\(shown)' in column 'x' is not a number")
  }
}
