/// A condition on single samples that ends everything: where it holds, the decision is rollback.
public struct AbortCondition: Sendable, Hashable {
  /// The condition, with the values of variables put in.
  public let text: String

  let fact: Aggregate.Fact
  /// Where the rule file has it.
  let place: Range<Int>
}
