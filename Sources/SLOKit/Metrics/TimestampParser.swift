/// Reads a timestamp cell: RFC 3339, ISO 8601 with `T` or a blank, with a zone or without one
/// (then it is UTC), or a number of seconds, milliseconds, microseconds or nanoseconds since 1970.
struct TimestampParser {
  private var position: Int
  private let end: Int

  private init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The moment in `range` of `bytes`, or `nil` when it is none.
  static func parse(_ bytes: Span<UInt8>, in range: Range<Int>) -> Timestamp? {
    parse(dateTime: bytes, in: range) ?? epoch(bytes, in: range)
  }

  /// The moment that a date, perhaps with a time of the day and a zone, names; `nil` for numbers,
  /// too.
  static func parse(dateTime bytes: Span<UInt8>, in range: Range<Int>) -> Timestamp? {
    var parser = TimestampParser(range)
    return parser.dateTime(in: bytes)
  }

  /// The moment that a date, perhaps with a time of the day and a zone, names; `nil` for any other
  /// text.
  static func parse(date text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    return parse(dateTime: bytes.span, in: bytes.indices)
  }

  // MARK: - Dates

  private mutating func dateTime(in bytes: Span<UInt8>) -> Timestamp? {
    guard let year = number(4, in: bytes), skip(.minus, in: bytes),
      let month = number(2, in: bytes), skip(.minus, in: bytes), let day = number(2, in: bytes),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    let days = Timestamp.days(year: year, month: month, day: day)
    guard position < end else { return Self.timestamp(days: days, seconds: 0, fraction: 0) }
    let separator = bytes[position].lowercased
    guard separator == UInt8(ascii: "t") || separator == .space else { return nil }
    position += 1
    return time(on: days, in: bytes)
  }

  private mutating func time(on days: Int64, in bytes: Span<UInt8>) -> Timestamp? {
    guard let hour = number(2, in: bytes), skip(.colon, in: bytes),
      let minute = number(2, in: bytes), hour < 24, minute < 60
    else { return nil }
    var second: Int64 = 0
    var fraction: Int64 = 0
    if skip(.colon, in: bytes) {
      // A leap second has the number 60.
      guard let seconds = number(2, in: bytes), seconds <= 60 else { return nil }
      second = seconds
      if skip(.dot, in: bytes) || skip(.comma, in: bytes) {
        guard let digits = nanoseconds(in: bytes) else { return nil }
        fraction = digits
      }
    }
    guard let offset = zone(in: bytes), position == end else { return nil }
    return Self.timestamp(
      days: days,
      seconds: hour * 3600 + minute * 60 + second - offset,
      fraction: fraction
    )
  }

