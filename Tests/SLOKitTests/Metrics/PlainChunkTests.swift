import Testing

@testable import SLOKit

/// The fast way through a plain chunk gives what the state machine gives, or gives up.
struct PlainChunkTests {
  private static let cells = [
    "0", "1", "0.5", "-3", "1e3", "12.75", "NA", "", "null", " 7 ", "Inf", "0.00038894574140625007",
  ]

  /// Samples of five fields, of which the reader wants the time, two numbers, and a label that is
  /// read twice.
  private static func reader(fieldCount: Int = 5) -> SampleReader {
    let missing = MissingTokens(RuleSetDecoder.missingTokens)
    let kinds: [(Int, ColumnDecoder.Kind)] = [
      (3, .number(nil, nil)), (0, .time), (1, .number(Unit("ms", .time, powerOfTen: -3), nil)),
      (4, .label(["ok", "bad"])), (4, .unreferenced),
    ]
    let decoders = kinds.enumerated().map { index, kind in
      ColumnDecoder(field: kind.0, column: index, name: "c", kind: kind.1, missing: missing)
    }
    return SampleReader(
      fieldCount: fieldCount,
      delimiter: .comma,
      recordLimit: 1 << 20,
      decoders: decoders,
      columnCount: decoders.count
    )
  }

  /// A chunk with a header; with `quotes`, some of the cells are quoted, and the one that nobody
  /// reads holds whatever a quoted cell can.
  private func chunk(
    rows: Int,
    lineEnd: String,
    quotes: Bool,
    _ random: inout SeededGenerator
  ) -> Chunk {
    var text = "time,a,b,c,d" + lineEnd
    for row in 0..<rows {
      var cells = [String(1_700_000_000 + row)]
      cells += (0..<3).map { _ in Self.cells.randomElement(using: &random) ?? "" }
      cells.append(["ok", "bad", "NA", "5", ""].randomElement(using: &random) ?? "")
      if quotes {
        cells = cells.map { Bool.random(using: &random) ? "\"\($0)\"" : $0 }
        cells[2] =
          ["\"a,b\"", "\"\"\"\"", "\"\"", "\"a\"\"b\"", "\"\n,\r\n\"", "x"].randomElement(
            using: &random
          ) ?? ""
      }
      text += cells.joined(separator: ",") + lineEnd
    }
    return Chunk(bytes: Array(text.utf8), firstLine: 1, isLast: true)
  }

  @Test(arguments: [1, 2, 63, 64, 65, 500], ["\n", "\r\n"])
  func `a plain chunk reads as the state machine reads it`(rows: Int, lineEnd: String) throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let chunk = chunk(rows: rows, lineEnd: lineEnd, quotes: seed % 2 == 1, &random)
      let start = 12 + lineEnd.utf8.count
      let reader = Self.reader()
      var plain = SampleBatch(columnCount: reader.columnCount)
      var any = SampleBatch(columnCount: reader.columnCount)
      var ends = FieldEnds()
      #expect(reader.readPlain(chunk, from: start, into: &plain, using: &ends))
      _ = try reader.readAny(chunk, from: start, into: &any)
      #expect(plain.count == rows)
      #expect(plain.lines == any.lines)
      #expect((0..<rows).map { plain.time(at: $0) } == (0..<rows).map { any.time(at: $0) })
      for column in [0, 2, 3, 4] {
        let bits = plain.values(of: column).map(\.bitPattern)
        #expect(bits == any.values(of: column).map(\.bitPattern), "column \(column)")
      }
    }
  }

  @Test(arguments: [
    "1,2,3,4,x\"\n", "1,2,3,4,5\n1,2,3,4,\"x\n", "1,2,3,4,\"x\"y\n", "1,2,3,4,\"x\ry\"\n",
    "1,2,3,4,\"\"\"\"\n",
    "1,2,3,\"4,5\n",
    "1,2,3,4,\"x\"\r7\n", "1,2,3,4,5\r\n6\r,2,3,4,5\n", "1,2,3,4\n", "1,2,3,4,5,6\n",
    "1,2\n,3,4,5\n", "1,2,3,4,5", "1,x,3,4,5\n",
    "1,2,3,4,5\n\n", "1,2,3,4,5\r6\n", "1,2,\u{0},4,5\n", "no time,2,3,4,5\n",
  ])
  func `what is unusual is left to the state machine`(rows: String) {
    let chunk = Chunk(bytes: Array(rows.utf8), firstLine: 1, isLast: true)
    let reader = Self.reader()
    var batch = SampleBatch(columnCount: reader.columnCount)
    var ends = FieldEnds()
    #expect(!reader.readPlain(chunk, from: 0, into: &batch, using: &ends))
  }

  @Test(arguments: ["a\rb", "a\nb", "a\r\nb"])
  func `a header of two lines is counted as two`(name: String) throws {
    let csv = "\"\(name)\",x\n1,2\n3,9\n"
    let rules = try Gate.rules("\(Gate.objective("mean(x)", "role: 'info'")), abort: ['x > 5']")
    let evaluation = try rules.evaluate(.text(csv, name: "metrics.csv"))
    #expect(evaluation.aborts.map(\.line) == [4])
  }
}
