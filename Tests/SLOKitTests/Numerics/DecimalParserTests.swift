import Testing

@testable import SLOKit

/// Expected values are literals, which the compiler (LLVM's APFloat) rounds, or bit patterns
/// from Python's `float` and `fractions.Fraction`.
struct DecimalParserTests {
  @Test(arguments: [
    ("0", 0.0), ("3", 3), (".5", 0.5), ("5.", 5), ("+7.25", 7.25), ("-1450.1234", -1450.1234),
    ("0.0038892", 0.0038892), ("0.00038894574140625007", 0.00038894574140625007),
    ("1e3", 1000), ("1E+3", 1000), ("12.5e-1", 1.25), ("00012", 12), ("1e022", 1e22),
    ("18446744073709551616", 18446744073709551616), ("1e23", 1e23), ("9007199254740993", 0x1p53),
    ("inf", .infinity), ("-INF", -.infinity), ("+Infinity", .infinity),
  ])
  func `a number is read as the compiler reads it`(_ text: String, _ value: Double) {
    #expect(Double(decimalText: text) == value)
  }

  @Test(arguments: [
    "", "+", "-", ".", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1.2.3", "1..2", "--1", "+-1", "1-",
    " 1", "1 ", "1 2", "1,5", "1_000", "0x10", "1e5.0", "1e5e5", "1f", "nan", "NaN", "in", "infi",
    "infinit", "infinityx", "inf1", "1inf", "i", "١", "1\u{0}", "½", "-infinitx",
  ])
  func `a text that is not a number gives nothing`(_ text: String) {
    #expect(Double(decimalText: text) == nil)
  }

  @Test(
    arguments: [
      ("-0", 0x8000_0000_0000_0000), ("-0.000e99", 0x8000_0000_0000_0000),
      ("-1e-400", 0x8000_0000_0000_0000), ("0e9223372036854775809", 0),
      ("1e-9223372036854775809", 0), ("1e9223372036854775809", 0x7FF0_0000_0000_0000),
      ("-1e99999999999999999999999999999999999999999", 0xFFF0_0000_0000_0000),
      ("1e-99999999999999999999999999999999999999999", 0),
    ] as [(String, UInt64)]
  )
  func `zeros and infinities keep their sign`(_ text: String, _ bits: UInt64) {
    #expect(Double(decimalText: text)?.bitPattern == bits)
  }

  /// The bounds follow from the format (IEEE 754): half of the least number, the middle between
  /// the largest number and 2¹⁰²⁴, and the neighbours of both.
  @Test(
    arguments: [
      ("5e-324", 1), ("2.4703282292062327e-324", 0), ("2.4703282292062328e-324", 1),
      ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF),
      ("2.2250738585072012e-308", 0x0010_0000_0000_0000),
      ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF),
      ("1.7976931348623159e308", 0x7FF0_0000_0000_0000),
    ] as [(String, UInt64)]
  )
  func `the ends of the range are exact`(_ text: String, _ bits: UInt64) {
    #expect(Double(decimalText: text)?.bitPattern == bits)
  }

  /// 2⁵³ + 1 lies half-way between 2⁵³ and 2⁵³ + 2; so does 1 + 2⁻⁵³ between its neighbours.
  @Test(arguments: ["9007199254740993", "1.00000000000000011102230246251565404236316680908203125"])
  func `half-way goes to even and the least bit more goes up`(_ halfway: String) {
    let even: Double = halfway.hasPrefix("9") ? 0x1p53 : 1
    let dotted = halfway.contains(".") ? halfway : halfway + "."
    let zeros = String(repeating: "0", count: 3000)
    #expect(Double(decimalText: halfway) == even)
    #expect(Double(decimalText: dotted + zeros) == even)
    #expect(Double(decimalText: dotted + zeros + "1") == even.nextUp)
    #expect(Double(decimalText: dotted + zeros + "1" + zeros) == even.nextUp)
  }

  @Test func `an exponent makes up for any number of zeros`() {
    let zeros = String(repeating: "0", count: 20_000)
    #expect(Double(decimalText: "0.\(zeros)15e20000") == 0.15)
    #expect(Double(decimalText: "15\(zeros)e-20002") == 0.15)
    #expect(Double(decimalText: "\(zeros)1.5\(zeros)") == 1.5)
    #expect(Double(decimalText: "0.\(zeros)")?.bitPattern == 0)
    #expect(Double(decimalText: "1\(zeros)") == .infinity)
  }

  @Test func `a range selects its part of the bytes and must lie inside them`() {
    let bytes: [UInt8] = Array("12,-3.5,7".utf8)
    #expect(DecimalParser.parse(bytes.span, in: 3..<7) == -3.5)
    #expect(DecimalParser.parse(bytes.span, in: 8..<9) == 7)
    #expect(DecimalParser.parse(bytes.span, in: 0..<3) == nil)
    #expect(DecimalParser.parse(bytes.span, in: 9..<9) == nil)
    #expect(DecimalParser.parse(bytes.span, in: 8..<10) == nil)
    #expect(DecimalParser.parse(bytes.span, in: -1..<1) == nil)
  }
}
