import Foundation

@testable import SLOKit

/// A random metrics file, as odd as a file may be, and what a rule file must say about it.
///
/// Rules judge the columns `ts`, `x`, `total` and `state`; nobody reads `note` and `other`.
struct RandomMetrics {
  let delimiter: UInt8
  let unit: ReferenceCells.Unit
  /// NA tokens of the rule file.
  let moreMissing: [String]
  /// The columns in the order of the file.
  let names: [String]
  /// The header and the samples as they are written.
  var records: [[String]]
  var lineEnd: String
  var endsWithLineEnd: Bool
  private let hasByteOrderMark: Bool

  /// Whether every sample has a time.
  let isTimed: Bool

  private static let units: [ReferenceCells.Unit] = [
    .init(name: "1"), .init(name: "1"), .init(name: "ms", power: -3),
    .init(name: "%", power: -2, isShare: true), .init(name: "ratio", isShare: true),
    .init(name: "MB", power: 6), .init(name: "m", multiplier: 60),
    .init(name: "KiB", multiplier: 1024),
  ]

  init(rows: Int, using random: inout SeededGenerator) {
    delimiter = random.pick([.comma, .comma, .semicolon, .tab])
    unit = random.pick(Self.units)
    moreMissing = random.pick([[], [], ["-1", "not yet"]])
    lineEnd = random.pick(["\n", "\r\n"])
    endsWithLineEnd = random.chance(0.7)
    hasByteOrderMark = random.chance(0.3)
    isTimed = random.chance(0.7)
    let writer = CellWriter(delimiter: delimiter, using: &random)
    let names = ["ts", "x", "total", "state", "note", "other"].shuffled(using: &random)
    self.names = names
    let numbers = NumberWriter(unit: unit, moreMissing: moreMissing, using: &random)
    var times = TimeWriter(using: &random)
    var total = 0
    records = [names.map { writer.header($0, &random) }]
    for _ in 0..<rows {
      let time = times.next(&random)
      total = random.chance(0.02) ? 0 : total + Int.random(in: 0...1000, using: &random)
      let (written, count) = (numbers.next(&random), String(total))
      records.append(
        names.map { name in
          switch name {
          case "ts": writer.cell(!isTimed && random.chance(0.1) ? "NA" : time, &random)
          case "x": writer.cell(written, &random)
          case "total": writer.cell(random.chance(0.1) ? "-" : count, &random)
          case "state": writer.text(random.pick(CellWriter.states), &random)
          case "note": writer.note(&random)
          default: writer.cell(random.pick(["", "7", "x", "NaN", "0.5 ", "-"]), &random)
          }
        }
      )
    }
  }

  /// The file.
  var bytes: [UInt8] {
    let lines = records.map {
      $0.joined(separator: String(decoding: [delimiter], as: UTF8.self))
    }
    let text = lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "")
    return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  /// What the reference reads in a file with these columns and units.
  func reference(_ bytes: [UInt8]) throws(ReferenceMistake) -> ReferenceRun {
    let cells = ReferenceCells(unit: unit, moreMissing: moreMissing)
    return try ReferenceRun(bytes, delimiter: delimiter, cells: cells)
  }

  /// The members of a rule file that say how the columns are to be read.
  var settings: String {
    let missing = moreMissing.map { "'\($0)'" }.joined(separator: ", ")
    return """
      na: [\(missing)], columns: {
        x: '\(unit.name)', total: { kind: 'counter', unit: '1' }, state: { kind: 'label' },
      }
      """
  }
}

extension SeededGenerator {
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  /// So many random digits.
  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &self)) }.joined()
  }
}

// MARK: - Cells

/// Puts quotes and blanks around cells, where a file may have them.
private struct CellWriter {
  private let delimiter: String
  /// Which share of the cells has quotes that it does not need.
  private let quotedShare: Double
  private let paddedShare: Double
  private let notePieces: [String]

  static let states = ["ok", "ok", "ok", "bad", "COLD", "NA", "a, b", "say \"hi\"", "ok; go", "é𝄞"]

  init(delimiter: UInt8, using random: inout SeededGenerator) {
    self.delimiter = String(decoding: [delimiter], as: UTF8.self)
    quotedShare = random.pick([0, 0, 0.1, 1])
    paddedShare = random.pick([0, 0, 0.1])
    // Newlines in quotes keep a chunk from the fast way, so there are files without them.
    let plain = ["a", "Z", " ", "é", "𝄞", "0", "12345678"]
    let quoted = plain + ["\"", ",", ";", "\t"]
    notePieces = random.pick([
      plain, plain + ["\r"], quoted, quoted, quoted + ["\r", "\n", "\r\n"],
    ])
  }

  func cell(_ text: String, _ random: inout SeededGenerator) -> String {
    let blanks = delimiter == "\t" ? ["", " "] : ["", " ", "\t "]
    let padded =
      random.chance(paddedShare) ? random.pick(blanks) + text + random.pick(blanks) : text
    return random.chance(quotedShare) ? quoted(padded) : padded
  }

  func text(_ text: String, _ random: inout SeededGenerator) -> String {
    needsQuotes(text) ? quoted(text) : cell(text, &random)
  }

  func note(_ random: inout SeededGenerator) -> String {
    let pieces = (0..<Int.random(in: 0...20, using: &random)).map { _ in random.pick(notePieces) }
    let note = pieces.joined()
    return needsQuotes(note) || random.chance(quotedShare) ? quoted(note) : note
  }

