/// Aggregates, each once, in the order in which they were first needed.
///
/// Like `NameTable`, it is searched as a list while it is short.
struct AggregateList: Sendable {
  private static let listLimit = 64

  private(set) var items: [Aggregate] = []
  private var places: [Aggregate: Int]?

  /// The place of `aggregate`, or `nil` when it is not in the list.
  func place(of aggregate: Aggregate) -> Int? {
    if let places { return places[aggregate] }
    return items.firstIndex(of: aggregate)
  }

  /// Adds `aggregate`; returns false when it was there already.
  mutating func insert(_ aggregate: Aggregate) -> Bool {
    guard place(of: aggregate) == nil else { return false }
    places?[aggregate] = items.count
    items.append(aggregate)
    if places == nil, items.count > Self.listLimit {
      places = Dictionary(zip(items, items.indices), uniquingKeysWith: { first, _ in first })
    }
    return true
  }
}
