@testable import SLOKit

extension Diagnostics {
  /// Requires that every message says something, and that its place lies inside its source.
  func check(in sources: SourceText...) {
    require(!items.isEmpty, "no diagnostic in the list")
    for item in items {
      require(!item.message.isEmpty, "a diagnostic without a message: \(item.code)")
      require(
        item.description.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal },
        "a message that is unsafe on a terminal: \(item.code)"
      )
      guard let location = item.location else { continue }
      let source = sources.first { $0.name == location.file }
      require(source != nil, "a place in no source: \(location)")
      source?.check(item, at: location)
    }
  }
}

extension SourceText {
  fileprivate func check(_ diagnostic: Diagnostic, at location: SourceLocation) {
    let lines = linesWithoutEnds
    let isLine = (1...lines.count).contains(location.line)
    require(isLine, "\(location) is behind the \(lines.count) lines: \(diagnostic.message)")
    let line = lines[location.line - 1]
    let width = line.count { $0 & 0xC0 != 0x80 }
    require(
      (1...width + 1).contains(location.column),
      "\(location) is behind the \(width) columns of its line: \(diagnostic.message)"
    )
    guard let excerpt = diagnostic.excerpt else { return }
    require(
      excerpt.columnCount >= 1
        && excerpt.firstColumn + excerpt.columnCount
          <= max(excerpt.line.unicodeScalars.count, excerpt.firstColumn) + 1,
      "the carets at \(location) are outside of the line: \(diagnostic.message)"
    )
    // A checklist is quoted without the mark of its encoding, which nobody sees.
    let whole = String(decoding: line, as: UTF8.self)
    let isMarked = whole.unicodeScalars.first == "\u{FEFF}"
    let unmarked = isMarked ? String(whole.unicodeScalars.dropFirst()) : whole
    let text = excerpt.line == unmarked ? unmarked : whole
    guard line.count > Self.wholeLineSize else {
      require(
        excerpt.line == text && excerpt.firstColumn == location.column,
        "the excerpt at \(location) is not its line: \(diagnostic.message)"
      )
      return
    }
    require(
      Array(text.utf8).firstRange(of: Array(excerpt.line.utf8)) != nil
        && excerpt.firstColumn <= location.column,
      "the excerpt at \(location) is no part of its line: \(diagnostic.message)"
    )
  }

  /// A line up to this size is quoted as a whole, wherever in it the mistake is.
  private static let wholeLineSize = 1000

  /// The lines, found without the code that is checked; the last one may be empty.
  private var linesWithoutEnds: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let isPair = bytes[index...].starts(with: [.carriageReturn, .lineFeed])
      guard bytes[index] == .lineFeed || bytes[index] == .carriageReturn else {
        index += 1
        continue
      }
      lines.append(bytes[start..<index])
      index += isPair ? 2 : 1
      start = index
    }
    return lines + [bytes[start...]]
  }
}
