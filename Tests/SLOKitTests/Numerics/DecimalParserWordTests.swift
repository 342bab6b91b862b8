import Testing

@testable import SLOKit

/// The ways for short and for long cells give the bits of the parser for all, or give up.
struct DecimalParserWordTests {
  /// Bytes in front of a cell, which must not matter.
  private static let before = "9.9e9,-1.5,NA,.123456789012345678901234567890,"

  private func expectSame(_ text: String, powerOfTen: Int = 0, mayGiveUp: Bool = true) {
    let bytes = Array((Self.before + text + ",7").utf8)
    let start = Self.before.utf8.count
    let cell = start..<start + text.utf8.count
    let span = bytes.span
    let short = DecimalParser.parseShort(span, in: cell, powerOfTen: powerOfTen)
    let long = DecimalParser.parseLong(span, in: cell, powerOfTen: powerOfTen)
    let expected = DecimalParser.parse(span, in: cell, powerOfTen: powerOfTen)
    for result in [short, long] where result != nil {
      #expect(result?.bitPattern == expected?.bitPattern, "\(text)")
    }
    if !mayGiveUp { #expect(short != nil || long != nil, "\(text)") }
  }

  @Test(arguments: 1...24)
  func `digits with a dot at any place`(_ length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    for dot in -1..<length {
      for _ in 0..<20 {
        var digits = (0..<length).map { _ in Character("\(generator.next() % 10)") }
        // More than 19 digits may not fit into a word.
        if length > 17 {
          digits[0...(length - 17)] = ArraySlice(repeatElement("0", count: length - 16))
        }
        if dot >= 0 { digits[dot] = "." }
        let powers = [0, -3, 6, -22]
        let isNumber = digits.contains(where: \.isNumber)
        expectSame(
          String(digits),
          powerOfTen: powers.randomElement(using: &generator) ?? 0,
          mayGiveUp: !isNumber
        )
      }
    }
  }

  @Test(arguments: 1...24)
  func `anything else is left to the parser for all`(_ length: Int) {
    var generator = SeededGenerator(seed: UInt64(100 + length))
    let others: [UInt8] = [
      0, 1, 0x1E, 0x2B, 0x2D, 0x2F, 0x3A, 0x45, 0x65, 0x7F, 0x80, 0x8A, 0xAE, 0xB0, 0xBA, 0xFF,
      .dot, .dot, .space,
    ]
    for _ in 0..<500 {
      var cell = (0..<length).map { _ in UInt8.zero + UInt8(generator.next() % 10) }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<length, using: &generator)
        cell[place] = others.randomElement(using: &generator) ?? 0
      }
      let bytes = Array(Self.before.utf8) + cell + [.comma]
      let range = Self.before.utf8.count..<Self.before.utf8.count + length
      let span = bytes.span
      let expected = DecimalParser.parse(span, in: range)
      for result in [
        DecimalParser.parseShort(span, in: range, powerOfTen: 0),
        DecimalParser.parseLong(span, in: range, powerOfTen: 0),
      ] where result != nil {
        #expect(result?.bitPattern == expected?.bitPattern, "\(cell)")
      }
    }
  }

  @Test(arguments: [
    "18446744073709551615", "18446744073709551616", "18439999999999999999", "0.98765432109876543",
  ])
  func `the largest words are right`(_ text: String) {
    expectSame(text)
    expectSame(text, powerOfTen: -19)
    #expect(Double(decimalText: text) == Double(text))
  }

  @Test func `a cell at the start of the bytes is left to the parser for all`() {
    let bytes = Array("123,4".utf8)
    let span = bytes.span
    #expect(DecimalParser.parseShort(span, in: 0..<3, powerOfTen: 0) == nil)
    #expect(DecimalParser.parseLong(span, in: 0..<3, powerOfTen: 0) == nil)
    #expect(DecimalParser.parseShort(span, in: 0..<30, powerOfTen: 0) == nil)
  }
}
