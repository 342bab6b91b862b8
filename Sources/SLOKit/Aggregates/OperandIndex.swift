/// The places of what a list has for each operand.
///
/// They are grouped by column, and what is not a plain column is a group of its own. Comparing the
/// few operands of one group takes less time than hashing formulas, and than bringing a dictionary
/// to life.
struct OperandIndex: Sendable {
  private var groups: [[Int]] = []

  /// The places of what may be about `operand`.
  func places(for operand: Aggregate.Operand) -> [Int] {
    let group = Self.group(of: operand)
    return group < groups.count ? groups[group] : []
  }

  /// Adds the place of something about `operand`.
  mutating func add(_ place: Int, for operand: Aggregate.Operand) {
    let group = Self.group(of: operand)
    while groups.count <= group { groups.append([]) }
    groups[group].append(place)
  }

  private static func group(of operand: Aggregate.Operand) -> Int {
    switch operand {
    case .value(.leaf(let column)): column.index + 1
    case .none, .value, .condition: 0
    }
  }
}
