/// Draws choices and texts from the bytes of an input.
///
/// A small change of the input is a small change of what is made from it. Behind the end are zeros.
struct ByteSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  mutating func next() -> UInt8 { bytes.popFirst() ?? 0 }

  /// A number from 0 to `limit` − 1.
  mutating func number(below limit: Int) -> Int { Int(next()) % limit }

  mutating func isTrue() -> Bool { next() & 1 == 1 }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// The bytes up to a vertical bar, which ends a text, or of a text of at most 64 bytes.
  mutating func text() -> [UInt8] {
    var text: [UInt8] = []
    while text.count < 64, let byte = bytes.popFirst(), byte != UInt8(ascii: "|") {
      text.append(byte)
    }
    return text
  }
}
