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
