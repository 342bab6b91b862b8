/// Writes JSON with two blanks of indentation and the keys in the order they are given in.
struct JSONWriter {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed("{", "}", body)
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    enclosed("[", "]") { writer in
      for element in elements {
        writer.beginItem()
        body(&writer, element)
      }
    }
  }

  /// Begins a member; its value follows.
  mutating func key(_ key: String) {
    beginItem()
    string(key)
    text += ": "
  }

  mutating func string(_ value: String?) {
    guard let value else { return null() }
    text += "\"\(value.escapedForJSON)\""
  }

  /// A number; NA is `null`, and the infinities, which JSON lacks, are strings.
  mutating func number(_ value: Double?) {
    guard let value, !value.isNaN else { return null() }
    text += value.isFinite ? value.shortestDecimal : "\"\(value.shortestDecimal)\""
  }

  mutating func number(_ value: Int?) {
    guard let value else { return null() }
    text += String(value)
  }

  mutating func boolean(_ value: Bool) {
    text += value ? "true" : "false"
  }

  mutating func null() {
    text += "null"
  }

  private mutating func beginItem() {
    text += isFirst ? "\n" : ",\n"
    text += String(repeating: "  ", count: depth)
    isFirst = false
  }

  private mutating func enclosed(
    _ open: String,
    _ close: String,
    _ body: (inout JSONWriter) -> Void
  ) {
    text += open
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
    isFirst = false
  }
}

// MARK: - Members

extension JSONWriter {
  mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    string(value)
  }

  mutating func member(_ key: String, _ value: Double?) {
    self.key(key)
    number(value)
  }

  mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    number(value)
  }

  mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }
}
