import Testing

@testable import SLOKit

/// Where chunks end changes nothing about what is read.
struct ChunkLawTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any chunk size gives the same samples`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let file = RandomCSV(using: &generator)
    for chunkSize in [1, 2, 3, 7, 64, 1 << 20] {
      #expect(try file.read(chunkSize: chunkSize) == file.samples)
    }
    #expect(try CSVRecords(file.bytes).records.dropFirst().map { $0[0] } == file.texts)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any chunk size finds the same mistake`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = RandomCSV(using: &generator).bytes
    let rules = try RuleSet.measuring("mean(x)")
    let insertions: [UInt8] = [.quote, .comma, .lineFeed, .carriageReturn, 0, UInt8(ascii: "z")]
    for _ in 0..<3 {
      let place = Int.random(in: 8...bytes.count, using: &generator)
      bytes.insert(insertions.randomElement(using: &generator) ?? 0, at: place)
    }
    let mistake = rules.mistake(in: bytes, chunkSize: 1 << 20)
    for chunkSize in [1, 2, 3, 7, 64] {
      #expect(rules.mistake(in: bytes, chunkSize: chunkSize) == mistake)
    }
  }
}

/// A file of a text and a number in each row, and what it must read as.
private struct RandomCSV {
  struct Samples: Equatable {
    var values: [Double] = []
    var lines: [Int] = []
  }

  private(set) var bytes = Array("text,x\n".utf8)
  private(set) var texts: [String] = []
  private(set) var samples = Samples()

  init(using generator: inout SeededGenerator) {
    var line = 2
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      let pieces = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        ["a", "\"", ",", "\n", "\r\n", "é", " ", "𝄞"].randomElement(using: &generator) ?? ""
      }
      let text = pieces.joined()
      let value = Double(generator.next() % 1000) / 8
      let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
      bytes += Array("\"\(text.replacing("\"", with: "\"\""))\",\(value)\(lineEnd)".utf8)
      texts.append(text)
      samples.values.append(value)
      samples.lines.append(line)
      line += 1 + text.utf8.count { $0 == .lineFeed }
    }
  }

  func read(chunkSize: Int) throws -> Samples {
    let reader = try MetricsReader(
      .memory(bytes[...]),
      name: "m.csv",
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    let missing = MissingTokens([])
    let decoder = ColumnDecoder(
      field: 1,
      column: 0,
      name: "x",
      kind: .number(nil, nil),
      missing: missing
    )
    let samples = reader.sampleReader([decoder], columnCount: 1)
    var result = Samples()
    while let next = reader.nextChunk() {
      let batch = try samples.batch(next.chunk, from: next.position)
      result.values += batch.values(of: 0)
      result.lines += batch.lines
    }
    return result
  }
}
