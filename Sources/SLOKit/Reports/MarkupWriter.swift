/// Writes XML, and HTML that is well-formed XML.
///
/// Every text and every value of an attribute is escaped here: nothing that a stranger wrote can
/// become markup. An attribute without a value is left out.
struct MarkupWriter {
  typealias Attributes = KeyValuePairs<String, String?>

  /// How elements within others are set apart.
  enum Layout {
    /// By two blanks for each level.
    case indented
    /// Not at all: every element begins a line.
    case flat
  }

  private(set) var text: String
  private let layout: Layout
  private var depth = 0

  /// Begins with a declaration, which is written as it is.
  init(declaration: String, layout: Layout = .indented) {
    text = declaration + "\n"
    self.layout = layout
  }

  /// An element with others inside.
  mutating func element(
    _ name: String,
    _ attributes: Attributes = [:],
    _ body: (inout MarkupWriter) -> Void
  ) {
    beginLine()
    open(name, attributes)
    text += ">\n"
    depth += 1
    body(&self)
    depth -= 1
    beginLine()
    text += "</\(name)>\n"
  }

  /// An element with text inside.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
    beginLine()
    open(name, attributes)
    text += ">\(content.escapedForMarkup)</\(name)>\n"
  }

  /// An element with text of several lines inside, whose breaks are kept.
  mutating func element(_ name: String, _ attributes: Attributes = [:], lines: [String]) {
    beginLine()
    open(name, attributes)
    text += ">\(lines.map(\.escapedForMarkup).joined(by: "\n"))</\(name)>\n"
  }

  /// An element with our own words inside, as they are: a style sheet is no text.
  mutating func element(_ name: String, verbatim content: StaticString) {
    beginLine()
    text += "<\(name)>\n\(content)\n</\(name)>\n"
  }

  /// Text between elements.
  mutating func add(text content: String) {
    beginLine()
    text += content.escapedForMarkup + "\n"
  }

  /// An element with nothing inside.
  mutating func element(_ name: String, _ attributes: Attributes = [:]) {
    beginLine()
    open(name, attributes)
    text += "/>\n"
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      text += " \(key)=\"\(value.escapedForMarkup)\""
    }
  }

  private mutating func beginLine() {
    switch layout {
    case .indented: text += String(repeating: "  ", count: depth)
    case .flat: break
    }
  }
}
