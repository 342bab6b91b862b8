/// The limits that are proposed for one objective.
public struct TargetProposal: Sendable {
  /// The one that an unchanged run misses one time in ten; `nil` where the data cannot promise it.
  public let tight: TargetLimit?
  /// The one to take.
  public let suggested: TargetLimit
  /// The one that an unchanged run misses one time in a thousand.
  public let loose: TargetLimit?
  /// Beyond it, the run is red.
  public let red: TargetLimit?
  /// What the limits rest on.
  public let basis: String
  /// Why this target, in one line.
  public let rationale: String
}
