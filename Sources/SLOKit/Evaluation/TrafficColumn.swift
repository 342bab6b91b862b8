/// A column that tells, by its name, how many requests there were.
struct TrafficColumn: Sendable, Hashable {
  let name: String
  /// Its place in a batch.
  let index: Int
  let isCounter: Bool

  private static let rates = [
    "request_rate", "requests", "requests_per_second", "request_count", "rps", "qps",
    "throughput", "traffic",
  ]
  private static let counters = [
    "requests_total", "request_total", "http_requests_total",
  ]

  /// The traffic columns in a header.
  ///
  /// One that the rules do not know gets a place behind theirs.
  static func all(in header: [String], beside columns: ColumnTable) -> [TrafficColumn] {
    var next = columns.columns.count
    var found: [TrafficColumn] = []
    for name in header where rates.contains(name) || counters.contains(name) {
      let known = columns.index(of: name)
      if let known, columns[known].isLabel { continue }
      let isCounter = counters.contains(name) || known.map { columns[$0].kind } == .counter
      found.append(TrafficColumn(name: name, index: known ?? next, isCounter: isCounter))
      if known == nil { next += 1 }
    }
    return found
  }
}

extension TrafficColumn {
  private var operand: Aggregate.Operand { .value(.leaf(ColumnReference(index: index))) }

  /// What is 0 when there was no traffic: the largest absolute value, or a counter's growth.
  var volume: Aggregate {
    guard !isCounter else { return Aggregate(function: .increase, operand: operand, filter: nil) }
    let size = SampleFormula.absolute(.leaf(ColumnReference(index: index)))
    return Aggregate(function: .maximum, operand: .value(size), filter: nil)
  }
}
