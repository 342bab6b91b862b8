/// The judgement of a run: the decision, why, and everything that it rests on.
public struct Evaluation: Sendable {
  /// What to do.
  public let decision: Decision

  /// What kind of reason the decision has.
  public let cause: Cause

  /// Why, in one sentence that a person can act on.
  public let reason: String

  /// What to do next, in the words of the rule file; `nil` when it has none for this decision.
  public let action: String?

  /// The rules used.
  public let rules: RulesReference

  /// The metrics judged.
  public let input: InputSummary

  /// The files of the run that it was compared with.
  public let baselines: [InputSummary]

  /// The weighted share of what is good: green 1, yellow ½, red 0, `na` left out; 0…1, or `nil`
  /// when nothing was measured.
  ///
  /// Of several phases, it is the lowest one.
  public let score: Double?

  /// How statuses that are not all green became the decision.
  public let policy: DecisionPolicy

  /// The requirements of the rule file, each with what the run offers.
  public let requirements: [RequirementResult]

  /// The abort conditions, each with the place where it held first.
  public let aborts: [AbortResult]

  /// The task lists that were looked at.
  public let checklists: [Checklist]

  /// The results of each judged phase; without phases the whole run is one.
  public let phases: [PhaseResult]

  /// The optional phases of the rules that the run has no sample of.
  public let unreachedPhases: [String]

  /// The phases that have samples and are not judged: the rules say so, or one phase was asked for
  /// alone.
  public let unjudgedPhases: [String]

  /// What is odd about the data or the limits.
  public let warnings: [Warning]

  /// The samples behind the objectives, thinned for drawing; `nil` unless
  /// ``EvaluationOptions/drawsSeries`` asks for them.
  public let drawing: RunDrawing?

  /// What kind of reason a decision has.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Everything measured is good, and everything mandatory is measured.
    case clean
    /// An objective is yellow or red.
    case breach
    /// Too little is known.
    case insufficientEvidence = "insufficient-evidence"
    /// An abort condition held.
    case abort
  }
}
