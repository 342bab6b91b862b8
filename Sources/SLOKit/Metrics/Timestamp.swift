/// A moment in time, to the nanosecond.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let nanoseconds: Int64

  /// Creates a moment from nanoseconds since 1970.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Whether one moment is before another.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.nanoseconds < b.nanoseconds }

  /// The time from `earlier` to this moment, in seconds.
  public func seconds(since earlier: Timestamp) -> Double {
    // The difference of two moments may need one bit more than either of them.
    let (difference, overflow) = nanoseconds.subtractingReportingOverflow(earlier.nanoseconds)
    return overflow
      ? Double(nanoseconds) / 1e9 - Double(earlier.nanoseconds) / 1e9 : Double(difference) / 1e9
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment as RFC 3339 in UTC, with as many decimals as it needs: `2025-11-24T14:20:59Z`.
  public var description: String {
    let (days, inDay) = nanoseconds.flooredDivision(by: 86_400_000_000_000)
    let (year, month, day) = Self.civilDate(daysSince1970: days)
    let (second, fraction) = inDay.flooredDivision(by: 1_000_000_000)
    var text: [UInt8] = []
    text.append(year, width: 4)
    text.append(month, width: 2, after: .minus)
    text.append(day, width: 2, after: .minus)
    text.append(second / 3600, width: 2, after: UInt8(ascii: "T"))
    text.append(second / 60 % 60, width: 2, after: .colon)
    text.append(second % 60, width: 2, after: .colon)
    if fraction > 0 {
      text.append(fraction, width: 9, after: .dot)
      while text.last == .zero { text.removeLast() }
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a number of at least `width` digits, behind a separator.
  fileprivate mutating func append(_ number: Int64, width: Int, after separator: UInt8? = nil) {
    if let separator { append(separator) }
    let end = count
    var rest = number
    for _ in 0..<width {
      insert(.zero + UInt8(rest % 10), at: end)
      rest /= 10
    }
  }
}

// MARK: - The Gregorian calendar

extension Timestamp {
  /// Days from 1970-01-01 to a date (Hinnant, 2014, "chrono-compatible low-level date
  /// algorithms", `days_from_civil`).
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = year.flooredDivision(by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date that many days from 1970-01-01 (Hinnant, 2014, `civil_from_days`).
  static func civilDate(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}

extension Int64 {
  /// The quotient rounded down, and the remainder that is never negative.
  fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
