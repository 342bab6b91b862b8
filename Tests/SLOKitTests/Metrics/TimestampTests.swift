import Testing

@testable import SLOKit

struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999999Z"),
      (1_763_994_059_000_000_000, "2025-11-24T14:20:59Z"),
      (1_709_251_199_500_000_000, "2024-02-29T23:59:59.5Z"),
      (1_732_458_059_123_000_000, "2024-11-24T14:20:59.123Z"),
      (-2_203_891_200_000_000_000, "1900-03-01T00:00:00Z"),
      (.max, "2262-04-11T23:47:16.854775807Z"), (.min, "1677-09-21T00:12:43.145224192Z"),
    ] as [(Int64, String)]
  )
  func `a moment is shown as RFC 3339 in UTC`(_ nanoseconds: Int64, _ text: String) {
    #expect(Timestamp(nanoseconds: nanoseconds).description == text)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a moment that is shown reads back`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      // The texts of whole seconds, milliseconds and microseconds are shorter.
      let step = [1, 1_000, 1_000_000, 1_000_000_000].randomElement(using: &generator) ?? 1
      let limit = 9_223_372_036 * (1_000_000_000 / Int64(step))
      let nanoseconds = Int64.random(in: -limit...limit, using: &generator) * Int64(step)
      let bytes = Array(Timestamp(nanoseconds: nanoseconds).description.utf8)
      let time = TimestampParser.parse(bytes.span, in: bytes.indices)
      guard time?.nanoseconds != nanoseconds else { continue }
      Issue.record("\(nanoseconds) does not read back")
    }
  }

  @Test func `a distance in seconds survives the ends of the range`() {
    let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
    #expect(last.seconds(since: first) == 18446744073.709553)
    #expect(first.seconds(since: last) == -18446744073.709553)
    #expect(Timestamp(nanoseconds: 5).seconds(since: Timestamp(nanoseconds: 2)) == 3e-9)
    #expect(first < last)
  }
}
