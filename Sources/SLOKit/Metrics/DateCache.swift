/// Reads timestamps of the common forms quickly: whole numbers, and `2025-11-24T14:20:59`, with a
/// blank in place of the `T`, with or without a `Z`.
///
/// Neighbours are mostly of one day, so the date is worked out once for them.
struct DateCache {
  private var date: UInt64 = 0
  private var lastDigits: UInt64 = 0
  /// Seconds from 1970 to the start of the day.
  private var start: Int64 = 0

  /// The moment in a part of `bytes`, or `nil` when it has another form or is none.
  @inline(__always)
  mutating func time(_ bytes: Span<UInt8>, in cell: Range<Int>) -> Timestamp? {
    let (start, length) = (cell.lowerBound, cell.count)
    if length <= 16 { return TimestampParser.wholeEpoch(bytes, in: cell) }
    guard length == 19 || length == 20 && bytes[start &+ 19] | 0x20 == UInt8(ascii: "z") else {
      return nil
    }
    // `YYYY-MM-`, then `DD` and the separator, then `HH:MM:SS`.
    let date = bytes.word(at: start)
    let digits = bytes.word(at: start &+ 3) >> 40
    if date != self.date || digits != lastDigits {
      guard setDate(bytes, from: start) else { return nil }
      (self.date, lastDigits) = (date, digits)
    }
    let clock = bytes.word(at: start &+ 11)
    guard clock & 0x0000_FF00_00FF_0000 == 0x0000_3A00_003A_0000 else { return nil }
    // A colon is the digit 0 with two bits more.
    let word = DigitWord(clock ^ 0x0000_0A00_000A_0000)
    guard word.isAllDigits else { return nil }
    let value = Int64(truncatingIfNeeded: word.value)
    let (hour, minute, second) = (value / 1_000_000, value / 1000 % 1000, value % 1000)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return Timestamp(
      nanoseconds: (self.start &+ hour &* 3600 &+ minute &* 60 &+ second) &* 1_000_000_000
    )
  }

  @inline(never)
  private mutating func setDate(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let separator = bytes[start + 10]
    guard separator == .space || separator | 0x20 == UInt8(ascii: "t"),
      let day = TimestampParser.parse(dateTime: bytes, in: start..<start + 10),
      // Near the ends of what 64 bits hold, the parser with its checks must do it.
      abs(day.nanoseconds) < 1 << 62
    else { return false }
    self.start = day.nanoseconds / 1_000_000_000
    return true
  }
}
