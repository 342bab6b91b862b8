import Testing

@testable import SLOKit

struct MetricsHeaderTests {
  private static func columns(
    of csv: String,
    format: CSVFormat = CSVFormat()
  ) throws -> [String] {
    try MetricsReader(.text(csv, name: "m.csv"), format: format).columns
  }

  @Test(arguments: [
    "a,b\n", "a;b\n", "a\tb\n", "\u{FEFF}a,b\n", "\u{FEFF}\"a\",b\r\n", " a , b \n", "a,b",
    "\"a\";b\n1,5;2,5\n",
  ])
  func `the header shows the delimiter and the names`(_ csv: String) throws {
    #expect(try Self.columns(of: csv) == ["a", "b"])
  }

  @Test func `delimiters inside quotes are not counted`() throws {
    #expect(try Self.columns(of: "\"a;b;c\",d\n") == ["a;b;c", "d"])
    #expect(try Self.columns(of: "\"a\n;;;\",d\n") == ["a\n;;;", "d"])
  }

  @Test func `a delimiter that is given wins`() throws {
    let format = CSVFormat(delimiter: .semicolon)
    #expect(try Self.columns(of: "a,b;\tc\n", format: format) == ["a,b", "c"])
  }

  @Test(
    arguments: [
      ("tab", .tab), ("\\t", .tab), (";", .semicolon), ("|", UInt8(ascii: "|")), ("", nil),
      ("ab", nil), ("\"", nil), ("\n", nil), ("\r", nil), ("·", nil),
    ] as [(String, UInt8?)]
  )
  func `a delimiter is one character by its name`(_ text: String, _ delimiter: UInt8?) {
    #expect(CSVFormat.delimiter(named: text) == delimiter)
  }

  @Test func `names can be given for a file without a header`() throws {
    let format = CSVFormat(columns: ["timestamp", "x"])
    let csv = "2025-11-24T14:20:59Z,1\n2025-11-24T14:21:59Z,4\n"
    #expect(try RuleSet.measuring("mean(x)").value(in: csv, format: format) == 2.5)
    #expect(try Self.columns(of: csv, format: format) == ["timestamp", "x"])
  }

  @Test(
    arguments: [
      (["x", "date"], "date"), (["date", "time", "x"], "time"), (["ts", "timestamp"], "timestamp"),
      (["timeStamp"], "timeStamp"), (["Timestamp", "x"], "Timestamp"),
    ] as [([String], String?)]
  )
  func `a column of timestamps is known by its name`(_ names: [String], _ column: String?) {
    #expect(MetricsHeader(names: names, delimiter: .comma).timeColumn == column)
  }

  @Test func `a name that is there twice matters when a rule names it`() throws {
    let csv = "x,y,y\n1,2,3\n"
    #expect(try RuleSet.measuring("mean(x)").value(in: csv) == 1)
    let mistake = try RuleSet.measuring("mean(y)").mistake(in: Array(csv.utf8))
    #expect(mistake?.code == .duplicateColumn)
    #expect(mistake?.message == "the column 'y' is there twice, and the rules name it")
    #expect(mistake?.location?.line == 1)
  }
}
