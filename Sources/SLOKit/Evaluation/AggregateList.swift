/// Aggregates, each once, in the order in which they were first needed.
///
/// They are found by their column, of which a rule set needs few aggregates each: comparing these
/// takes less time than hashing formulas, and than bringing a dictionary to life.
struct AggregateList: Sendable {
  private(set) var items: [Aggregate] = []
  /// The places of the aggregates of each column, behind those of whatever is not one column.
  private var places: [[Int]] = []

  /// The place of `aggregate`, or `nil` when it is not in the list.
  func place(of aggregate: Aggregate) -> Int? {
    let group = Self.group(of: aggregate)
    guard group < places.count else { return nil }
    return places[group].first { items[$0] == aggregate }
  }

  /// Adds `aggregate`; returns false when it was there already.
  mutating func insert(_ aggregate: Aggregate) -> Bool {
    guard place(of: aggregate) == nil else { return false }
    let group = Self.group(of: aggregate)
    while places.count <= group { places.append([]) }
    places[group].append(items.count)
    items.append(aggregate)
    return true
  }

  private static func group(of aggregate: Aggregate) -> Int {
    switch aggregate.operand {
    case .value(.leaf(let column)): column.index + 1
    case .none, .value, .condition: 0
    }
  }
}
