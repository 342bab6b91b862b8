/// How an objective came out.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// Not measured. Never a pass, never a failure.
  case na
  /// Shown only; it has no bands.
  case info
  /// Met.
  case green
  /// Not met, and not bad.
  case yellow
  /// Bad.
  case red
}
