import Testing

@testable import SLOKit

/// What a text means follows from the grammar of RFC 4180.
struct RecordScannerTests {
  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2\r", [["a", "b"], ["1", "2"]]), ("\n", [[""]]), ("\n\n", [[""], [""]]),
      (",", [["", ""]]), (",,\n,\n", [["", "", ""], ["", ""]]), ("a,\n", [["a", ""]]),
      (" a , b \n", [[" a ", " b "]]), ("ä,€\n", [["ä", "€"]]),
    ] as [(String, [[String]])]
  )
  func `fields end at delimiters and records at line ends`(
    _ text: String,
    _ records: [[String]]
  ) throws {
    #expect(try CSVRecords(text).records == records)
  }

  @Test(
    arguments: [
      ("\"a\",\"b\"\n", [["a", "b"]]), ("\"\"\n", [[""]]), ("\"\",\"\"", [["", ""]]),
      ("\"a,b\",c\n", [["a,b", "c"]]), ("\"a\nb\",c\nd,e\n", [["a\nb", "c"], ["d", "e"]]),
      ("\"a\r\nb\"\r\nc\r\n", [["a\r\nb"], ["c"]]), ("\"a\"\"b\"\n", [["a\"b"]]),
      ("\"\"\"\"\n", [["\""]]), ("\"\"\"a\"\"\",\"\"\"\"\"\"\n", [["\"a\"", "\"\""]]),
      ("\"\n\"", [["\n"]]), ("a,\" b \"\n", [["a", " b "]]),
    ] as [(String, [[String]])]
  )
  func `quotes protect what is between them`(_ text: String, _ records: [[String]]) throws {
    #expect(try CSVRecords(text).records == records)
  }

  /// RFC 4180 knows no line end but CR LF; LF alone is common, CR alone is not.
  @Test func `a carriage return inside a record is content`() throws {
    #expect(try CSVRecords("a\rb,c\n").records == [["a\rb", "c"]])
  }

  @Test(arguments: [(";", UInt8.semicolon), ("\t", .tab), ("|", UInt8(ascii: "|"))])
  func `other delimiters leave commas alone`(_ mark: String, _ delimiter: UInt8) throws {
    let text = "a\(mark)1,5\n\"x\(mark)y\"\(mark)\n"
    let records = try CSVRecords(text, delimiter: delimiter).records
    #expect(records == [["a", "1,5"], ["x\(mark)y", ""]])
  }

  @Test func `a field knows whether it was quoted`() throws {
    let bytes = Array("a,\"b\",\"c\"\"\"".utf8)
    var scanner = RecordScanner(delimiter: .comma)
    var fields: [RecordScanner.Field] = []
    #expect(try scanner.next(in: bytes.span, fields: &fields))
    #expect(fields.map(\.isQuoted) == [false, true, true])
    #expect(fields.map(\.hasEscapes) == [false, false, true])
    #expect(fields.map(\.range) == [0..<1, 3..<4, 7..<10])
    #expect(scanner.position == bytes.count)
    #expect(try !scanner.next(in: bytes.span, fields: &fields))
    #expect(fields.isEmpty)
  }
}
