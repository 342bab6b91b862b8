/// Measures what depends on derived columns, batch after batch in the order of the file.
///
/// A window reaches back into the batches before, so this cannot be done by several threads at
/// once. What it gathers is merged at the end with what they gathered of everything else.
struct DerivedStage: Sendable {
  private let filter: SampleCondition?
  private var deriver: ColumnDeriver
  private var worker: SampleWorker
  /// What depends on the order of the samples, without the samples themselves: they are counted
  /// elsewhere.
  private(set) var order: RunOrder

  init(_ pass: MeasuringPass) {
    filter = pass.filter
    deriver = ColumnDeriver(pass.derivedColumns)
    worker = SampleWorker(pass.series, filter: pass.filter, isForDerived: true)
    order = RunOrder(pass.series)
  }

  var tally: Tally { worker.tally }

  /// Takes in the samples of `batch`, which come after all samples so far, and sets its derived
  /// columns.
  ///
  /// `groups` has the number of each sample's group, from 0: no window looks from one into another.
  mutating func add(_ batch: inout SampleBatch, groups: [Int]? = nil) {
    let kept = filter.map { $0.truths(in: batch).map { $0 == .true } }
    deriver.derive(in: &batch, keeping: kept, groups: groups)
    order.merge(worker.add(batch))
  }

  /// Keeps only histograms of distributions from now on.
  mutating func condense() {
    worker.condense()
  }
}
