/// The decision as a small SVG image, for a page or a README.
///
/// The only words drawn are our own; the reason is a title, which is shown as a tooltip and read
/// out by screen readers.
struct BadgeReport {
  private static let label = (text: "release gate", width: 86)
  private static let height = 20

  private let decision: Decision
  private let reason: String

  init(_ decision: Decision, _ reason: String) {
    self.decision = decision
    self.reason = reason
  }

  var text: String {
    let (word, wordWidth, color) = decision.badge
    let width = Self.label.width + wordWidth
    let title = "\(Self.label.text): \(word)"
    var writer = MarkupWriter(declaration: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(width)", "height": "\(Self.height)",
        "viewBox": "0 0 \(width) \(Self.height)", "role": "img", "aria-label": title,
      ]
    ) { writer in
      writer.element("title", text: "\(title). \(reason)")
      Self.draw(Self.label.text, from: 0, width: Self.label.width, color: "#3d444d", to: &writer)
      Self.draw(word, from: Self.label.width, width: wordWidth, color: color, to: &writer)
    }
    return writer.text
  }

  private static func draw(
    _ text: String,
    from x: Int,
    width: Int,
    color: String,
    to writer: inout MarkupWriter
  ) {
    writer.element(
      "rect",
      ["x": "\(x)", "width": "\(width)", "height": "\(height)", "fill": color]
    )
    writer.element(
      "text",
      [
        "x": "\(x + 8)", "y": "14", "fill": "#ffffff", "font-size": "11",
        "font-family": "Verdana, DejaVu Sans, sans-serif",
        // The width is fixed, so that any font fills the box.
        "textLength": "\(width - 16)", "lengthAdjust": "spacingAndGlyphs",
      ],
      text: text
    )
  }
}

extension Decision {
  /// The word of a badge, its width in pixels, and a background that white text is readable on.
  fileprivate var badge: (word: String, width: Int, color: String) {
    switch self {
    case .proceed: ("proceed", 65, "#1a7f37")
    case .hold: ("hold", 42, "#8a5a00")
    case .rollback: ("roll back", 70, "#b3261e")
    }
  }
}
