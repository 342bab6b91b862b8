/// Shows numbers to people: in a fitting unit, with as many digits as it takes.
///
/// 0.00021 s is `210 µs`, never `0.000`.
enum QuantityFormat {
  /// The digits that are enough to read.
  private static let readableDigits = 3
  /// The digits that tell any two doubles apart.
  private static let allDigits = 17

  /// The value for people; `NA` for NaN.
  ///
  /// Digits are added while the value reads like one of `limits` without being equal to it: a
  /// value just beyond a limit must not look as if it met it.
  static func text(
    _ value: Double,
    _ dimension: Dimension?,
    apartFrom limits: [Double] = []
  ) -> String {
    for digits in readableDigits..<allDigits {
      let text = text(value, dimension, digits: digits)
      let looksEqual = limits.contains { limit in
        limit != value && isNear(limit, value)
          && Self.text(limit, dimension, digits: digits) == text
      }
      if !looksEqual { return text }
    }
    return text(value, dimension, digits: allDigits)
  }

  /// Whether two numbers may read the same: all texts tell apart what differs by a tenth.
  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= abs(b) / 10
  }

  private static func text(_ value: Double, _ dimension: Dimension?, digits: Int) -> String {
    guard !value.isNaN else { return "NA" }
    guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
    switch dimension {
    case nil: return plain(value, digits: digits)
    case Dimension.ratio?: return percent(value, digits: digits)
    case Dimension.time?: return time(value, digits: digits)
    case Dimension.data?: return data(value, digits: digits)
    case let dimension? where dimension.seconds == 0 && dimension.bytes == 0:
      return plain(value, digits: digits)
    case let dimension?:
      return "\(value.decimal(significantDigits: digits)) \(dimension.baseSymbol)"
    }
  }

  /// A number without a unit, without the zeros that only fill up.
  private static func plain(_ value: Double, digits: Int) -> String {
    guard value != value.rounded() || abs(value) >= 1e15 else { return value.shortestDecimal }
    let text = value.decimal(significantDigits: digits + 1)
    guard text.utf8.contains(.dot) else { return text }
    return String(text.trimmingZeros)
  }

  /// Percent; near 100 the distance to 100 gets the digits, so that 99.95 % does not read 100 %.
  private static func percent(_ ratio: Double, digits: Int) -> String {
    guard ratio != 0 else { return "0 %" }
    guard ratio > 0.9, ratio < 1 else {
      return "\(hundredfold(ratio).decimal(significantDigits: digits)) %"
    }
    // 99.9 has 1 nine behind the dot, 99.99 has 2; each takes a place of its own.
    var nines = 0
    var rest = 1 - ratio
    while rest < 0.01, nines < 14 {
      rest *= 10
      nines += 1
    }
    return "\(hundredfold(ratio).decimal(fractionDigits: nines + digits - 2)) %"
  }

  /// The ratio times 100, rounded once: 0.07 gives 7, not 7.000000000000001.
  private static func hundredfold(_ ratio: Double) -> Double {
    Double(decimalText: ratio.description, powerOfTen: 2) ?? ratio * 100
  }

  /// A number of bytes in the largest unit that it fills.
  private static func data(_ bytes: Double, digits: Int) -> String {
    guard bytes != 0 else { return "0 B" }
    return text(bytes, ["B", "kB", "MB", "GB", "TB"], [1, 1e3, 1e6, 1e9, 1e12], digits: digits)
  }

  /// The value in the largest unit that it fills once it is rounded.
  ///
  /// 999.96 kB is `1.00 MB` and not `1000 kB`. Units come with their sizes, the smallest first, each a
  /// thousand of the one before.
  private static func text(
    _ value: Double,
    _ units: [String],
    _ sizes: [Double],
    digits: Int
  ) -> String {
    let index = sizes.lastIndex { abs(value) >= $0 } ?? 0
    let number = (value / sizes[index]).decimal(significantDigits: digits)
    guard index + 1 < units.count, let shown = Double(decimalText: number), abs(shown) >= 1000
    else { return "\(number) \(units[index])" }
    return "\((value / sizes[index + 1]).decimal(significantDigits: digits)) \(units[index + 1])"
  }

  private static func time(_ seconds: Double, digits: Int) -> String {
    guard abs(seconds) >= 60 else { return shortTime(seconds, digits: digits) }
    guard digits == readableDigits else {
      return "\(seconds.decimal(significantDigits: digits)) s"
    }
    return duration(seconds)
  }

  /// A time below a minute in the largest unit that it fills.
  private static func shortTime(_ seconds: Double, digits: Int) -> String {
    guard seconds != 0 else { return "0 s" }
    return text(seconds, ["ns", "µs", "ms", "s"], [1e-9, 1e-6, 1e-3, 1], digits: digits)
  }

  /// A long time in its two largest parts: `2 h`, `12 min 7 s`, `3 d 4 h`.
  static func duration(_ seconds: Double) -> String {
    if abs(seconds) < 60, seconds == seconds.rounded() { return "\(Int(seconds)) s" }
    guard abs(seconds) >= 60 else { return text(seconds, .time, digits: readableDigits) }
    // Beyond that a count of days would not fit into an integer.
    guard abs(seconds) < 1e15 else { return "\(seconds.shortestDecimal) s" }
    let sign = seconds < 0 ? "-" : ""
    let whole = Int(abs(seconds).rounded())
    let (size, name, next, nextName): (Int, String, Int, String) =
      switch whole {
      case 86_400...: (86_400, "d", 3600, "h")
      case 3600...: (3600, "h", 60, "min")
      default: (60, "min", 1, "s")
      }
    // The smaller part is rounded, which may fill up the larger one.
    let parts = (Double(whole) / Double(next)).rounded()
    let (above, below) = Int(parts).quotientAndRemainder(dividingBy: size / next)
    return "\(sign)\(above) \(name)" + (below == 0 ? "" : " \(below) \(nextName)")
  }
}

extension String {
  /// The decimal without zeros at the end of its fraction.
  fileprivate var trimmingZeros: Substring {
    var text = self[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
