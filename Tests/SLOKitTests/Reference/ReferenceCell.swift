import Foundation

/// What cells mean, worked out by Foundation and the C library.
struct ReferenceCells {
  /// A unit as factors of the base unit: `10^power * multiplier`.
  struct Unit: Sendable, Hashable {
    let name: String
    var power = 0
    var multiplier = 1.0
    /// Whether values lie in 0…1 after scaling.
    var isShare = false
  }

  let unit: Unit
  /// The texts that mean NA, in lower case.
  let missing: Set<String>

  init(unit: Unit, moreMissing: [String] = []) {
    self.unit = unit
    missing = Set(["", "na", "n/a", "nan", "null", "none", "-"] + moreMissing)
  }

  /// The text of a cell without blanks, or `nil` when it means NA.
  func text(_ cell: ReferenceReader.Cell) -> String? {
    let text = cell.text.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
    return missing.contains(text.lowercased()) ? nil : text
  }

  /// The number in a cell in base units, or `nil` when it is NA.
  func number(_ cell: ReferenceReader.Cell, unit: Unit) throws(ReferenceMistake) -> Double? {
    guard let text = text(cell) else { return nil }
    guard let number = Self.number(text, power: unit.power) else {
      throw ReferenceMistake("not-a-number", at: cell.place)
    }
    let value = unit.multiplier == 1 ? number : number * unit.multiplier
    if unit.isShare, value < -1e-9 || value > 1 + 1e-9 {
      throw ReferenceMistake("out-of-range", at: cell.place)
    }
    return unit.isShare ? min(max(value, 0), 1) : value
  }

  /// The moment in a cell in nanoseconds since 1970, or `nil` when it is NA.
  func time(_ cell: ReferenceReader.Cell) throws(ReferenceMistake) -> Int64? {
    guard let text = text(cell) else { return nil }
    guard let time = Self.dateTime(text) ?? Self.epoch(text) else {
      throw ReferenceMistake("bad-timestamp", at: cell.place)
    }
    return time
  }

  /// The double nearest to a decimal text times a power of ten.
  static func number(_ text: String, power: Int = 0) -> Double? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
    if ["inf", "infinity"].contains(unsigned.lowercased()) {
      return sign == "" ? .infinity : -.infinity
    }
    // strtod also takes hexadecimal numbers, blanks and NaN.
    guard let first = unsigned.first, first == "." || first.isASCII && first.isNumber,
      unsigned.allSatisfy({ "0123456789.eE+-".contains($0) })
    else { return nil }
    let parts = unsigned.split(whereSeparator: { "eE".contains($0) })
    guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, parts.count <= 2 else { return nil }
    // The whole text must be a number before anything is changed in it.
    guard
      unsigned.withCString({ start in
        var end: UnsafeMutablePointer<CChar>?
        _ = strtod(start, &end)
        return end.map { $0.pointee == 0 } ?? false
      })
    else { return nil }
    return strtod("\(sign)\(parts[0])e\(exponent + power)", nil)
  }

  // MARK: - Time

  /// A date, perhaps a time of the day with a fraction, and perhaps a zone.
  private static func dateTime(_ text: String) -> Int64? {
    let date = text.prefix(10)
    guard date.count == 10, date.dropFirst(4).first == "-" else { return nil }
    var clock = text.dropFirst(10)
    guard clock.isEmpty || "tT ".contains(clock.removeFirst()) else { return nil }
    var offset: Int64 = 0
    if let sign = clock.lastIndex(where: { "+-".contains($0) }) {
      let digits = clock[sign...].filter(\.isNumber)
      guard let hours = Int64(digits.prefix(2)), let minutes = Int64("0" + digits.dropFirst(2))
      else { return nil }
      offset = (hours * 60 + minutes) * (clock[sign] == "-" ? -60 : 60)
      clock = clock[..<sign]
    } else if let last = clock.last, "zZ".contains(last) {
      clock.removeLast()
    }
    if clock.last == " " { clock.removeLast() }
    let parts = clock.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    let seconds = String(parts.first ?? "") + "00:00:00".dropFirst(parts.first?.count ?? 0)
    guard let moment = try? Date("\(date)T\(seconds)Z", strategy: .iso8601),
      let nanoseconds = Int64((fraction + "000000000").prefix(9))
    else { return nil }
    return (Int64(moment.timeIntervalSince1970) - offset) * 1_000_000_000 + nanoseconds
  }

  /// A number of seconds, or of a thousandth, a millionth or a billionth of them, by its magnitude.
  private static func epoch(_ text: String) -> Int64? {
    guard let number = number(text) else { return nil }
    let decimals = abs(number) < 1e11 ? 9 : abs(number) < 1e14 ? 6 : abs(number) < 1e17 ? 3 : 0
    if text.contains(where: { "eE".contains($0) }) {
      return Self.number(text, power: decimals).flatMap { Int64(exactly: $0.rounded()) }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = (parts.count == 2 ? parts[1] : "") + String(repeating: "0", count: decimals)
    return Int64(parts[0] + fraction.prefix(decimals))
  }
}
