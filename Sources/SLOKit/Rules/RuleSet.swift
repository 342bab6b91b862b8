/// What a run must fulfil: objectives with their bands, requirements, and abort conditions.
///
/// A rule set is read from a JSON5 text and is complete: every name has a meaning, every unit is
/// checked, every band makes sense. Nothing in it depends on data.
///
/// ```swift
/// let rules = try RuleSet(contentsOf: "slo-rules.json5")
/// let evaluation = try rules.evaluate(.file("metrics.csv"))
/// switch evaluation.decision {
/// case .proceed: …
/// case .hold, .rollback: …
/// }
/// ```
public struct RuleSet: Sendable {
  /// The rule file's `name`, or its source when it has none.
  public let name: String

  /// Where the rules come from: a path, or the name of a preset.
  public var source: String { text.name }

  /// The objectives in the order of the file; at least one.
  public let objectives: [Objective]

  /// The parts of the run that are judged on their own, in the order of the file; without any, the
  /// whole run is judged as one.
  public let phases: [Phase]

  /// The conditions that end everything, in the order of the file.
  public let aborts: [AbortCondition]

  /// What the run as a whole must offer as evidence.
  public let requirements: Requirements

  /// How statuses that are not all green become a decision.
  public let policy: DecisionPolicy

  /// What to do next, per decision, in the words of the rule file.
  public let actions: Actions

  let text: SourceText
  let columns: ColumnTable
  let time: TimeColumn?
  /// The texts that mean NA, in lower case.
  let missingTokens: [String]
  /// The rows that count at all.
  let filter: SampleCondition?
  /// What an env file sets that is no variable, though it is almost one.
  let unusedOverrides: [UnusedOverride]
}

/// What to do next, per decision, in the words of a rule file.
public struct Actions: Sendable, Hashable {
  private let proceed: String?
  private let hold: String?
  private let rollback: String?

  /// Creates actions; a decision without one has nothing to add.
  public init(proceed: String? = nil, hold: String? = nil, rollback: String? = nil) {
    self.proceed = proceed
    self.hold = hold
    self.rollback = rollback
  }

  /// What to do after `decision`; `nil` when the rule file does not say.
  public subscript(decision: Decision) -> String? {
    switch decision {
    case .proceed: proceed
    case .hold: hold
    case .rollback: rollback
    }
  }
}

/// The column that the rule file says holds the time.
struct TimeColumn: Sendable, Hashable {
  let name: String
  let place: Range<Int>
}
