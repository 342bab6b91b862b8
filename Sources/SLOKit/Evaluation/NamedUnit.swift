/// The unit that the name of a column ends with, as `latency_ms` does.
struct NamedUnit: Sendable, Hashable {
  /// The units that it may mean, the first one before all.
  let symbols: [String]
  let dimension: Dimension

  /// The unit in a name; `nil` when none is in it.
  init?(of name: String) {
    let words = Self.words(of: name)
    // `requests_per_s` is no time, and a lone `ms` may be anything.
    guard words.count > 1, let symbols = Self.symbols(meantBy: words[words.count - 1]),
      !words.contains("per"), let unit = Unit(named: symbols[0])
    else { return nil }
    self.symbols = symbols
    dimension = unit.dimension
  }

  /// The runs of letters in a name, in lower case.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in name.utf8 {
      if byte.isLetter {
        word.append(byte.lowercased)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func symbols(meantBy word: String) -> [String]? {
    switch word {
    case "ns", "nanos", "nanoseconds": ["ns"]
    case "us", "micros", "microseconds": ["us", "µs"]
    case "ms", "millis", "milliseconds": ["ms"]
    case "s", "sec", "secs", "seconds": ["s"]
    case "minutes", "mins": ["min"]
    case "hours": ["h"]
    case "bytes": ["B"]
    case "kb", "kib": ["kB", "KiB"]
    case "mb", "mib": ["MB", "MiB"]
    case "gb", "gib": ["GB", "GiB"]
    case "percent", "pct": ["%"]
    default: nil
    }
  }
}
