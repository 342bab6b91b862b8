/// Finds the scalars that would make a line of a log a command of the CI system that keeps it.
///
/// GitHub obeys a line that begins with `::`, blanks aside, and one that has `##[` anywhere; Azure
/// Pipelines obeys `##vso[` and `##[`. Without its second colon or number sign, each is plain text.
struct LogCommandDetector {
  private var previous: Unicode.Scalar = " "
  private var isAtStart = true

  /// Whether the next scalar of the line completes the beginning of a command.
  mutating func completesCommand(_ scalar: Unicode.Scalar) -> Bool {
    // Comparing as people read, as .NET does, steps over variation selectors.
    if 0xFE00...0xFE0F ~= scalar.value { return false }
    defer { previous = scalar }
    switch scalar {
    case ":": return isAtStart && previous == ":"
    case "#":
      isAtStart = false
      return previous == "#"
    default:
      if isAtStart { isAtStart = scalar.properties.isWhitespace }
      return false
    }
  }
}
