/// A condition on single samples that ends everything: where it holds, the decision is rollback.
public struct AbortCondition: Sendable, Hashable {
  /// The condition, with the values of variables put in.
  public let text: String

  /// Whether the condition held for as long as it says.
  let held: Aggregate
  /// Where the rule file has it.
  let place: Range<Int>
}
