import Testing

@testable import SLOKit

@Suite("The list of aggregates")
struct AggregateListTests {
  private static let conditions: [SampleCondition?] = [
    nil,
    .comparison(.less, .leaf(ColumnReference(index: 7)), .constant(1)),
    .comparison(.less, .leaf(ColumnReference(index: 7)), .constant(2)),
  ]

  /// Aggregates without an operand, of columns, of a formula and of a condition.
  private static let aggregates: [Aggregate] = conditions.flatMap { filter in
    let leaves = (0..<40).map { SampleFormula.leaf(ColumnReference(index: $0)) }
    let operands: [Aggregate.Operand] =
      [.none, .value(.absolute(leaves[3])), .condition(.comparison(.less, leaves[3], leaves[4]))]
      + leaves.reversed().map { .value($0) }
    return operands.flatMap { operand in
      [.count, .mean, .percentile(0.5), .percentile(0.95)].map {
        Aggregate(function: $0, operand: operand, filter: filter)
      }
    }
  }

  @Test func `every aggregate has one place, in the order of arrival`() {
    var list = AggregateList()
    var isNew: [Bool] = []
    for aggregate in Self.aggregates + Self.aggregates { isNew.append(list.insert(aggregate)) }
    #expect(isNew == Self.aggregates.map { _ in true } + Self.aggregates.map { _ in false })
    #expect(list.items == Self.aggregates)
    #expect(Self.aggregates.map { list.place(of: $0) } == Array(Self.aggregates.indices))
  }

  @Test func `what was not added has no place`() {
    var list = AggregateList()
    #expect(list.place(of: Self.aggregates[20]) == nil)
    for aggregate in Self.aggregates.dropLast() { _ = list.insert(aggregate) }
    #expect(Self.aggregates.last.map { list.place(of: $0) } == .some(nil))
  }
}
