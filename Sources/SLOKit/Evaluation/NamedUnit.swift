/// The unit that the name of a column ends with, as `latency_ms` does.
struct NamedUnit: Sendable, Hashable {
  /// The units that it may mean, the first one before all.
  let symbols: [String]
  let dimension: Dimension

  /// The unit in a name; `nil` when none is in it.
  init?(of name: String) {
    let words = name.utf8.split { !$0.isLetter }.map { word in
      String(decoding: word.map(\.lowercased), as: UTF8.self)
    }
    // `requests_per_s` is no time, and a lone `ms` may be anything.
    guard words.count > 1, !words.contains("per"), let last = words.last,
      let symbols = Self.units.first(where: { $0.words.contains(last) })?.symbols,
      let unit = Unit(named: symbols[0])
    else { return nil }
    self.symbols = symbols
    dimension = unit.dimension
  }

  private static let units: [(words: [String], symbols: [String])] = [
    (["ns", "nanos", "nanoseconds"], ["ns"]), (["us", "micros", "microseconds"], ["us", "µs"]),
    (["ms", "millis", "milliseconds"], ["ms"]), (["s", "sec", "secs", "seconds"], ["s"]),
    (["minutes", "mins"], ["min"]), (["hours"], ["h"]), (["bytes"], ["B"]),
    (["kb", "kib"], ["kB", "KiB"]), (["mb", "mib"], ["MB", "MiB"]),
    (["gb", "gib"], ["GB", "GiB"]),
    (["percent", "pct"], ["%"]),
  ]
}
