/// One line of a source and the part of it that a message is about.
public struct SourceExcerpt: Sendable, Hashable {
  /// The line without its line ending; of a long one, the part around the mark.
  public let line: String

  /// The first marked column, counted from 1 in Unicode scalars.
  public let firstColumn: Int

  /// How many columns are marked; at least 1.
  public let columnCount: Int

  /// Creates an excerpt; the marked part may begin right behind the line's end.
  public init(line: String, firstColumn: Int, columnCount: Int) {
    self.line = line
    self.firstColumn = firstColumn
    self.columnCount = columnCount
  }
}

extension SourceExcerpt {
  /// The longest piece of a line that is shown; more would wrap on most terminals.
  private static let visibleColumns = 100

  /// The line and, under it, carets below the marked part.
  ///
  /// A long line is cut around the mark, tabs become blanks, and control characters are and the
  /// signs of log commands made visible one for one, so that the carets stay in place.
  var rendered: String {
    let scalars = Array(line.unicodeScalars)
    let mark = firstColumn - 1
    let start = max(0, min(mark - 40, scalars.count - Self.visibleColumns))
    let end = min(scalars.count, start + Self.visibleColumns)
    let lead = start > 0 ? "…" : ""
    var text = lead
    var detector = LogCommandDetector()
    for scalar in scalars[start..<end] {
      let isUnsafe = detector.isUnsafe(scalar)
      text.unicodeScalars.append(scalar == "\t" ? " " : isUnsafe ? "\u{FFFD}" : scalar)
    }
    if end < scalars.count { text += "…" }
    let indent = String(repeating: " ", count: lead.unicodeScalars.count + max(0, mark - start))
    let carets = String(repeating: "^", count: max(1, min(columnCount, end - mark)))
    return "  \(text)\n  \(indent)\(carets)"
  }
}
