import Testing

@testable import SLOKit

@Suite("JSON5 string positions")
struct JSON5StringTests {
  /// The marked part of each source is where the word `here` or its equivalent stands.
  @Test(arguments: [
    ("'⟨here⟩'", 0..<4),
    ("  \"a ⟨here⟩ b\"", 2..<6),
    (#"'\u00b5⟨here⟩'"#, 2..<6),
    (#"'\n⟨here⟩\n'"#, 1..<5),
    ("'µ⟨here⟩'", 2..<6),
    (#"'\uD83C\uDFBC\t⟨here⟩'"#, 5..<9),
    ("'a\\\n⟨here⟩\\\r\n'", 1..<5),
    (#"'⟨\u0068ere⟩'"#, 0..<4),
    (#"'⟨her\x65⟩\x41'"#, 0..<4),
    ("'⟨he\\\nre⟩'", 0..<4),
    (#"'a⟨\u00b5⟩b'"#, 2..<3),
    (#"'a⟨\u00b5⟩b'"#, 1..<2),
    (#"'⟨a\u00b5⟩b'"#, 0..<2),
    ("'here⟨⟩'", 4..<4),
    ("'here\\\n⟨⟩'", 4..<4),
    ("'⟨⟩here'", 0..<0),
    ("'here⟨⟩'", 7..<9),
  ])
  func `a part of the text is found in the source`(marked: String, range: Range<Int>) throws {
    let marked = MarkedText(marked)
    let string = try #require(JSON5Samples.read(marked.text).string)
    #expect([string.sourceRange(of: range)] == marked.ranges)
  }

  @Test func `a string without escapes keeps none`() throws {
    #expect(try JSON5Samples.read("'mean(p95) ≤ 150ms'").string?.escapes.isEmpty == true)
  }

  @Test func `the places of all scalars cover the source in order`() throws {
    let source = "'a\\u00b5µ\\\n\\\n\\x41\\uD83C\\uDFBC🎼b\\\n'"
    let string = try #require(JSON5Samples.read(source).string)
    var offset = 0
    var end = 1
    for scalar in string.text.unicodeScalars {
      let length = String(scalar).utf8.count
      let range = string.sourceRange(of: offset..<offset + length)
      let gap = Array(source.utf8)[end..<range.lowerBound]
      #expect(gap.allSatisfy { $0 == .backslash || $0 == .lineFeed })
      #expect(!range.isEmpty)
      (offset, end) = (offset + length, range.upperBound)
    }
    #expect(offset == string.text.utf8.count)
  }
}
