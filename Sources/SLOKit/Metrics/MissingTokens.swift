/// The texts that mean that nothing was measured.
struct MissingTokens: Sendable {
  private let tokens: Set<String>
  /// Those that would read as numbers, such as `-1`: they must be looked for before parsing.
  private let hasNumbers: Bool

  init(_ tokens: Set<String>) {
    self.tokens = tokens
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
    // No token is that long; a long cell is not copied to find that out.
    guard range.count <= 64 else { return false }
    var token: [UInt8] = []
    for index in range { token.append(bytes[index].lowercased) }
    return tokens.contains(String(decoding: token, as: UTF8.self))
  }
}
