/// Measures batches of samples: each thread has one.
///
/// What depends on derived columns is measured by a worker of its own, which gets the batches in
/// the order of the file.
struct SampleWorker: Sendable {
  private let plan: SeriesPlan
  /// Whether this worker measures what depends on derived columns, or all the rest.
  private let isForDerived: Bool
  /// Whether each selector of the plan selects samples for this worker.
  private let usesSelector: [Bool]
  /// The rule file's `where`.
  private let filter: SampleCondition?
  private(set) var phases: PhaseMap
  private(set) var tally: Tally
  /// Memory for the measured values of one series.
  private var measured: [Double] = []

  init(
    _ plan: SeriesPlan,
    filter: SampleCondition?,
    phases: PhaseMap = PhaseMap([]),
    isForDerived: Bool = false
  ) {
    self.plan = plan
    self.isForDerived = isForDerived
    usesSelector = plan.selectors.indices.map { selector in
      plan.series.contains { $0.selector == selector && $0.isDerived == isForDerived }
    }
    self.filter = filter
    self.phases = phases
    tally = Tally(plan)
  }

  /// Takes in the samples of `batch`; returns what depends on their order.
  mutating func add(_ batch: SampleBatch) -> RunOrder {
    var order = RunOrder(plan)
    let kept = filter.map { $0.truths(in: batch) }
    let all = kept.map { Selection($0) } ?? Selection(allOf: batch.count)
    if !isForDerived {
      order.add(batch, keeping: all, unanswered: kept?.count { $0 == .unknown } ?? 0)
    }
    if measured.count < batch.count { measured = Array(repeating: .nan, count: batch.count) }
    // Out of the worker, so that it can be read while the tally changes.
    var measured: [Double] = []
    swap(&measured, &self.measured)
    defer { swap(&measured, &self.measured) }
    let selections = selections(in: batch, keeping: kept, all)
    for index in plan.series.indices where plan.series[index].isDerived == isForDerived {
      let selection = plan.series[index].selector.map { selections[$0] } ?? all
      add(index, of: batch, selection, &measured, to: &order)
    }
    if !plan.drawn.isEmpty { tally.draw(plan, derived: isForDerived, batch, keeping: kept) }
    return order
  }

  private mutating func selections(
    in batch: SampleBatch,
    keeping kept: [Truth]?,
    _ all: Selection
  ) -> [Selection] {
    phases.begin(with: batch) { kept?[$0] ?? .true == .true }
    guard !plan.selectors.isEmpty else { return [] }
    let places = plan.hasPhases ? phases.places(in: batch) : []
    return plan.selectors.indices.map {
      usesSelector[$0]
        ? Selection(plan.selectors[$0], in: batch, keeping: kept, phases, places) : all
    }
  }

  /// Keeps only histograms of distributions from now on.
  mutating func condense() {
    tally.condense()
  }

  private mutating func add(
    _ index: Int,
    of batch: SampleBatch,
    _ selection: Selection,
    _ measured: inout [Double],
    to order: inout RunOrder
  ) {
    let series = plan.series[index]
    switch series.operand {
    case .none where series.sampleKinds.isEmpty:
      tally.add(used: selection.count, total: selection.count, to: index)
    case .value(.leaf(let column)) where selection.isAll:
      // The values need not be copied.
      let values = batch.values.span.extracting(batch.range(of: column.index))
      add(values, of: batch, selection, &measured, to: index, &order)
    case .none, .value, .condition:
      var values = series.operand.values(in: batch)
      selection.apply(to: &values)
      add(values.span, of: batch, selection, &measured, to: index, &order)
    }
  }

  private mutating func add(
    _ values: Span<Double>,
    of batch: SampleBatch,
    _ selection: Selection,
    _ measured: inout [Double],
    to index: Int,
    _ order: inout RunOrder
  ) {
    let used = Self.gather(values, into: &measured)
    tally.add(measured.span.extracting(0..<used), total: selection.count, to: index)
    order.add(values, of: batch, to: index)
  }

  /// Copies the values that are not NaN to the start of `measured`; returns how many they are.
  private static func gather(_ values: Span<Double>, into measured: inout [Double]) -> Int {
    var measured = measured.mutableSpan
    var used = 0
    for index in values.indices {
      let value = values[index]
      measured[used] = value
      // Only NaN is not itself. No branch, because where NA comes next cannot be predicted.
      used &+= value == value ? 1 : 0
    }
    return used
  }
}

extension Aggregate.Operand {
  /// What the aggregate is over, on every sample of `batch`: a value, or 1 and 0 for a condition.
  func values(in batch: SampleBatch) -> [Double] {
    switch self {
    case .none: Array(repeating: 1, count: batch.count)
    case .value(let formula): formula.values(in: batch)
    case .condition(let condition): condition.truths(in: batch).map(\.indicator)
    }
  }
}

extension Truth {
  /// 1, 0, or NaN where there is no answer.
  var indicator: Double {
    switch self {
    case .true: 1
    case .false: 0
    case .unknown: .nan
    }
  }
}
