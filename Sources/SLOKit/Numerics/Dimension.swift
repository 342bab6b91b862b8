/// What a number measures, as exponents of counts, seconds and bytes.
///
/// A ratio has no exponent at all. Counts are kept as a dimension of their own, because only
/// then is hits ÷ (hits + misses) a ratio while a weighted score, score × weight ÷ weight, stays
/// a score.
struct Dimension: Sendable, Hashable {
  let count: Int
  let seconds: Int
  let bytes: Int

  static let ratio = Dimension(count: 0, seconds: 0, bytes: 0)
  static let count = Dimension(count: 1, seconds: 0, bytes: 0)
  static let time = Dimension(count: 0, seconds: 1, bytes: 0)
  static let data = Dimension(count: 0, seconds: 0, bytes: 1)
  static let frequency = Dimension(count: 1, seconds: -1, bytes: 0)
}

extension Dimension {
  static func * (a: Dimension, b: Dimension) -> Dimension {
    Dimension(count: a.count + b.count, seconds: a.seconds + b.seconds, bytes: a.bytes + b.bytes)
  }

  static func / (a: Dimension, b: Dimension) -> Dimension {
    Dimension(count: a.count - b.count, seconds: a.seconds - b.seconds, bytes: a.bytes - b.bytes)
  }

  /// Whether numbers of the two dimensions may be compared or added.
  ///
  /// Beside seconds or bytes a count does not matter: bytes per request are bytes.
  func isComparable(to other: Dimension) -> Bool {
    guard seconds == other.seconds, bytes == other.bytes else { return false }
    return seconds != 0 || bytes != 0 || (count == 0) == (other.count == 0)
  }

  /// The symbol of the base unit: `s`, `B`, `ratio`, `1`, `/s`, `B/s`.
  var baseSymbol: String {
    switch (seconds, bytes) {
    case (0, 0): return count == 0 ? "ratio" : "1"
    case (-1, 0): return "/s"
    default: break
    }
    let factors = [("s", seconds), ("B", bytes)]
    let above = factors.filter { $0.1 > 0 }.map(Self.power).joined(separator: "·")
    let below = factors.filter { $0.1 < 0 }.map { Self.power($0.0, -$0.1) }.joined(separator: "·")
    return below.isEmpty ? above : "\(above.isEmpty ? "1" : above)/\(below)"
  }

  private static func power(_ symbol: String, _ exponent: Int) -> String {
    exponent == 1 ? symbol : "\(symbol)^\(exponent)"
  }
}
