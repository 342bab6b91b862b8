extension Tally {
  /// Takes in the samples of `batch` that the rule file's `where` keeps for the series that are to
  /// be drawn: those with derived columns, or the others.
  mutating func draw(
    _ plan: SeriesPlan,
    derived isDerived: Bool,
    _ batch: SampleBatch,
    keeping kept: [Truth]?
  ) {
    for (index, drawn) in plan.drawn.enumerated() where plan.isDerived(drawn) == isDerived {
      let values = drawn.operand.values(in: batch)
      let selector = Selector(scope: .run, filter: drawn.filter)
      let selection = Selection(selector, in: batch, keeping: kept, PhaseMap([]), [])
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
