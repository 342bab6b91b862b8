/// Whether an abort condition held.
public struct AbortResult: Sendable, Hashable {
  /// The condition.
  public let when: String

  /// Whether it held for as long as it says.
  public let isTripped: Bool

  /// Whether its condition had an answer on any sample; without one it could not trip.
  public let isMeasured: Bool

  /// The line of the first sample on which it held.
  public let line: Int?

  /// The time of that sample.
  public let timestamp: Timestamp?

  /// On how many samples in a row it held, from that one on.
  public let samples: Int?

  /// On how many samples it held in all, also for a shorter time than it says.
  public let heldSamples: Int

  /// Where the rule file has the condition.
  let place: Range<Int>
}
