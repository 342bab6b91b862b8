/// How one objective came out.
public struct ObjectiveResult: Sendable {
  /// The objective.
  public let objective: Objective

  /// The status.
  public let status: Status

  /// The indicator's value in base units; `nil` when it is NA.
  public let value: Double?

  /// What the exact value can be, in base units; `nil` when ``value`` is exact.
  ///
  /// Only values that rest on percentiles of more than a million samples are not.
  public let bounds: ClosedRange<Double>?

  /// The value for people, in a fitting unit, with as many digits as it takes to tell it from the
  /// limits, behind `≈` when it is not exact; `NA` when there is none.
  public let display: String

  /// The indicator's value on the baseline, in base units; `nil` when it is NA or there is none.
  public let baseline: Double?

  /// The samples that the value rests on.
  public let used: Int

  /// The samples that count for this objective.
  public let total: Int

  /// From how many of the samples a trend was computed; `nil` when from all of them, and for what
  /// is no trend.
  public let thinning: Thinning?

  /// What the run spends of the objective's error budget; `nil` without a budget or a value.
  public let budget: BudgetResult?

  /// How the values lie beside those of the baseline; `nil` for an objective without `compare`, and
  /// when there is nothing to compare.
  public let comparison: ComparisonResult?

  /// Why the value is NA, or why it does not count, or what a comparison found; `nil` otherwise.
  public let reason: String?

  /// Whether there is a value, and it cannot be told what it means; such an objective holds the run.
  ///
  /// It is yellow when the exact value lies within ``bounds``, on both sides of a limit, and the
  /// stream that held it is gone. It is NA when it would be green, and a column of it is below 0
  /// where nothing can be.
  public let isUndecided: Bool
}
