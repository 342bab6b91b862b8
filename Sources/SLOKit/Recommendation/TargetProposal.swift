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

extension TargetProposal {
  /// The same proposal, without a loose limit that is greater than `most`.
  func withoutLoose(beyond most: Double) -> TargetProposal {
    TargetProposal(
      tight: tight,
      suggested: suggested,
      loose: loose.flatMap { $0.value <= most ? $0 : nil },
      red: red,
      basis: basis,
      rationale: rationale
    )
  }
}
