/// Lays out a table as GitHub's Markdown has it.
enum MarkdownTable {
  /// The lines of a table; all cells are escaped.
  static func lines(_ header: [String], _ rows: [[String]]) -> [String] {
    [line(header.map(\.escapedForMarkdown)), line(header.map { _ in "---" })]
      + rows.map { line($0.map(\.escapedForMarkdown)) }
  }

  private static func line(_ cells: [String]) -> String {
    "| \(cells.joined(by: " | ")) |"
  }
}
