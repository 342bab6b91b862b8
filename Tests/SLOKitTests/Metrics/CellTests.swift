import Testing

@testable import SLOKit

struct CellTests {
  @Test(arguments: [
    "", "NA", "na", "Na", "N/A", "n/a", "NaN", "nan", "NAN", "null", "NULL", "Null", "none", "NONE",
    "None", "-", "  ", "\t", " NA ", "\tn/A\t", "\"NA\"", "\"\"", "\" null \"",
  ])
  func `a token of any letter case is NA`(_ cell: String) throws {
    let csv = "x,y\n\(cell),1\n4,1\n"
    #expect(try RuleSet.measuring("na(x)").value(in: csv) == 1)
    #expect(try RuleSet.measuring("mean(x)").value(in: csv) == 4)
  }

  @Test(arguments: ["-1", " -1 ", "n.m.", "N.M.", "---"])
  func `a rule file adds tokens, even ones that look like numbers`(_ cell: String) throws {
    let rules = try RuleSet.measuring("mean(x)", settings: "na: ['-1', 'n.m.', '---'],")
    #expect(try rules.value(in: "x\n\(cell)\n-2\nNA\n") == -2)
  }

  @Test func `a number that is no token stays a number`() throws {
    #expect(try RuleSet.measuring("min(x)").value(in: "x\n-1\n2\n") == -1)
    let rules = try RuleSet.measuring("min(x)", settings: "na: ['-1'],")
    #expect(try rules.value(in: "x\n-1.5\n2\n") == -1.5)
  }

  @Test(
    arguments: [
      ("Inf", .infinity), ("+Inf", .infinity), ("-Inf", -.infinity), ("inf", .infinity),
      ("Infinity", .infinity), ("-Infinity", -.infinity), ("+infinity", .infinity),
      (" 1.5 ", 1.5), ("+2", 2), ("1e-3", 0.001), ("\"7\"", 7), ("-0.25", -0.25),
    ] as [(String, Double)]
  )
  func `numbers and infinities are values`(_ cell: String, _ value: Double) throws {
    #expect(try RuleSet.measuring("mean(x)").value(in: "x,y\n\(cell),1\n") == value)
    #expect(try RuleSet.measuring("na(x)").value(in: "x,y\n\(cell),1\n") == 0)
  }

  @Test(
    arguments: [
      ("ratio", "1.0000000000000002", 1), ("ratio", "0.9871", 0.9871),
      ("%", "100.00000000000002", 1), ("%", "98.71", 0.9871),
      ("ms", "403.09", 0.40309), ("MB", "500", 5e8), ("MiB", "1.5", 1_572_864), ("min", "2", 120),
      ("ratio", "0", 0), ("ratio", "1", 1), ("%", "0", 0), ("%", "100", 1),
    ] as [(String, String, Double)]
  )
  func `a cell is read in the unit of its column`(
    _ unit: String,
    _ cell: String,
    _ value: Double
  ) throws {
    let rules = try RuleSet.measuring("max(x)", settings: "columns: { x: '\(unit)' },")
    #expect(try rules.value(in: "x\n\(cell)\n") == value)
  }

  @Test func `columns that no rule names are never parsed`() throws {
    let csv = "y,x,z\n12 apples,1,0x10\n\"1,5\",3,\"\n\"\n"
    #expect(try RuleSet.measuring("mean(x)").value(in: csv) == 2)
  }
}
