/// What to do about a release.
public enum Decision: String, Sendable, Hashable, CaseIterable {
  /// Everything that must be known is known and good: go on. This alone is a GO.
  case proceed
  /// Something is not good enough, or not known well enough: stay where you are.
  case hold
  /// Something is bad: go back.
  case rollback

  /// Whether this is a GO.
  public var isGo: Bool { self == .proceed }
}
