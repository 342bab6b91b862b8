@testable import SLOKit

/// The texts of a CSV's fields, record by record.
struct CSVRecords: Equatable {
  private(set) var records: [[String]] = []

  init(_ bytes: [UInt8], delimiter: UInt8 = .comma) throws(TextError) {
    var scanner = RecordScanner(delimiter: delimiter)
    var fields: [RecordScanner.Field] = []
    while try scanner.next(in: bytes.span, fields: &fields) {
      records.append(fields.map { $0.text(in: bytes.span) })
    }
  }

  init(_ text: String, delimiter: UInt8 = .comma) throws(TextError) {
    try self.init(Array(text.utf8), delimiter: delimiter)
  }
}
