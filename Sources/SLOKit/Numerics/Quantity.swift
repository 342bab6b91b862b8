/// A number as a rule file writes it, with or without a unit: `150ms`, `98%`, `12`.
///
/// Keeps the digits as text: a bare number takes the unit of what it is compared with, and only
/// then is it rounded to a double.
struct Quantity: Sendable, Hashable {
  let digits: String
  let unit: Unit?

  /// Creates a quantity; a plus sign is left out, because expressions have none before a number.
  init(digits: String, unit: Unit?) {
    self.digits = digits.utf8.first == .plus ? String(digits.dropFirst()) : digits
    self.unit = unit
  }

  /// The value in base units, read in `unit` when the quantity has none of its own.
  func baseValue(defaultUnit: Unit? = nil) -> Double {
    let unit = unit ?? defaultUnit ?? .ratio
    return unit.baseValue(ofDecimal: digits) ?? .nan
  }
}

extension Quantity {
  /// Why a text is not a quantity.
  enum Failure: Error {
    case notANumber
    case unknownUnit(UnknownUnit)
  }

  /// Reads a whole text such as `150ms`, `-5`, `2 h` or `100/s`.
  static func parse(_ text: String) -> Result<Quantity, Failure> {
    let bytes = Array(text.utf8)
    let digitsEnd = Self.endOfNumber(in: bytes)
    let digits = String(decoding: bytes[..<digitsEnd], as: UTF8.self)
    guard isNumber(digits) else { return .failure(.notANumber) }
    let symbol = String(decoding: bytes[digitsEnd...].drop { $0 == .space }, as: UTF8.self)
    guard !symbol.isEmpty else { return .success(Quantity(digits: digits, unit: nil)) }
    guard let unit = Unit(named: symbol) else {
      return .failure(.unknownUnit(UnknownUnit(symbol: symbol)))
    }
    return .success(Quantity(digits: digits, unit: unit))
  }

  /// Whether the digits are a finite number; no limit is infinite.
  static func isNumber(_ digits: String) -> Bool {
    Double(decimalText: digits)?.isFinite == true
  }

  /// Where a leading number ends: sign, digits, fraction, exponent.
  ///
  /// An `e` belongs to the number only when digits follow it.
  static func endOfNumber(in bytes: [UInt8], from start: Int = 0) -> Int {
    var index = start
    if index < bytes.count, bytes[index] == .minus || bytes[index] == .plus { index += 1 }
    while index < bytes.count, bytes[index].isDigit || bytes[index] == .dot { index += 1 }
    guard index < bytes.count, bytes[index].lowercased == 0x65 else { return index }
    var exponent = index + 1
    if exponent < bytes.count, bytes[exponent] == .minus || bytes[exponent] == .plus {
      exponent += 1
    }
    guard exponent < bytes.count, bytes[exponent].isDigit else { return index }
    while exponent < bytes.count, bytes[exponent].isDigit { exponent += 1 }
    return exponent
  }
}

extension Quantity: CustomStringConvertible {
  var description: String { digits + (unit?.symbol ?? "") }
}
