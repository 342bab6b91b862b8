import Testing

@testable import SLOKit

@Suite("JSON5 mistakes")
struct JSON5MistakeTests {
  @Test(arguments: JSON5Mistake.between + JSON5Mistake.strings + JSON5Mistake.numbers)
  func `a mistake is named at its place`(mistake: JSON5Mistake) throws {
    let marked = MarkedText(mistake.marked)
    let source = SourceText(name: "rules.json5", text: marked.text)
    let range = try #require(marked.ranges.first)
    let expected = Diagnostic(
      .syntax,
      mistake.message,
      in: source,
      at: range,
      hint: mistake.hint
    )
    #expect(throws: expected) { try JSON5Reader.read(source) }
  }

  static let foreignBytes: [(bytes: [UInt8], offset: Int, byte: String)] = [
    ([0x7B, 0xE9, 0x7D], 1, "0xE9"),
    ([0x27, 0x61, 0xC3, 0x27], 2, "0xC3"),
    ([0x27, 0xC0, 0x80, 0x27], 1, "0xC0"),
    ([0x27, 0xE0, 0x80, 0x80, 0x27], 1, "0xE0"),
    ([0x27, 0xED, 0xA0, 0x80, 0x27], 1, "0xED"),
    ([0x27, 0xF4, 0x90, 0x80, 0x80, 0x27], 1, "0xF4"),
    ([0x27, 0x5C, 0xFF, 0x27], 2, "0xFF"),
    ([0x2F, 0x2F, 0x80], 2, "0x80"),
    ([0x2F, 0x2A, 0xF0, 0x9F], 2, "0xF0"),
    ([0xFF, 0xFE, 0x7B, 0x00], 0, "0xFF"),
    ([0x31, 0xFF], 1, "0xFF"),
  ]

  @Test(arguments: foreignBytes)
  func `bytes that are not UTF-8 are named`(bytes: [UInt8], offset: Int, byte: String) {
    let source = SourceText(name: "rules.json5", bytes: bytes)
    let expected = Diagnostic(
      .syntax,
      "found the byte \(byte), which is not UTF-8",
      in: source,
      at: offset..<offset + 1,
      hint: "save the file as UTF-8"
    )
    #expect(throws: expected) { try JSON5Reader.read(source) }
  }

  @Test func `a long word is cut in the message`() {
    let word = String(repeating: "x", count: 1000)
    let diagnostic = #expect(throws: Diagnostic.self) { try JSON5Samples.read(word) }
    #expect(
      diagnostic?.message == "expected a value, found '\(String(repeating: "x", count: 39))…'"
    )
  }
}
