/// The first and the last measured value.
struct EdgesAccumulator: Accumulator {
  /// NaN over no values.
  private(set) var first = Double.nan
  /// NaN over no values.
  private(set) var last = Double.nan

  mutating func add(_ values: [Double], of batch: SampleBatch) {
    if first.isNaN { first = values.first { !$0.isNaN } ?? .nan }
    last = values.last { !$0.isNaN } ?? last
  }

  mutating func merge(_ next: EdgesAccumulator) {
    if first.isNaN { first = next.first }
    if !next.last.isNaN { last = next.last }
  }
}
