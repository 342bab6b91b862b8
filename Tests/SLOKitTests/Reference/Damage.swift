@testable import SLOKit

/// What can be wrong with a file at one place.
enum Damage: String, CaseIterable, Sendable {
  case noNumber, noShare, noTime, untimed, unordered
  case missingCell, extraCell, emptyRow, cutRow
  case strayQuote, textAfterQuote, unclosedQuote, nulByte

  /// Damages a random sample of `metrics`.
  func apply(to metrics: inout RandomMetrics, _ random: inout SeededGenerator) {
    let row = Int.random(in: 1..<metrics.records.count, using: &random)
    let cell = Int.random(in: metrics.records[row].indices, using: &random)
    func put(_ text: String, in name: String) {
      guard let place = metrics.names.firstIndex(of: name) else { return }
      // Another damage may have taken the cell away.
      if place < metrics.records[row].count { metrics.records[row][place] = text }
    }
    switch self {
    case .noNumber:
      let texts = [
        "oops", "1.2.3", "0x1F", "1 2", "1e", "--1", "\"1,5\"", "+-3", "e5", ".", "+", "infinit",
        "\"\"\"7\"\"\"", "٣", "\"4\n2\"", "7\r",
      ]
      put(random.pick(texts), in: random.pick(["x", "total"]))
    case .noShare: put(random.pick(["101", "-7", "+inf", "1e9"]), in: "x")
    case .noTime:
      put(random.pick(["yesterday", "12:00", "2025-11", "24.11.2025", "\"1 7\""]), in: "ts")
    case .untimed: put(random.pick(["", "NA", "\"none\""]), in: "ts")
    case .unordered:
      guard let place = metrics.names.firstIndex(of: "ts"), place < metrics.records[row].count
      else {
        return
      }
      metrics.records[row][place] = Self.early(metrics.records[row][place])
    case .missingCell: metrics.records[row].remove(at: cell)
    case .extraCell: metrics.records[row].insert(random.pick(["", "7", "\"a\""]), at: cell)
    case .emptyRow: metrics.records.insert([], at: row)
    case .cutRow:
      metrics.records[metrics.records.count - 1].removeLast()
      metrics.endsWithLineEnd = false
    case .strayQuote: metrics.records[row][cell] = random.pick(["a\"b", " \"a\"", "7\""])
    case .textAfterQuote: metrics.records[row][cell] = random.pick(["\"a\"b", "\"7\" ", "\"\"x"])
    case .unclosedQuote: metrics.records[row][cell] = random.pick(["\"", "\"abc", "\"a\"\""])
    case .nulByte: metrics.records[row][cell] = random.pick(["\0", "7\0", "\"a\0b\""])
    }
  }

  /// A time of the seventies that is written as `time` is.
  private static func early(_ time: String) -> String {
    let lead = time.prefix { !$0.isNumber }
    let digits = time.dropFirst(lead.count).prefix(while: \.isNumber)
    guard !digits.isEmpty else { return time }
    let rest = time.dropFirst(lead.count + digits.count)
    // 1972 has a 29th of February, too.
    return lead
      + (rest.first == "-" ? "1972" : "1" + String(repeating: "0", count: digits.count - 1))
      + rest
  }
}
