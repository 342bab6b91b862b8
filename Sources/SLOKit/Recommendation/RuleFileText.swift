/// Texts as a rule file has them.
enum RuleFileText {
  /// A column as an expression names it: in backquotes when it is no plain word.
  static func columnReference(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let isPlain =
      bytes.first.map { $0.isLetter || $0 == .underscore } == true
      && bytes.allSatisfy(\.isWordPart) && !reserved.contains(name)
    // A backquote inside is written twice.
    return isPlain ? name : "`" + name.map { $0 == "`" ? "``" : String($0) }.joined() + "`"
  }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String { "\"\(text.escapedForJSON)\"" }

  private static let reserved = ["and", "or", "not", "in", "for", "where", "baseline"]
}