  /// The offset from UTC in seconds; no zone is UTC.
  private mutating func zone(in bytes: Span<UInt8>) -> Int64? {
    if position < end, bytes[position] == .space { position += 1 }
    guard position < end else { return 0 }
    let sign = bytes[position]
    position += 1
    if sign.lowercased == UInt8(ascii: "z") { return 0 }
    guard sign == .plus || sign == .minus, let hours = number(2, in: bytes), hours < 24 else {
      return nil
    }
    var minutes: Int64 = 0
    if position < end {
      _ = skip(.colon, in: bytes)
      guard let number = number(2, in: bytes), number < 60 else { return nil }
      minutes = number
    }
    return (sign == .minus ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private mutating func nanoseconds(in bytes: Span<UInt8>) -> Int64? {
    let start = position
    var value: Int64 = 0
    while position < end, bytes[position].isDigit {
      if position - start < 9 { value = value * 10 + Int64(bytes[position] - .zero) }
      position += 1
    }
    guard position > start else { return nil }
    for _ in min(position - start, 9)..<9 { value *= 10 }
    return value
  }

  private mutating func number(_ digits: Int, in bytes: Span<UInt8>) -> Int64? {
    guard position + digits <= end else { return nil }
    var value: Int64 = 0
    for _ in 0..<digits {
      guard bytes[position].isDigit else { return nil }
      value = value * 10 + Int64(bytes[position] - .zero)
      position += 1
    }
    return value
  }

  private mutating func skip(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The moment, or `nil` when it is out of the range of 64-bit nanoseconds (1677 to 2262).
  private static func timestamp(days: Int64, seconds: Int64, fraction: Int64) -> Timestamp? {
    let (scaled, overflow) = (days * 86_400 + seconds).multipliedReportingOverflow(
      by: 1_000_000_000
    )
    guard !overflow else { return nil }
    let (sum, overflowed) = scaled.addingReportingOverflow(fraction)
    return overflowed ? nil : Timestamp(nanoseconds: sum)
  }

  // MARK: - Numbers

  /// A time since 1970, in the unit that its magnitude tells.
  private static func epoch(_ bytes: Span<UInt8>, in range: Range<Int>) -> Timestamp? {
    guard let number = DecimalParser.parse(bytes, in: range), !isCalendarDate(number) else {
      return nil
    }
    let power = power(of: abs(number))
    // Digits stay exact: a double of that size counts in steps of 256 nanoseconds.
    if let nanoseconds = shifted(bytes, in: range, powerOfTen: power) {
      return Timestamp(nanoseconds: nanoseconds)
    }
    guard let nanoseconds = DecimalParser.parse(bytes, in: range, powerOfTen: power) else {
      return nil
    }
    return Int64(exactly: nanoseconds.rounded()).map { Timestamp(nanoseconds: $0) }
  }

  /// The power of ten that makes nanoseconds of a time of this magnitude.
  private static func power(of magnitude: Double) -> Int {
    TimestampForm(magnitude: magnitude).powerOfTen ?? 0
  }

  /// Whether a number is a date of the years 1900 to 2199 in the basic form of ISO 8601, such as
  /// 20260101.
  ///
  /// As seconds it would be a day in August or September 1970, and days would be a second apart.
  static func isCalendarDate(_ number: Double) -> Bool {
    guard (19_000_101...21_991_231).contains(number), let digits = Int64(exactly: number) else {
      return false
    }
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100)
    return (1...12).contains(month) && (1...days(in: month, of: year)).contains(day)
  }

  /// A time since 1970 that is a whole number of at most sixteen digits; `nil` for any other.
  static func wholeEpoch(_ bytes: Span<UInt8>, in range: Range<Int>) -> Timestamp? {
    guard let number = DecimalParser.parseWhole(bytes, in: range), !isCalendarDate(Double(number))
    else { return nil }
    let unit: Int64 =
      switch power(of: Double(number)) {
      case 9: 1_000_000_000
      case 6: 1_000_000
      default: 1000
      }
    let (nanoseconds, overflow) = number.multipliedReportingOverflow(by: unit)
    return overflow ? nil : Timestamp(nanoseconds: nanoseconds)
  }

  /// The number times a power of ten without what is behind the dot then, or `nil` when it is
  /// written with an exponent or too large.
  private static func shifted(
    _ bytes: Span<UInt8>,
    in range: Range<Int>,
    powerOfTen: Int
  ) -> Int64? {
    let sign = bytes[range.lowerBound]
    let digits = range.dropFirst(sign == .minus || sign == .plus ? 1 : 0)
    var value: Int64 = 0
    var decimals: Int?
    func append(_ digit: UInt8) -> Bool {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(digit - .zero))
      value = sum
      return !overflow && !overflowed
    }
    for index in digits {
      if bytes[index] == .dot {
        decimals = 0
      } else {
        guard bytes[index].isDigit else { return nil }
        if decimals == powerOfTen { continue }
        decimals = decimals.map { $0 + 1 }
        guard append(bytes[index]) else { return nil }
      }
    }
    for _ in (decimals ?? 0)..<powerOfTen {
      guard append(.zero) else { return nil }
    }
    return sign == .minus ? -value : value
  }
}
