/// The difference between two texts with the same number of lines, as `diff -u` prints it and
/// `patch` reads it.
enum UnifiedDiff {
  private static let context = 3

  /// The difference; empty for equal texts.
  static func text(from old: String, to new: String, file: String) -> String {
    let (before, after) = (lines(old), lines(new))
    let changed = zip(before, after).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard !changed.isEmpty else { return "" }
    var text = "--- \(file)\n+++ \(file)\n"
    var rest = changed[...]
    while let first = rest.first {
      // Changes with so few lines between them that their surroundings touch are one hunk.
      var last = first
      while let next = rest.first, next - last <= 2 * context {
        last = next
        rest.removeFirst()
      }
      let hunk = max(0, first - context)..<min(before.count, last + context + 1)
      text += "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n"
      text += body(hunk, before, after)
    }
    return text
  }

  private static func body(_ hunk: Range<Int>, _ before: [String], _ after: [String]) -> String {
    var text = ""
    var index = hunk.lowerBound
    while index < hunk.upperBound {
      guard before[index] != after[index] else {
        text += " " + before[index]
        index += 1
        continue
      }
      // All lines that go, then all that come in their place.
      let start = index
      while index < hunk.upperBound, before[index] != after[index] { index += 1 }
      for line in before[start..<index] { text += "-" + line }
      for line in after[start..<index] { text += "+" + line }
    }
    return text
  }

  /// The lines with their ends; the last one gets an end and the remark that it has none.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      line.append(byte)
      guard byte == .lineFeed else { continue }
      lines.append(String(decoding: line, as: UTF8.self))
      line = []
    }
    guard !line.isEmpty else { return lines }
    return lines + [String(decoding: line, as: UTF8.self) + "\n\\ No newline at end of file\n"]
  }
}
