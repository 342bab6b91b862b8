/// A draft of targets: what was observed, what is proposed, how sure it is, and what would have
/// happened with it.
public struct Recommendation: Sendable {
  /// The metrics that it rests on, in the order they were given.
  public let inputs: [RecommendationInput]

  /// How limits were found.
  public let options: RecommendationOptions

  /// The samples that the next run is reckoned with.
  public let nextSamples: Int

  /// The present rules; `nil` when metrics were recognised by their columns.
  public let rules: RulesReference?

  /// The objectives or metrics, in the order of the rule file or of the columns.
  public let targets: [TargetRecommendation]

  /// The columns for which nothing is recommended, with the reason; none with rules.
  public let leftOut: [LeftOutColumn]

  /// What is odd about the data, in the words of an evaluation.
  public let warnings: [String]

  /// The rules that the indicators were read from.
  let samples: RunSamples
}

/// A file that a recommendation rests on.
public struct RecommendationInput: Sendable, Hashable {
  /// The name of the source.
  public let source: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let fingerprint: String
  /// The samples in it.
  public let samples: Int
  /// The earliest sample's time; `nil` without timestamps.
  public let start: Timestamp?
  /// The latest sample's time; `nil` without timestamps.
  public let end: Timestamp?
}

/// A column for which nothing is recommended.
public struct LeftOutColumn: Sendable, Hashable {
  /// The column.
  public let name: String
  /// Why.
  public let reason: String
}

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

/// What was observed of one indicator.
public struct ObservedFigures: Sendable, Hashable {
  /// The indicator over all samples that count, in base units.
  public let value: Double
  /// The samples with a value that count.
  public let used: Int
  /// The samples in all runs.
  public let total: Int
  /// How many samples at the beginning were left out as warm-up.
  public let warmUp: Int
  /// The least value of a sample; `nil` where samples have none of their own.
  public let minimum: Double?
  /// The median of the samples.
  public let median: Double?
  /// The greatest value of a sample.
  public let maximum: Double?
  /// The standard deviation of the samples.
  public let deviation: Double?
  /// The autocorrelation at lag 1.
  public let lagOne: Double?
  /// As many independent samples tell as much.
  public let effectiveCount: Double?
}

/// How one part of the data came out under several targets.
public struct BacktestRow: Sendable, Hashable {
  /// Which part of the data.
  public let part: String
  /// The indicator there, in base units; `nil` when it is NA.
  public let value: Double?
  /// Under the present target; `nil` without one.
  public let present: Status?
  /// Under the proposed one; of a split, one found on the part before.
  public let proposed: Status?
  /// Under the rule of thumb.
  public let heuristic: Status?
}

/// What a target for a share of good events leaves to fail.
public struct DraftedBudget: Sendable, Hashable {
  /// The share that may fail, 0…1.
  public let share: Double
  /// In a run like this one; `nil` when events are not counted.
  public let eventsPerRun: Double?
  /// The events of 30 days that may fail, at this run's traffic; `nil` when events or times are not
  /// known.
  public let eventsPerMonth: Double?
  /// The minutes of 30 days that may fail completely.
  public let minutesPerMonth: Double
}
