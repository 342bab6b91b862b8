/// Lays out help: sections of paragraphs and of two aligned columns, within 80 columns.
struct HelpText: Sendable {
  private static let width = 80
  private static let indent = 2
  /// How far right a second column may begin; a longer label gets a line of its own.
  private static let widestLabel = 26

  private var sections: [String] = []

  /// The whole text, with a line break at its end.
  var text: String { sections.joined(separator: "\n") }
}

extension HelpText {
  /// Adds a paragraph behind a heading: `OVERVIEW: Judge …`.
  mutating func addParagraph(_ heading: String, _ paragraph: String) {
    addParagraph("\(heading): \(paragraph)")
  }

  mutating func addParagraph(_ paragraph: String) {
    sections.append(Self.wrapped(paragraph, indent: 0))
  }

  /// Adds a section of labels and their explanations; nothing when there are none.
  mutating func addTable(_ heading: String, _ rows: [(label: String, text: String)]) {
    guard !rows.isEmpty else { return }
    let widest = rows.map(\.label.count).max() ?? 0
    let column = min(Self.indent + widest + 2, Self.widestLabel)
    let lines = rows.map { Self.row(label: $0.label, text: $0.text, column: column) }
    sections.append("\(heading):\n" + lines.joined())
  }

  /// Adds a section of command lines, each under its purpose.
  mutating func addExamples(_ examples: [(purpose: String, line: String)]) {
    guard !examples.isEmpty else { return }
    let blocks = examples.map {
      Self.wrapped($0.purpose, indent: Self.indent) + Self.blanks(2 * Self.indent) + $0.line + "\n"
    }
    sections.append("EXAMPLES:\n" + blocks.joined())
  }

  private static func row(label: String, text: String, column: Int) -> String {
    let label = blanks(indent) + label
    let text = wrapped(text, indent: column)
    return label.count < column
      ? label + text.dropFirst(label.count)
      : label + "\n" + text
  }

  /// The text in lines, each indented and ended; a word longer than a line is left whole.
  private static func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    var line = blanks(indent)
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > width {
        lines.append(line)
        line = blanks(indent)
      }
      if line.count > indent { line += " " }
      line += word
    }
    lines.append(line)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
