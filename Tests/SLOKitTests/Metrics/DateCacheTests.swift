import Testing

@testable import SLOKit

/// The quick way for timestamps gives what the parser gives, or gives up.
struct DateCacheTests {
  private static let texts = [
    "2025-11-24T14:20:59", "2025-11-24 14:20:59", "2025-11-24t14:20:59z", "2025-11-24T14:20:59Z",
    "2025-11-25T00:00:00Z", "2025-11-25T23:59:60Z", "2024-02-29T12:00:00", "2025-02-29T12:00:00",
    "2025-11-24T24:00:00", "2025-11-24T14:60:00", "2025-11-24T14:20:5x", "2025-11-24T14-20-59",
    "2025-11-24X14:20:59", "2025-11-24T14:20:59+", "1677-09-21T00:12:44Z", "2262-04-11T23:47:16Z",
    "2262-04-11T23:47:17Z", "0000-00-00T00:00:00", "1732458059", "1732458059123",
    "1732458059123456", "99999999999", "100000000000", "9223372036", "9223372037", "0", "-5", "5.5",
    "NA", "", "20251124", "99999999999999", "100000000000000", "2021e-3206T09:04:00Z",
    "1732458059T14:20:59",
  ]

  private func expectSame(_ text: String, _ cache: inout DateCache, mayGiveUp: Bool = true) {
    let bytes = Array("before the cell,\(text),behind the cell".utf8)
    let cell = 16..<16 + text.utf8.count
    let span = bytes.span
    let quick = cache.time(span, in: cell)
    let expected = TimestampParser.parse(span, in: cell)
    if quick != nil || !mayGiveUp { #expect(quick == expected, "\(text)") }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `in any order and with any damage`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var cache = DateCache()
    for _ in 0..<300 {
      var text = Array(Self.texts.randomElement(using: &generator) ?? "")
      if !text.isEmpty, Bool.random(using: &generator) {
        let place = Int.random(in: 0..<text.count, using: &generator)
        text[place] = ["0", "9", "-", ":", "T", " ", "x"].randomElement(using: &generator) ?? "0"
      }
      expectSame(String(text), &cache)
    }
  }

  @Test(arguments: ["2025-11-24T14:20:59Z", "2025-11-24 14:20:59", "1732458059", "1732458059123"])
  func `the common forms are quick`(_ text: String) {
    var cache = DateCache()
    for _ in 0..<2 { expectSame(text, &cache, mayGiveUp: false) }
  }
}
