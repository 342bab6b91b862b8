/// Measures what depends on derived columns, batch after batch in the order of the file.
///
/// A window reaches back into the batches before, so this cannot be done by several threads at
/// once. What it gathers is merged at the end with what they gathered of everything else.
struct DerivedStage: Sendable {
  private let filter: SampleCondition?
  /// Whether the run has phases, across whose borders no window looks.
  private let hasPhases: Bool
  private var phases: PhaseMap
  private var deriver: ColumnDeriver
  private var worker: SampleWorker
  /// What depends on the order of the samples, without the samples themselves: they are counted
  /// elsewhere.
  private(set) var order: RunOrder

  init(_ pass: MeasuringPass) {
    filter = pass.filter
    deriver = ColumnDeriver(pass.derivedColumns)
    hasPhases = !pass.phases.isEmpty
    phases = pass.phases
    worker = SampleWorker(
      pass.series,
      filter: pass.filter,
      phases: pass.phases,
      isForDerived: true
    )
    order = RunOrder(pass.series)
  }

  var tally: Tally { worker.tally }

  /// Takes in the samples of `batch`, which come after all samples so far, and sets its derived
  /// columns.
  mutating func add(_ batch: inout SampleBatch) {
    let kept = filter.map { $0.truths(in: batch).map { $0 == .true } }
    deriver.derive(in: &batch, keeping: kept, groups: hasPhases ? groups(of: batch, kept) : nil)
    order.merge(worker.add(batch))
  }

  /// The number of each sample's phase, from 0.
  private mutating func groups(of batch: SampleBatch, _ kept: [Bool]?) -> [Int] {
    phases.begin(with: batch) { kept?[$0] ?? true }
    return phases.places(in: batch).map { $0 - PhaseMap.none }
  }

  /// Keeps only histograms of distributions from now on.
  mutating func condense() {
    worker.condense()
  }
}
