import Testing

@testable import SLOKit

/// A file whose mistake is marked, and what is said about it.
struct CSVMistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let code: DiagnosticCode
  let message: String
  let hint: String?

  init(_ marked: String, _ code: DiagnosticCode, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.code = code
    self.message = message
    self.hint = hint
  }

  var testDescription: String { "\(marked.debugDescription): \(message)" }

  /// The file without the marks.
  var bytes: [UInt8] { Array(MarkedText(marked).text.utf8) }

  /// The place of the mark.
  var place: String? {
    let text = MarkedText(marked)
    guard let offset = text.ranges.first?.lowerBound else { return nil }
    let lines = text.text.utf8.prefix(offset).split(
      separator: .lineFeed,
      omittingEmptySubsequences: false
    )
    let column = String(decoding: lines[lines.count - 1], as: UTF8.self).unicodeScalars.count + 1
    return "m.csv:\(lines.count):\(column)"
  }

  /// Expects that reading the file by `rules` says so.
  func expect(
    by rules: RuleSet,
    chunkSize: Int = 1 << 18,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = rules.mistake(in: bytes, chunkSize: chunkSize)
    #expect(found?.code == code, sourceLocation: sourceLocation)
    #expect(found?.message == message, sourceLocation: sourceLocation)
    #expect(found?.location?.description == place, sourceLocation: sourceLocation)
    #expect(found?.hint == hint, sourceLocation: sourceLocation)
  }
}

extension CSVMistake {
  private static let quoteHint = "a quote inside a quoted field is written twice"
  private static let fieldCountHint = "every row must have as many fields as the header"

  /// Rows that do not fit the header.
  static let rows = [
    CSVMistake(
      "x,y\n1,2\n⟨3⟩\n4,5\n",
      .raggedRow,
      "expected 2 fields, found 1",
      hint: fieldCountHint
    ),
    CSVMistake("x,y\n1,2,⟨3⟩\n", .raggedRow, "expected 2 fields, found 3", hint: fieldCountHint),
    CSVMistake("x,y\n1,2,⟨⟩", .raggedRow, "expected 2 fields, found 3", hint: fieldCountHint),
    CSVMistake(
      "x,y\r\n1,2\r\n⟨\"\"⟩\r\n",
      .raggedRow,
      "expected 2 fields, found 1",
      hint: fieldCountHint
    ),
    CSVMistake("x,y\n⟨⟩\n1,2\n", .raggedRow, "an empty row between samples", hint: "remove it"),
    CSVMistake(
      "x,y\n1,2\n⟨⟩\n\n3,4\n",
      .raggedRow,
      "an empty row between samples",
      hint: "remove it"
    ),
    CSVMistake(
      "x,y\r\n1,2\r\n⟨⟩\r\n3,4",
      .raggedRow,
      "an empty row between samples",
      hint: "remove it"
    ),
    CSVMistake(
      "x,y\n1,2\n⟨3⟩",
      .truncatedRow,
      "the last row is incomplete: expected 2 fields, found 1 and no line end",
      hint: "its writer may still be at work, or was interrupted"
    ),
  ]

  /// What RFC 4180 does not allow.
  static let fields = [
    CSVMistake(
      "x,y\n1,⟨\"2⟩\n3,4\n",
      .unclosedQuote,
      "a quoted field is never closed",
      hint: quoteHint
    ),
    CSVMistake(
      "x,y\n1,\"b\"⟨c⟩\n",
      .textAfterQuote,
      "text after a closing quote",
      hint: quoteHint
    ),
    CSVMistake(
      "x,y\n1,\"ä\n€𝄞\"⟨ ⟩\n",
      .textAfterQuote,
      "text after a closing quote",
      hint: quoteHint
    ),
    CSVMistake(
      "x,y\n1,b⟨\"⟩c\"\n",
      .strayQuote,
      "a quote inside a field without quotes",
      hint: "put the whole field in quotes, and this one twice"
    ),
    CSVMistake(
      "x,y\n1, ⟨\"⟩b\"\n",
      .strayQuote,
      "a quote inside a field without quotes",
      hint: "remove the blank before the quote"
    ),
    CSVMistake(
      "x,y\n1,2\n3,⟨\0⟩4\n",
      .nulByte,
      "a NUL byte",
      hint: "this is not text, or its writer was interrupted"
    ),
    CSVMistake(
      "x,y\n1,\"é⟨\0⟩\"\n",
      .nulByte,
      "a NUL byte",
      hint: "this is not text, or its writer was interrupted"
    ),
  ]
}
