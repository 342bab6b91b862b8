/// The results of one phase.
public struct PhaseResult: Sendable {
  /// The phase's name; `nil` when the whole run is one phase.
  public let name: String?

  /// The decision on this phase alone.
  ///
  /// Abort conditions, checklists and what is required of the whole run count for the run only.
  public let decision: Decision

  /// What kind of reason the decision has.
  public let cause: Evaluation.Cause

  /// Why, in one sentence.
  public let reason: String

  /// The samples that belong to it.
  public let samples: Int

  /// The time of its earliest sample; `nil` without timestamps.
  public let start: Timestamp?

  /// The time of its latest sample; `nil` without timestamps.
  public let end: Timestamp?

  /// The weighted share of what is good, 0…1; `nil` when nothing was measured.
  public let score: Double?

  /// What the rules require of this phase, each with what it offers.
  public let requirements: [RequirementResult]

  /// The objectives in the order of the rule file.
  public let objectives: [ObjectiveResult]
}
