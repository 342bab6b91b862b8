/// What is recommended for one objective.
public struct TargetRecommendation: Sendable {
  /// The objective or metric.
  public let name: String

  /// Its indicator as a rule file has it.
  public let indicator: String

  /// Whether smaller values are better.
  public let isLowerBetter: Bool

  /// What direction and unit were taken from.
  public let grounds: String

  /// What was observed; `nil` when there is no value.
  public let observed: ObservedFigures?

  /// The present target; `nil` when there is none, or none that is one number.
  public let present: TargetLimit?

  /// The rule of thumb's target; `nil` when there is none.
  public let heuristic: TargetLimit?

  /// What is proposed, or why nothing is.
  public let outcome: Outcome

  /// What several runs say about the present target; `nil` without one, or with too few runs.
  public let revision: TargetRevision?

  /// What else is to be known about it, one sentence each.
  public let notes: [String]

  /// What would have happened: earlier windows and runs.
  public let backtest: [BacktestRow]

  /// The budget that the suggested target leaves; `nil` for what is no share.
  public let budget: DraftedBudget?

  let dimension: Dimension?
  /// Whether a value that is equal to the suggested target misses it, as in some rules of thumb.
  let isStrict: Bool
  /// Whether all samples together are green under the suggested target.
  let isMetByDraft: Bool
  let kind: MetricKind?
  let columns: [(name: String, unit: String, isCounter: Bool)]

  /// What is proposed, or why nothing is.
  public enum Outcome: Sendable {
    /// Limits with their rationale.
    case proposed(TargetProposal)
    /// No recommendation, and the reason.
    case none(String)

    var proposal: TargetProposal? {
      if case .proposed(let proposal) = self { return proposal }
      return nil
    }
  }
}

extension TargetRecommendation {
  /// What is proposed; `nil` when nothing is.
  public var proposal: TargetProposal? { outcome.proposal }

  /// Why nothing is proposed; `nil` when something is.
  public var refusal: String? {
    if case .none(let reason) = outcome { return reason }
    return nil
  }

  var isProposed: Bool { proposal != nil }
}
