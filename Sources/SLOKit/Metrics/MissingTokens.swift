/// The texts that mean that nothing was measured.
struct MissingTokens: Sendable {
  private let tokens: [[UInt8]]
  /// Those that would read as numbers, such as `-1`: they must be looked for before parsing.
  let hasNumbers: Bool

  /// Creates the tokens from texts in lower case.
  init(_ tokens: [String]) {
    self.tokens = tokens.map { Array($0.utf8) }
    hasNumbers = tokens.contains { Double(decimalText: $0) != nil }
  }

  /// The field without the blanks around it.
  static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == .space || bytes[start] == .tab { start += 1 }
    while end > start, bytes[end - 1] == .space || bytes[end - 1] == .tab { end -= 1 }
    return start..<end
  }

  /// The number in a cell: NaN when it is NA, `nil` when it is neither.
  func number(
    in bytes: Span<UInt8>,
    _ range: Range<Int>,
    powerOfTen: Int
  ) -> Double? {
    if hasNumbers, contains(bytes, range) { return .nan }
    if let value = DecimalParser.parse(bytes, in: range, powerOfTen: powerOfTen) { return value }
    return contains(bytes, range) ? .nan : nil
  }

  /// Whether a cell is NA.
  func contains(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    return tokens.contains { token in
      guard token.count == range.count else { return false }
      return token.indices.allSatisfy { token[$0] == bytes[range.lowerBound + $0].lowercased }
    }
  }
}
