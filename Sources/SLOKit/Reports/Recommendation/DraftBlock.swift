/// A part of a document, before it has a format.
enum DraftBlock: Sendable {
  case heading(String, level: Int)
  case paragraph(String)
  case list([String])
  case table(header: [String], rows: [[String]])
}

extension [DraftBlock] {
  /// The document in Markdown.
  var markdown: String {
    var text = SectionedText()
    for block in self {
      switch block {
      case .heading(let title, let level):
        text.add([String(repeating: "#", count: level) + " " + title.escapedForMarkdown])
      case .paragraph(let paragraph): text.add([paragraph.escapedForMarkdown])
      case .list(let items): text.add(items.map { "- " + $0.escapedForMarkdown })
      case .table(let header, let rows): text.add(MarkdownTable.lines(header, rows))
      }
    }
    return text.text
  }

  /// The document for a terminal.
  var plainText: String {
    var text = SectionedText()
    for block in self {
      switch block {
      case .heading(let title, let level):
        let safe = title.escapedForTerminal
        text.add(level == 1 ? [safe, String(repeating: "=", count: safe.count)] : [safe])
      case .paragraph(let paragraph): text.add(["  " + paragraph.escapedForTerminal])
      case .list(let items): text.add(items.map { "  - " + $0.escapedForTerminal })
      case .table(let header, let rows):
        var table = TextTable()
        for row in [header] + rows { table.add(row.map(\.escapedForTerminal)) }
        text.add(table.lines())
      }
    }
    return text.text
  }
}
