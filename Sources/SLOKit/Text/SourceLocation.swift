/// A place in a text: the name of its file, and a line and a column.
///
/// Prints as `slo-rules.json5:14:16`, the form that editors and CI logs turn into links.
public struct SourceLocation: Sendable, Hashable {
  /// The file's name as the caller gave it; `-` is standard input.
  public let file: String

  /// The line, counted from 1; LF, CR LF and a lone CR each end a line.
  public let line: Int

  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// Creates a location from its parts.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The location as `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
