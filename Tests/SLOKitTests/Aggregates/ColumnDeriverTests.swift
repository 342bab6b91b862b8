import Testing

@testable import SLOKit

/// Derived columns of batches, by hand.
struct ColumnDeriverTests {
  private static let table: ColumnTable = {
    var table = ColumnTable()
    let x = table.reference("x", at: 0..<1)
    func add(_ function: Derivation.Function, of column: Int) {
      _ = table.reference(
        Derivation(function: function, operand: .leaf(ColumnReference(index: column))),
        called: "",
        unit: nil,
        at: 0..<1
      )
    }
    add(.rolling(.mean, .samples(2)), of: x)
    add(.rolling(.maximum, .seconds(120)), of: x)
    add(.difference, of: x)
    // Of a derived column.
    add(.rolling(.minimum, .samples(2)), of: 3)
    return table
  }()

  /// A batch with one sample a minute and room for the derived columns.
  private static func batch(_ values: [Double], from minute: Int = 0) -> SampleBatch {
    var batch = SampleBatch(columnCount: table.columns.count)
    batch.reset(capacity: values.count, hasTime: true, absent: Array(1..<5))
    for (index, value) in values.enumerated() {
      batch.beginSample(line: 2 + minute + index)
      batch.set(value, column: 0)
      batch.set(Timestamp(nanoseconds: Int64(minute + index) * 60_000_000_000))
    }
    return batch
  }

  /// The derived columns as text, which says NaN where it is.
  private static func derived(
    _ values: [Double],
    keeping kept: [Bool]? = nil,
    groups: [Int]? = nil
  ) -> [String] {
    var deriver = ColumnDeriver(table.derivedColumns)
    var batch = batch(values)
    deriver.derive(in: &batch, keeping: kept, groups: groups)
    return table.derivedColumns.map { "\(batch.values(of: $0.index))" }
  }

  @Test func `windows and differences step over NA`() {
    #expect(
      Self.derived([1, 3, .nan, .nan, 6, 2]) == [
        "[1.0, 2.0, 3.0, nan, 6.0, 4.0]",
        "[1.0, 3.0, 3.0, nan, 6.0, 6.0]",
        "[nan, 2.0, nan, nan, 3.0, -4.0]",
        "[nan, 2.0, 2.0, nan, 3.0, -4.0]",
      ]
    )
  }

  @Test func `samples that are dropped do not exist`() {
    let kept = [true, false, true, true]
    #expect(
      Self.derived([1, 100, 3, 5], keeping: kept).map { $0.replacing("100.0", with: "?") }
        == [
          "[1.0, ?, 2.0, 4.0]",
          // The window is a matter of time, so the first sample has left it on the third.
          "[1.0, ?, 3.0, 5.0]",
          "[nan, ?, 2.0, 2.0]",
          "[nan, ?, 2.0, 2.0]",
        ]
    )
  }

  @Test func `no window looks into another group`() {
    #expect(
      Self.derived([1, 2, 10, 20, 3, 4], groups: [0, 0, 2, 2, 0, 0]) == [
        "[1.0, 1.5, 10.0, 15.0, 2.5, 3.5]",
        "[1.0, 2.0, 10.0, 20.0, 3.0, 4.0]",
        "[nan, 1.0, nan, 10.0, 1.0, 1.0]",
        "[nan, 1.0, nan, 10.0, 1.0, 1.0]",
      ]
    )
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `batches may be cut anywhere`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<60).map { _ in
      [.nan, 1.5, -2, 0.1, .infinity].randomElement(using: &random) ?? 0
    }
    let kept = values.map { _ in Bool.random(using: &random) }
    let groups = values.map { _ in Int.random(in: 0...2, using: &random) }
    let expected = Self.derived(values, keeping: kept, groups: groups)
    var deriver = ColumnDeriver(Self.table.derivedColumns)
    var found = Self.table.derivedColumns.map { _ in [Double]() }
    for part in Array(values.indices).split(using: &random) {
      var batch = Self.batch(part.map { values[$0] }, from: part.first ?? 0)
      deriver.derive(in: &batch, keeping: part.map { kept[$0] }, groups: part.map { groups[$0] })
      for (index, column) in Self.table.derivedColumns.enumerated() {
        found[index] += batch.values(of: column.index)
      }
    }
    #expect(found.map { "\($0)" } == expected)
  }
}
