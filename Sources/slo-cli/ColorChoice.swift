/// When results are coloured.
enum ColorChoice: String, Sendable, Hashable, CaseIterable {
  case auto, always, never

  /// Whether to colour what goes to a terminal or to something else.
  ///
  /// `auto` follows <https://no-color.org>: a variable `NO_COLOR` that is not empty turns colour
  /// off, and so does a terminal that calls itself dumb.
  func isOn(onTerminal isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }
}
