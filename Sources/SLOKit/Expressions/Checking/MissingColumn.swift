/// A column that the rules name and the metrics lack.
struct MissingColumn {
  let name: String

  var message: String { "the metrics have no column '\(name)'" }

  /// What helps, given the columns of the metrics.
  func hint(_ header: [String]) -> String {
    spellingHint(for: name, among: header).map { $0 + Self.strangers(name, header) }
      ?? Self.lookalike(of: name, header)
      ?? "declare it with  optional: true  when files may lack it; the file has "
      + header.prefix(12).joined(separator: ", ") + (header.count > 12 ? ", …" : "")
  }

  /// What tells two names apart that may look the same: characters beyond ASCII.
  private static func strangers(_ name: String, _ header: [String]) -> String {
    let nearest = nearestSpelling(to: name, among: header) ?? ""
    if let points = name.codePoints { return " the rules have \(points) in it" }
    if let points = nearest.codePoints { return " the file has \(points) in it" }
    return ""
  }

  /// The hint for a name of which some letters are those of another alphabet.
  private static func lookalike(of name: String, _ header: [String]) -> String? {
    func letters(_ text: String) -> [Character?] {
      text.map { $0.isASCII ? $0 : nil }
    }
    func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
    // Most names are of one alphabet, and there may be very many of them.
    let candidates = isPlain(name) ? header.filter { !isPlain($0) } : header
    for other in candidates where other != name && other.count == name.count {
      let isSame = zip(letters(name), letters(other)).allSatisfy {
        $0 == $1 || $0 == nil || $1 == nil
      }
      guard isSame, let points = name.codePoints ?? other.codePoints else { continue }
      return
        "'\(other)' looks much like it; \(name.codePoints == nil ? "the file has" : "the rules have") "
        + "\(points) in it"
    }
    return nil
  }
}
