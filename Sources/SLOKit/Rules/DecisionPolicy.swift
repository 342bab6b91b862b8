/// How statuses that are not all green become a decision.
///
/// Whatever the policy, an abort condition and a mandatory red objective roll back, and missing
/// evidence holds.
public enum DecisionPolicy: Sendable, Hashable {
  /// A red objective rolls back; more than this many yellow ones hold.
  case acceptingYellow(atMost: Int)

  /// The score decides in place of single statuses.
  case scoring(ScoreLimits)

  /// What holds for a rule file that says nothing: any yellow objective holds.
  public static let strict = DecisionPolicy.acceptingYellow(atMost: 0)
}

/// The scores from which a run proceeds and from which it holds; below, it rolls back.
///
/// The score is the weighted share of what is good: green 1, yellow ½, red 0, `na` left out.
public struct ScoreLimits: Sendable, Hashable {
  /// The least score to proceed, 0…1.
  public let proceed: Double

  /// The least score to hold, 0…1; not above ``proceed``.
  public let hold: Double
}
