import Testing

@testable import SLOKit

@Suite("JSON5 reader")
struct JSON5ReaderTests {
  @Test(arguments: [
    ("null", "null"),
    (" true ", "true"),
    ("\u{FEFF}false", "false"),
    ("[]", "[]"),
    ("[1,]", "[1.0]"),
    ("{}", "{}"),
    ("{a: 1, 'b': [2, {c: 'd'}], \"e f\": null,}", "{a: 1.0 b: [2.0 {c: \"d\"}] e f: null}"),
    (
      "{null: 1, $_: 2, größe: 3, \\u0061b: 4, a\u{301}1: 5}",
      "{null: 1.0 $_: 2.0 größe: 3.0 ab: 4.0 a\u{301}1: 5.0}"
    ),
    ("{a: 1, a: 2}", "{a: 1.0 a: 2.0}"),
    ("// one\n/* two ** / */[/**/1//three\u{2028}]", "[1.0]"),
    ("\t\u{B}\u{C} \u{A0}\u{3000}\u{2029}1\r\n", "1.0"),
  ])
  func `values of every kind are read`(text: String, summary: String) {
    let read = (try? JSON5Samples.read(text))?.summary ?? ""
    #expect(read == summary)
  }

  @Test func `a trailing comma is fine`() throws {
    #expect(try JSON5Samples.read("[1, 2,]").elements.count == 2)
    #expect(try JSON5Samples.read("{a: 1,}").members.count == 1)
  }

  // Without its type the compiler gives up on finding it.
  static let numbers: [(text: String, value: Double)] = [
    ("0", 0.0), ("-0", -0.0), ("+1", 1), (".5", 0.5), ("-.5e1", -5), ("5.", 5), ("5.e2", 500),
    ("1E+2", 100), ("1e-2", 0.01), ("0.1", 0.1), ("0e0", 0), ("0xfF", 255), ("-0X10", -16),
    ("0x1e2", 482), ("0x1FFFFFFFFFFFFF", 0x1p53 - 1), ("0x20000000000001", 0x1p53),
    ("0x20000000000003", 0x1p53 + 4), ("0x200000000000010000000001", 0x1p93 + 0x1p41),
    ("0x200000000000010000000000", 0x1p93), ("1e999", .infinity), ("Infinity", .infinity),
    ("+Infinity", .infinity), ("-Infinity", -.infinity), ("9007199254740993", 0x1p53),
  ]

  @Test(arguments: numbers)
  func `numbers become the nearest double`(text: String, value: Double) throws {
    let number = try #require(JSON5Samples.read(text).number)
    #expect(number.value.bitPattern == value.bitPattern)
    #expect(number.text == text)
  }

  @Test(arguments: ["NaN", "-NaN", "+NaN"])
  func `NaN is a number`(text: String) throws {
    #expect(try JSON5Samples.read(text).number?.value.isNaN == true)
  }

  @Test(arguments: [
    (#"'it "works"'"#, #"it "works""#),
    (#""it's""#, "it's"),
    (#""\b\f\n\r\t\v\0\'\"\\\/\a\é""#, "\u{8}\u{C}\n\r\t\u{B}\0'\"\\/aé"),
    (#""\x41\u00b5\uD83C\uDFBC""#, "Aµ🎼"),
    ("'a\\\nb\\\r\nc\\\rd\\\u{2028}e\\\u{2029}f'", "abcdef"),
    ("'\u{2028}\u{2029}\t\u{7}'", "\u{2028}\u{2029}\t\u{7}"),
    (#"'\u0000'"#, "\0"),
  ])
  func `strings are decoded`(text: String, decoded: String) throws {
    let read = try #require(JSON5Samples.read(text).string).text
    #expect(Array(read.utf8) == Array(decoded.utf8))
  }

  @Test func `values and keys know their places`() throws {
    let marked = MarkedText("\u{FEFF} ⟨{ ⟨größe⟩: ⟨'µ'⟩, ⟨\"b\"⟩: ⟨[⟨-1⟩, ⟨true⟩ ]⟩ }⟩ // end")
    let value = try JSON5Samples.read(marked.text)
    var found = [value.range]
    for member in value.members {
      found += [member.keyRange, member.value.range] + member.value.elements.map(\.range)
    }
    #expect(found == marked.ranges)
  }

  @Test func `a kind is named as messages need it`() throws {
    let names = try JSON5Samples.read("[null, true, 1, '', [], {}]").elements.map(\.kindName)
    #expect(
      names == ["null", "true or false", "a number", "a string", "an array", "an object"]
    )
  }
}
