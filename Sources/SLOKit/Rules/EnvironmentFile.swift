/// Reads a file of `NAME=value` lines as shells do, without executing or expanding anything.
///
/// Understood: `export`, single and double quotes, blank lines, `#` comments on their own line or
/// behind a value. A lone CR ends a line, too: a comment must not hide what an editor shows below
/// it. Not done: `$NAME`, backticks, escapes other than `\"` and `\\` in double
/// quotes. A value that would be expanded is taken as it stands and fails where it is used.
struct EnvironmentFile {
  private let source: SourceText
  /// The line that is read now, and its number.
  private var line = 0..<0
  private var number = 0

  private init(_ source: SourceText) {
    self.source = source
  }

  /// The assignments of `source`, in order.
  ///
  /// - Throws: `Diagnostics` with every line that is not an assignment.
  static func read(_ source: SourceText) throws(Diagnostics) -> [VariableOverride] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let source =
      source.bytes.starts(with: mark)
      ? SourceText(name: source.name, bytes: Array(source.bytes[mark.count...])) : source
    var file = EnvironmentFile(source)
    var overrides: [VariableOverride] = []
    var mistakes = MistakeList()
    for line in source.lines {
      file.line = line
      file.number += 1
      do throws(Diagnostic) {
        if let override = try file.assignment() { overrides.append(override) }
      } catch {
        mistakes.add(error)
      }
    }
    if let mistakes = mistakes.diagnostics { throw mistakes }
    return overrides
  }

  private func assignment() throws(Diagnostic) -> VariableOverride? {
    var index = skipBlanks(from: line.lowerBound, to: line.upperBound)
    guard index < line.upperBound, source.bytes[index] != UInt8(ascii: "#") else { return nil }
    var name = word(from: index, to: line.upperBound)
    if string(name) == "export" {
      index = skipBlanks(from: name.upperBound, to: line.upperBound)
      name = word(from: index, to: line.upperBound)
    }
    guard !name.isEmpty, !source.bytes[name.lowerBound].isDigit,
      name.upperBound < line.upperBound, source.bytes[name.upperBound] == UInt8(ascii: "=")
    else {
      throw mistake("expected NAME=value", at: index..<line.upperBound)
    }
    return VariableOverride(
      name: string(name),
      value: try value(in: name.upperBound + 1..<line.upperBound),
      origin: .environment(location(at: name.lowerBound))
    )
  }

  /// The value: pieces in quotes and pieces without, up to a blank.
  private func value(in range: Range<Int>) throws(Diagnostic) -> String {
    var value: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound, !isBlank(source.bytes[index]) {
      let byte = source.bytes[index]
      guard byte == .quote || byte == .apostrophe else {
        value.append(byte)
        index += 1
        continue
      }
      index = try appendQuoted(to: &value, from: index, end: range.upperBound)
    }
    let rest = skipBlanks(from: index, to: range.upperBound)
    guard rest == range.upperBound || source.bytes[rest] == UInt8(ascii: "#") else {
      throw mistake(
        "text behind the value",
        at: rest..<range.upperBound,
        hint: "put a value with blanks in quotes"
      )
    }
    return String(decoding: value, as: UTF8.self)
  }

  private func appendQuoted(
    to value: inout [UInt8],
    from start: Int,
    end: Int
  ) throws(Diagnostic) -> Int {
    let quote = source.bytes[start]
    var index = start + 1
    while index < end {
      let byte = source.bytes[index]
      if byte == quote { return index + 1 }
      let escapes = quote == .quote && byte == .backslash && index + 1 < end
      if escapes, source.bytes[index + 1] == .quote || source.bytes[index + 1] == .backslash {
        index += 1
      }
      value.append(source.bytes[index])
      index += 1
    }
    throw mistake("unclosed quote", at: start..<end)
  }

  private func mistake(_ message: String, at range: Range<Int>, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .environmentSyntax,
      message,
      at: location(at: range.lowerBound),
      excerpt: source.excerpt(of: range),
      hint: hint
    )
  }

  /// The place of a byte of this line: looking for it from the start of the file would take longer
  /// with every line.
  private func location(at offset: Int) -> SourceLocation {
    let before = source.bytes[line.lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(file: source.name, line: number, column: 1 + before)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

  private func skipBlanks(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, isBlank(source.bytes[index]) { index += 1 }
    return index
  }

  private func word(from start: Int, to end: Int) -> Range<Int> {
    var index = start
    while index < end, source.bytes[index].isWordPart { index += 1 }
    return start..<index
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }
}
