/// The first mistakes of one input, and how many more there are.
///
/// A damaged file can have a mistake on every line. Nobody reads thousands of them, so the rest is
/// only counted.
struct MistakeList {
  /// As many are listed.
  static let limit = 100

  private var items: [Diagnostic] = []
  private var omitted = 0

  mutating func add(_ mistake: Diagnostic) {
    if items.count < Self.limit { items.append(mistake) } else { omitted += 1 }
  }

  /// The mistakes in the order in which they were found, or `nil` when there are none.
  ///
  /// That there are more is a mistake of its own, of the kind of the last one.
  var diagnostics: Diagnostics? {
    guard let last = items.last, omitted > 0 else { return Diagnostics(items) }
    return Diagnostics(items + [Self.more(omitted, last.code)])
  }

  /// Says that there are `count` mistakes more.
  static func more(_ count: Int, _ code: DiagnosticCode) -> Diagnostic {
    Diagnostic(code, "\(count) more mistakes, which are not listed")
  }
}
