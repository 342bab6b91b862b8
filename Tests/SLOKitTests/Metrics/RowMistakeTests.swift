import Testing

@testable import SLOKit

struct RowMistakeTests {
  @Test(arguments: CSVMistake.rows + CSVMistake.fields, [1, 2, 3, 7, 64, 1 << 20])
  func `a mistake is named at its place whatever the chunk size`(
    mistake: CSVMistake,
    chunkSize: Int
  ) throws {
    mistake.expect(by: try .measuring("mean(x)"), chunkSize: chunkSize)
  }

  @Test(arguments: ["x,y\n1,2\n3,4\n\n", "x,y\n1,2\n3,4\n\n\r\n\n", "x,y\r\n1,2\r\n3,4\r\n\r\n"])
  func `blank lines at the end are fine`(_ csv: String) throws {
    #expect(try RuleSet.measuring("count()").value(in: csv) == 2)
  }

  @Test(arguments: ["3\"4,5", "\"3,4", "\"3\"4,5", "3,\0", "3", "3,4,5", "oops,4", "\r"])
  func `an empty row is named before what is wrong behind it`(_ row: String) throws {
    let rules = try RuleSet.measuring("mean(x)")
    for chunkSize in [1, 9, 1 << 20] {
      let csv = Array("x,y\n1,2\n\n\(row)\r\n".utf8)
      let mistake = rules.mistake(in: csv, chunkSize: chunkSize)
      #expect(mistake?.message == "an empty row between samples")
      #expect(mistake?.location?.description == "m.csv:3:1")
    }
  }

  @Test(arguments: ["\"3,4\n", "\"\n", "\"3,4\n5,6\n", "\"3\"\",4\r\n", "\""])
  func `a quote that is never closed hides no row`(_ rest: String) throws {
    let rules = try RuleSet.measuring("mean(x)")
    for chunkSize in [1, 9, 1 << 20] {
      let mistake = rules.mistake(in: Array("x,y\n1,2\n\(rest)".utf8), chunkSize: chunkSize)
      #expect(mistake?.code == .unclosedQuote)
      #expect(mistake?.location?.description == "m.csv:3:1")
    }
  }

  @Test(arguments: ["10,20\n", "1,\"2\"", "12345678\n", "\"12345678\"\n", "1,\"23"])
  func `a record above the limit is refused at its start`(_ row: String) throws {
    var format = CSVFormat()
    format.recordLimit = row.utf8.count - (row.hasSuffix("\n") ? 1 : 0)
    let rules = try RuleSet.measuring("mean(x)")
    let header = row.contains(",") ? "x,y\n" : "x\n"
    let fitting = rules.mistake(in: Array((header + row).utf8), format: format)
    #expect(fitting?.code != .lineTooLong)
    format.recordLimit -= 1
    for chunkSize in [1, 2, 3, 7, 1 << 20] {
      let mistake = rules.mistake(
        in: Array((header + row).utf8),
        format: format,
        chunkSize: chunkSize
      )
      #expect(mistake?.code == .lineTooLong)
      #expect(mistake?.message == "a record of more than \(format.recordLimit) bytes")
      #expect(mistake?.location?.description == "m.csv:2:1")
    }
  }

  @Test(arguments: 1...12)
  func `a record of the limit may end in CR LF wherever a chunk ends`(_ chunkSize: Int) throws {
    var format = CSVFormat()
    format.recordLimit = 5
    let csv = Array("x,y\r\n10,20\r\n30,40\r\n".utf8)
    let rules = try RuleSet.measuring("mean(x)")
    #expect(rules.mistake(in: csv, format: format, chunkSize: chunkSize) == nil)
  }

  @Test func `a record is a mebibyte at most`() throws {
    let text = String(repeating: "a", count: 1 << 20)
    let rules = try RuleSet.measuring("count()")
    #expect(rules.mistake(in: Array("x,y\n1,\(text.dropLast(2))\n".utf8)) == nil)
    #expect(rules.mistake(in: Array("x,y\n1,\(text)\n".utf8))?.code == .lineTooLong)
  }

  @Test func `a lone carriage return ends a line for people whatever the chunk size`() throws {
    let csv = Array("y,x\na\rb,1\nc,oops\n".utf8)
    let rules = try RuleSet.measuring("mean(x)")
    for chunkSize in [1, 5, 1 << 20] {
      let mistake = rules.mistake(in: csv, chunkSize: chunkSize)
      #expect(mistake?.location?.description == "m.csv:4:3")
    }
  }
}
