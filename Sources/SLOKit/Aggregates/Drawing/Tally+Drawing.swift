extension Tally {
  /// Takes in the samples of `batch` that the rule file's `where` keeps for the series that are to
  /// be drawn.
  mutating func draw(_ series: [Aggregate], _ batch: SampleBatch, keeping kept: [Truth]?) {
    for (index, drawn) in series.enumerated() {
      let values = drawn.operand.values(in: batch)
      let selection =
        drawn.filter.map { Selection($0, in: batch, keeping: kept) }
        ?? kept.map { Selection($0) } ?? Selection(allOf: batch.count)
      for sample in 0..<batch.count where selection.isSelected?[sample] ?? true {
        let line = batch.line(at: sample)
        let position = batch.times.isEmpty ? Int64(line) : batch.times[sample]?.nanoseconds
        guard let position else { continue }
        drawings[index].add(
          ThinnedSeries.Point(position: position, line: line, value: values[sample])
        )
      }
    }
  }
}
