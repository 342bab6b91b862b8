/// One thing that is wrong with an input: what, where, and how to mend it.
///
/// Diagnostics are values: the library returns or throws them and never prints. Their
/// description is ready for a person:
///
/// ```
/// slo-rules.json5:14:16: error: unknown key 'mandatry'
///       mandatry: true,
///       ^^^^^^^^
/// hint: did you mean 'mandatory'?
/// ```
public struct Diagnostic: Error, Sendable, Hashable {
  /// The kind of mistake; stable from version to version.
  public let code: DiagnosticCode

  /// What was found and what was expected: lower case, no full stop, one line.
  public let message: String

  /// Where, when the mistake has a place in a text.
  public let location: SourceLocation?

  /// The line at that place.
  public let excerpt: SourceExcerpt?

  /// What to do about it.
  public let hint: String?

  /// Creates a diagnostic from its parts.
  public init(
    _ code: DiagnosticCode,
    _ message: String,
    at location: SourceLocation? = nil,
    excerpt: SourceExcerpt? = nil,
    hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.excerpt = excerpt
    self.hint = hint
  }
}

extension Diagnostic {
  /// Creates a diagnostic about `range` of a source.
  init(
    _ code: DiagnosticCode,
    _ message: String,
    in source: SourceText,
    at range: Range<Int>,
    hint: String? = nil
  ) {
    self.init(
      code,
      message,
      at: source.location(at: range.lowerBound),
      excerpt: source.excerpt(of: range),
      hint: hint
    )
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The message with its place, the source line with carets, and the hint.
  ///
  /// Control characters are made visible: messages quote files that strangers write.
  public var description: String {
    var text = location.map { "\($0): error: " } ?? "error: "
    text += message
    text = text.escapedForTerminal
    if let excerpt { text += "\n" + excerpt.rendered }
    if let hint { text += "\nhint: " + hint.escapedForTerminal }
    return text
  }
}

/// Everything that is wrong with one input, in the order of its text.
///
/// A rule file is read to its end whatever is wrong with it, so that all its mistakes can be
/// mended in one go.
public struct Diagnostics: Error, Sendable, Hashable {
  /// The mistakes; never empty.
  public let items: [Diagnostic]

  /// Creates a list of one.
  public init(_ diagnostic: Diagnostic) {
    items = [diagnostic]
  }

  /// Creates a list, or `nil` when there is nothing to report.
  public init?(_ items: [Diagnostic]) {
    guard !items.isEmpty else { return nil }
    self.items = items
  }

  /// What is wrong: the rules, the metrics, or the access to a file.
  ///
  /// All items of a list have the same subject; the first one tells it.
  public var subject: DiagnosticCode.Subject { items[0].code.subject }
}

extension Diagnostics: CustomStringConvertible {
  /// The descriptions of all items, one after the other.
  public var description: String {
    items.map(\.description).joined(separator: "\n")
  }
}
