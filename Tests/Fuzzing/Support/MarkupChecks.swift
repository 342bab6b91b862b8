@testable import SLOKit

/// Whether a text is well-formed XML of which every element is one that reports have.
struct MarkupChecks {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// What runs scripts or loads something has no place in a report.
  private static let forbidden = [
    "script", "iframe", "object", "embed", "img", "image", "link", "base", "form", "foreignObject",
  ]

  func check() {
    var open: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = endOfTag(from: start) else {
        require(false, "a tag is never closed: \(excerpt(start))")
        return
      }
      index = end + 1
      let isDeclaration = [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[start + 1])
      if isDeclaration {
        require(open.isEmpty, "a declaration or comment inside: \(excerpt(start))")
      } else if bytes[start + 1] == .slash {
        let name = word(from: start + 2)
        require(open.popLast() == name, "</\(name)> closes another element: \(excerpt(start))")
      } else {
        let name = word(from: start + 1)
        require(!name.isEmpty, "a '<' that begins no tag: \(excerpt(start))")
        require(!Self.forbidden.contains(name), "an element that reports do not have: \(name)")
        checkAttributes(start + 1 + name.utf8.count..<end)
        if bytes[end - 1] != .slash { open.append(name) }
      }
    }
    require(open.isEmpty, "never closed: \(open)")
  }

  /// The place of the `>` that ends a tag, which may not stand in the value of an attribute.
  private func endOfTag(from start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: ">"))
  }

  /// Requires ` name="value"` any number of times.
  private func checkAttributes(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == .space {
      let name = word(from: index + 1)
      require(!name.isEmpty && !name.hasPrefix("on"), "an attribute '\(name)': \(excerpt(index))")
      index += 1 + name.utf8.count
      let isAssigned = bytes[index...].starts(with: "=\"".utf8)
      require(isAssigned, "an attribute without a value: \(excerpt(index))")
      let value = bytes[(index + 2)..<range.upperBound]
      guard let end = value.firstIndex(of: .quote) else {
        require(false, "a value without an end: \(excerpt(index))")
        return
      }
      require(!value[..<end].contains(UInt8(ascii: "<")), "a '<' in a value: \(excerpt(index))")
      index = end + 1
    }
    let isEnd = index == range.upperBound || bytes[index] == .slash && index + 1 == range.upperBound
    require(isEnd, "something between attributes: \(excerpt(index))")
  }

  private func word(from start: Int) -> String {
    let letters = bytes[start...].prefix {
      $0.isWordPart || $0 == .minus || $0 == UInt8(ascii: ":")
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private func excerpt(_ start: Int) -> String {
    String(decoding: bytes[start...].prefix(120), as: UTF8.self)
  }
}
