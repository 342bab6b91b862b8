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
