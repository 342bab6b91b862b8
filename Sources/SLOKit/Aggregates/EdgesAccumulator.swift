/// The first and the last measured value.
struct EdgesAccumulator: SampleAccumulator {
  /// NaN over no values.
  private(set) var first = Double.nan
  /// NaN over no values.
  private(set) var last = Double.nan

  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    guard let start = values.indices.first(where: { !values[$0].isNaN }),
      let end = values.indices.last(where: { !values[$0].isNaN })
    else { return }
    if first.isNaN { first = values[start] }
    last = values[end]
  }

  mutating func merge(_ next: EdgesAccumulator) {
    if first.isNaN { first = next.first }
    if !next.last.isNaN { last = next.last }
  }
}
