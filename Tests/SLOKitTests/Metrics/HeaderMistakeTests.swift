import Testing

@testable import SLOKit

struct HeaderMistakeTests {
  private static func mistake(_ bytes: [UInt8]) throws -> Diagnostic? {
    try RuleSet.measuring("mean(x)").mistake(in: bytes)
  }

  @Test(
    arguments: [
      ("⟨⟩2025-11-24T14:20:59Z,0.5,fine\n", "a timestamp", 3),
      ("ok,⟨⟩2025-11-24\n", "a timestamp", 2), ("⟨⟩1,2,a\n3,4,b\n", "numbers", 3),
      ("⟨⟩1732458059,0.5\n", "numbers", 2), ("⟨⟩0.5\n0.6\n", "numbers", 1),
      ("⟨⟩1, 2, 3\n", "numbers", 3),
    ]
  )
  func `a first row of values is a missing header`(
    _ marked: String,
    _ what: String,
    _ count: Int
  ) throws {
    let hint =
      "add a row with the names of the \(count) columns, or give them with --columns a,b,c"
    let message = "the header is missing: the first row holds \(what)"
    CSVMistake(marked, .missingHeader, message, hint: hint).expect(by: try .measuring("mean(x)"))
  }

  @Test(
    arguments: [
      ("a,b⟨;⟩c\n", "a semicolon in a header with commas"),
      ("a;b⟨,⟩c;d\n", "a comma in a header with semicolons"),
      ("\"a;b\"\tc⟨;⟩d\n", "a semicolon in a header with tabs"),
      ("a,b⟨\t⟩c\n1,2\n", "a tab in a header with commas"),
    ]
  )
  func `a header with two delimiters is ambiguous`(_ marked: String, _ what: String) throws {
    CSVMistake(
      marked,
      .ambiguousDelimiter,
      "\(what), and each of them could part its names",
      hint: "tell the delimiter with  --delimiter ','  or put the name in quotes"
    ).expect(by: try .measuring("mean(x)"))
  }

  @Test func `a few names that are numbers are names`() throws {
    #expect(try RuleSet.measuring("mean(x)").value(in: "x,50,y\n7,1,2\n") == 7)
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func `an empty file is named`(_ bytes: [UInt8]) throws {
    let mistake = try Self.mistake(bytes)
    #expect(mistake?.code == .emptyFile)
    #expect(mistake?.location?.description == "m.csv:1:1")
  }

  @Test(arguments: ["x,y", "x,y\n", "x,y\r\n\r\n"])
  func `a header without samples is named`(_ csv: String) throws {
    let mistake = try Self.mistake(Array(csv.utf8))
    #expect(mistake?.code == .noSamples)
    #expect(mistake?.message == "m.csv: there is a header but no sample")
  }

  @Test func `more columns than anybody measures are refused`() throws {
    let names = (0...10_000).map { "c\($0)" }
    let mistake = try Self.mistake(Array(names.joined(separator: ",").utf8))
    #expect(mistake?.code == .tooManyColumns)
    #expect(mistake?.message == "10001 columns, more than the limit of 10000")
    let fitting = names.dropLast().joined(separator: ",") + "\n"
    let reader = try MetricsReader(.text(fitting, name: "m.csv"))
    #expect(reader.columns.count == 10_000)
  }

  /// The signatures are those of the formats' specifications.
  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip", "gzip -dc"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "zstd -dc"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz", "xz -dc"),
      ([0x42, 0x5A, 0x68, 0x39], "bzip2", "bzip2 -dc"),
      ([0x50, 0x4B, 3, 4], "zip", "unzip -p"),
    ] as [([UInt8], String, String)]
  )
  func `a compressed file is named with its remedy`(
    _ signature: [UInt8],
    _ name: String,
    _ command: String
  ) throws {
    let mistake = try Self.mistake(signature + [0x0A, 0xFF, 0])
    #expect(mistake?.code == .compressedFile)
    #expect(mistake?.message == "the file is compressed (\(name))")
    #expect(mistake?.location?.description == "m.csv:1:1")
    #expect(mistake?.hint == "unpack it first:  \(command) FILE | slo-cli check -")
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is named with its remedy`(isLittleEndian: Bool, hasMark: Bool) throws {
    let units = ((hasMark ? "\u{FEFF}" : "") + "x,latency\n1,2\n").utf16
    let bytes = units.flatMap { unit -> [UInt8] in
      let parts = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? parts : parts.reversed()
    }
    let mistake = try Self.mistake(bytes)
    #expect(mistake?.code == .wrongEncoding)
    #expect(mistake?.message == "the file is UTF-16, not UTF-8")
    let name = isLittleEndian ? "UTF-16LE" : "UTF-16BE"
    #expect(
      mistake?.hint == "convert it first:  iconv -f \(name) -t UTF-8 FILE | slo-cli check -"
    )
  }
}
