/// Aggregates, each once, in the order in which they were first needed.
struct AggregateList: Sendable {
  private(set) var items: [Aggregate] = []
  private var index = OperandIndex()

  /// The place of `aggregate`, or `nil` when it is not in the list.
  func place(of aggregate: Aggregate) -> Int? {
    index.places(for: aggregate.operand).first { items[$0] == aggregate }
  }

  /// Adds `aggregate`; returns false when it was there already.
  mutating func insert(_ aggregate: Aggregate) -> Bool {
    guard place(of: aggregate) == nil else { return false }
    index.add(items.count, for: aggregate.operand)
    items.append(aggregate)
    return true
  }
}
