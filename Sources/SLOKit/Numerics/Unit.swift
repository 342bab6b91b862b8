/// A unit that columns and quantities can have, and what one of it is in base units.
///
/// Base units are the ratio 0…1, the second, the byte, the count, and counts per second. Decimal
/// units are a power of ten of them, so that `150` milliseconds and `0.15` seconds can be read
/// as the same double: the power goes into the exponent before the text is rounded.
struct Unit: Sendable, Hashable {
  let symbol: String
  let dimension: Dimension
  /// The decimal part of the factor to the base unit.
  let powerOfTen: Int
  /// The other part: 60 for a minute, 1024 for a KiB.
  let multiplier: Double

  init(_ symbol: String, _ dimension: Dimension, powerOfTen: Int = 0, multiplier: Double = 1) {
    self.symbol = symbol
    self.dimension = dimension
    self.powerOfTen = powerOfTen
    self.multiplier = multiplier
  }
}

extension Unit {
  static let ratio = Unit("ratio", .ratio)
  static let percent = Unit("%", .ratio, powerOfTen: -2)
  static let second = Unit("s", .time)
  static let count = Unit("1", .count)

  /// Every unit that a rule file can name.
  static let all: [Unit] = [
    ratio, percent, count, Unit("/s", .frequency),
    Unit("ns", .time, powerOfTen: -9), Unit("us", .time, powerOfTen: -6),
    Unit("µs", .time, powerOfTen: -6), Unit("ms", .time, powerOfTen: -3), second,
    Unit("m", .time, multiplier: 60), Unit("min", .time, multiplier: 60),
    Unit("h", .time, multiplier: 3600), Unit("d", .time, multiplier: 86400),
    Unit("B", .data), Unit("kB", .data, powerOfTen: 3), Unit("MB", .data, powerOfTen: 6),
    Unit("GB", .data, powerOfTen: 9), Unit("TB", .data, powerOfTen: 12),
    Unit("KiB", .data, multiplier: 0x1p10), Unit("MiB", .data, multiplier: 0x1p20),
    Unit("GiB", .data, multiplier: 0x1p30), Unit("TiB", .data, multiplier: 0x1p40),
  ]

  /// Finds a unit by its symbol; the Greek mu (U+03BC) stands for the micro sign too.
  init?(named symbol: String) {
    let symbol = symbol == "\u{3BC}s" ? "µs" : symbol
    guard let unit = Self.all.first(where: { $0.symbol == symbol }) else { return nil }
    self = unit
  }

  /// The unit with this symbol, or a mistake that lists what there is.
  static func named(_ symbol: String) throws(UnknownUnit) -> Unit {
    guard let unit = Unit(named: symbol) else { throw UnknownUnit(symbol: symbol) }
    return unit
  }
}

extension Unit {
  /// The number that `text` means in this unit, in base units.
  ///
  /// Rounded once for a decimal unit; `nil` when the text is not a number.
  func baseValue(ofDecimal text: String) -> Double? {
    Double(decimalText: text, powerOfTen: powerOfTen).map { $0 * multiplier }
  }

  /// A number of this unit in base units, for numbers that come from arithmetic.
  func baseValue(of number: Double) -> Double {
    let scaled = number * multiplier
    return powerOfTen < 0 ? scaled / powerOf10(-powerOfTen) : scaled * powerOf10(powerOfTen)
  }

  /// Whether the symbol says how large the unit is: a combined one bears that of its base unit.
  var isReadable: Bool {
    powerOfTen == 0 && multiplier == 1 || Unit(named: symbol) == self
  }

  /// The unit of a product; its factor to the base unit is the product of the factors.
  static func * (a: Unit, b: Unit) -> Unit {
    combined(a, b, dimension: a.dimension * b.dimension, sign: 1)
  }

  /// The unit of a quotient: equal units give a ratio.
  static func / (a: Unit, b: Unit) -> Unit {
    combined(a, b, dimension: a.dimension / b.dimension, sign: -1)
  }

  private static func combined(_ a: Unit, _ b: Unit, dimension: Dimension, sign: Int) -> Unit {
    guard dimension != .ratio else { return .ratio }
    return Unit(
      dimension.baseSymbol,
      dimension,
      powerOfTen: a.powerOfTen + sign * b.powerOfTen,
      multiplier: sign > 0 ? a.multiplier * b.multiplier : a.multiplier / b.multiplier
    )
  }

  private func powerOf10(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

/// A unit that no rule file can name.
struct UnknownUnit: Error {
  let symbol: String

  var message: String { "unknown unit '\(symbol)'" }

  /// The nearest unit, or all of them.
  var hint: String {
    spellingHint(for: symbol, among: Unit.all.map(\.symbol))
      ?? "units are \(Unit.all.map(\.symbol).joined(separator: ", "))"
  }
}
