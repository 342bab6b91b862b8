/// What a run spends of an error budget.
///
/// Beyer et al., 2018, "The Site Reliability Workbook", chapter 5, "Alerting on SLOs".
public struct BudgetResult: Sendable, Hashable {
  /// The window that the budget is for, in seconds.
  public let window: Double

  /// The share of the bad that the target allows, 0…1.
  public let allowed: Double

  /// The share of the bad in the run, 0…1.
  public let bad: Double

  /// How fast the run spends the budget: at 1, the window spends all of it.
  public let burnRate: Double

  /// The share of the window's budget that the run spent; more than 1 is more than there was.
  ///
  /// Events are taken to come evenly over the window. `nil` without timestamps.
  public let consumed: Double?

  /// How many seconds from the end of the run on, at this rate, until a budget that was full when
  /// the run began is spent; `nil` when nothing is spent, or without timestamps.
  public let secondsToExhaustion: Double?

  /// What `value` spends in `elapsed` seconds.
  init(_ budget: ErrorBudget, _ share: BadShare, value: Double, elapsed: Double?) {
    window = budget.window
    allowed = share.allowed
    bad = share.bad(value)
    burnRate = bad / allowed
    consumed = elapsed.map { [burnRate, window] in burnRate * $0 / window }
    secondsToExhaustion =
      burnRate > 0 ? consumed.map { [burnRate, window] in max(0, 1 - $0) * window / burnRate } : nil
  }
}