  func header(_ name: String, _ random: inout SeededGenerator) -> String {
    if name == "note", random.chance(0.3) {
      return quoted(random.pick(["no\"te", "no\nte", "no\r\nte", "no\rte"]))
    }
    // A tab could be the delimiter of a header.
    return cell(name, &random).replacing("\t ", with: " ")
  }

  /// A lone carriage return may stand without quotes.
  private func needsQuotes(_ text: String) -> Bool {
    text.unicodeScalars.contains { "\"\n".unicodeScalars.contains($0) }
      || text.contains(delimiter)
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// Writes numbers in all ways that files have.
private struct NumberWriter {
  private let unit: ReferenceCells.Unit
  private let missing: [String]
  private let missingShare: Double
  private let kind: Int
  private let hasInfinity: Bool

  init(
    unit: ReferenceCells.Unit,
    moreMissing: [String],
    using random: inout SeededGenerator
  ) {
    self.unit = unit
    missing = ["", "NA", "N/A", "NaN", "null", "none", "-"] + moreMissing
    missingShare = random.pick([0, 0.05, 0.5, 1])
    kind = unit.isShare ? 0 : Int.random(in: 1...5, using: &random)
    hasInfinity = !unit.isShare && random.chance(0.2)
  }

  func next(_ random: inout SeededGenerator) -> String {
    if random.chance(missingShare * 0.9) { return anyCase(random.pick(missing), &random) }
    if hasInfinity, random.chance(0.05) {
      return random.pick(["", "+", "-"]) + anyCase(random.pick(["inf", "infinity"]), &random)
    }
    switch kind {
    case 0: return share(&random)
    case 1: return "0.0" + random.digits(3)
    case 2: return String(Int.random(in: -20...20, using: &random))
    case 3: return "\(Double.random(in: 1...900, using: &random))"
    case 4: return decimal(&random)
    default:
      // Squares of these are doubles, too.
      let exponent = Int.random(in: -115...115, using: &random)
      return decimal(&random) + random.pick(["e", "E"]) + "\(exponent)"
    }
  }

  private func share(_ random: inout SeededGenerator) -> String {
    let largest = unit.power == 0 ? "1" : "100"
    let rest = unit.power == 0 ? "" : random.pick(["", "9", "42"])
    return random.pick([
      "0", largest, largest + ".0", "+" + largest, "1e-3", ".5",
      rest + "." + random.digits(3), "0" + rest + "." + random.digits(20),
      unit.power == 0 ? "1.0000000000000002" : "100.00000000000001",
    ])
  }

  /// 1 to 25 digits with a dot anywhere.
  private func decimal(_ random: inout SeededGenerator) -> String {
    var digits = Array(random.digits(Int.random(in: 1...25, using: &random)))
    if random.chance(0.7) {
      digits.insert(".", at: Int.random(in: 0...digits.count, using: &random))
    }
    return random.pick(["", "", "-", "+"]) + String(digits)
  }

  private func anyCase(_ text: String, _ random: inout SeededGenerator) -> String {
    random.pick([text, text.uppercased(), text.lowercased(), text.capitalized])
  }
}

/// Writes the times of samples in order, in one form, which may have several spellings.
private struct TimeWriter {
  /// Nanoseconds since 1970.
  private var time: Int64
  private let steps: [Int64]
  private let forms: [Int]

  init(using random: inout SeededGenerator) {
    // From 1990 to 2100: the magnitude of a number tells its unit from 1973 on.
    time = Int64.random(in: 631_152_000...4_102_444_800, using: &random) * 1_000_000_000
    let minute: Int64 = 60_000_000_000
    steps = random.pick([
      [minute], [minute], [minute, minute, minute, 0, 3 * minute], [0],
      [1_000_000, 250_000_000, 1], [1440 * minute, 1], (0..<9).map { minute + $0 * 1_234_567 },
    ])
    let zoned = [0, 2, 3, 4]
    forms = random.pick([[0], [1], zoned, zoned, [Int.random(in: 0...8, using: &random)]])
  }

  mutating func next(_ random: inout SeededGenerator) -> String {
    defer { time += random.pick(steps) }
    switch random.pick(forms) {
    case 0: return iso(zone: "Z")
    case 1: return iso(zone: "").replacing("T", with: " ")
    case 2: return iso(zone: random.pick(["z", " Z", "+00:00"])).replacing("T", with: "t")
    case 3: return iso(zone: random.pick(["+08:00", "+0800", "+08"]), offset: 8 * 3600)
    case 4: return iso(zone: "-05:30", offset: -5 * 3600 - 30 * 60)
    case 5: return epoch(decimals: 9)
    case 6: return epoch(decimals: 6)
    case 7: return epoch(decimals: 3)
    default: return epoch(decimals: 0)
    }
  }

  private func iso(zone: String, offset: Int64 = 0) -> String {
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000_000)
    let date = Date(timeIntervalSince1970: Double(seconds + offset)).formatted(.iso8601)
    return date.dropLast() + Self.fraction(fraction, digits: 9) + zone
  }

  private func epoch(decimals: Int) -> String {
    let power = (0..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    let (whole, fraction) = time.quotientAndRemainder(dividingBy: power)
    return String(whole) + Self.fraction(fraction, digits: decimals)
  }

  /// A dot and so many digits, without the zeros at the end.
  private static func fraction(_ number: Int64, digits: Int) -> String {
    guard number > 0 else { return "" }
    let text = String(number)
    var fraction = Substring(String(repeating: "0", count: digits - text.count) + text)
    while fraction.last == "0" { fraction.removeLast() }
    return "." + fraction
  }
}
