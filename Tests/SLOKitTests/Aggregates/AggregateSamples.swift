@testable import SLOKit

/// Short runs of one column, for tables of aggregates.
enum AggregateSamples {
  /// A file with a row every ten minutes.
  static func csv(_ cells: String) -> String {
    let rows = cells.split(separator: " ").enumerated().map { index, cell in
      "\(Timestamp(nanoseconds: 1_763_994_059_000_000_000 + Int64(index) * 600_000_000_000)),\(cell)"
    }
    return (["timestamp,x"] + rows).joined(separator: "\n") + "\n"
  }

  /// The value of `sli` over a column `x` of these cells; `nil` when it is NA.
  static func value(of sli: String, over cells: String) throws -> Double? {
    try RuleSet.measuring(sli).value(in: csv(cells))
  }
}
