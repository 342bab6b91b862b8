/// A string of a JSON5 document: its text, and where in the source each part of it stands.
///
/// Expressions stand inside strings of a rule file. What is wrong in them is shown at its place
/// in the file, and an escape before that place shifts it.
struct JSON5String: Sendable {
  /// A backslash and what belongs to it.
  struct Escape: Sendable {
    /// What the escape stands for, in UTF-8 offsets of the text; empty for a continued line.
    let text: Range<Int>

    /// The escape itself, in byte offsets of the source.
    let source: Range<Int>
  }

  /// The decoded text.
  let text: String

  /// The source offset of the first byte behind the opening quote.
  let start: Int

  /// The escapes in the order of the text; none in the usual string.
  let escapes: [Escape]
}

extension JSON5String {
  /// The place in the source of a part of the text.
  ///
  /// A range that touches a part of an escape covers the whole escape. A line continuation at
  /// either end is left out. An empty range stays empty and lies before the byte it points at.
  ///
  /// - Parameter range: UTF-8 offsets of `text`; offsets outside of it count as its nearest end.
  /// - Returns: Byte offsets of the source.
  /// - Complexity: O(*n*) in the number of escapes.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<text.utf8.count)
    let lower = sourceStart(of: range.lowerBound)
    return range.isEmpty ? lower..<lower : lower..<max(lower, sourceEnd(of: range.upperBound))
  }

  /// Where the source of the text's byte at `offset` begins.
  private func sourceStart(of offset: Int) -> Int {
    var shift = start
    for escape in escapes where escape.text.lowerBound <= offset {
      if escape.text.upperBound > offset { return escape.source.lowerBound }
      shift = escape.source.upperBound - escape.text.upperBound
    }
    return offset + shift
  }

  /// Where the source of the text's byte before `offset` ends.
  private func sourceEnd(of offset: Int) -> Int {
    var shift = start
    for escape in escapes where escape.text.lowerBound < offset {
      if escape.text.upperBound >= offset { return escape.source.upperBound }
      shift = escape.source.upperBound - escape.text.upperBound
    }
    return offset + shift
  }
}
