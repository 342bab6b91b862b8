/// How an objective came out.
///
/// Statuses join as a monoid: the worst one wins, and `na` is the identity.
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

extension Status {
  /// The worse of two statuses.
  ///
  /// Associative and commutative, with `na` as identity.
  public func joined(with other: Status) -> Status {
    severity >= other.severity ? self : other
  }

  private var severity: Int {
    switch self {
    case .na: 0
    case .info: 1
    case .green: 2
    case .yellow: 3
    case .red: 4
    }
  }
}
