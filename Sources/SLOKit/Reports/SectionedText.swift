/// A text of sections with an empty line between them.
struct SectionedText {
  private(set) var text = ""

  /// Adds the lines of a section; one without lines is no section.
  mutating func add(_ section: [String]) {
    guard !section.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    for line in section {
      text += line
      text += "\n"
    }
  }
}

extension String {
  /// The text without the line end behind it.
  var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
