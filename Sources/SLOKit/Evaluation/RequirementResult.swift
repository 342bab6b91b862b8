/// Whether a requirement is met.
public struct RequirementResult: Sendable, Hashable {
  /// What can be required.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The number of samples.
    case samples
    /// The time covered, in seconds.
    case duration
    /// The longest distance between neighbours, in seconds.
    case gap
    /// The least share of measured samples of an objective, 0…1.
    case coverage
    /// The number of warnings.
    case clean
  }

  /// What is required.
  public let kind: Kind

  /// Whether it is met.
  public let isMet: Bool

  /// What the run offers; `nil` when it cannot be told.
  public let value: Double?

  /// What is required.
  public let required: Double

  /// The name of the objective that is measured least, for a coverage.
  public let objective: String?

  /// Where it is missed, when that is a place in the file.
  public let line: Int?

  /// Where a gap begins that is too long: the time of the last sample before it.
  public let start: Timestamp?

  /// Where it ends: the time of the first sample after it, which is on `line`.
  public let end: Timestamp?
}
