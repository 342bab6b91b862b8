/// Which samples a series looks at: those of a part of the run that pass a filter.
struct Selector: Sendable, Hashable {
  let scope: Aggregate.Scope
  let filter: SampleCondition?
}

/// What is gathered over one operand on the samples that pass one selector, whatever number of
/// aggregates needs it: the mean and the sum share one sum, the minimum and the maximum one pass.
struct Series: Sendable {
  let operand: Aggregate.Operand
  /// The place of the selector in the plan's list; `nil` for all samples.
  let selector: Int?
  /// Whether a derived column has a part in it, so that samples must come in their order.
  let isDerived: Bool
  fileprivate(set) var valueKinds: [ValueKind] = []
  fileprivate(set) var sampleKinds: [SampleKind] = []
}

/// The series behind a list of aggregates.
struct SeriesPlan: Sendable {
  /// Where an aggregate finds its result.
  struct Place: Sendable {
    let series: Int
    /// Among the values or the samples of the series, whichever its function uses.
    let state: Int
  }

  private(set) var series: [Series] = []
  private(set) var selectors: [Selector] = []
  /// Whether some series looks at a part of the run only.
  private(set) var hasPhases = false
  /// For each aggregate, in the order of the list.
  private(set) var places: [Place] = []
  /// What is kept for charts; nothing unless a report wants them.
  ///
  /// Of these aggregates, only what they are over counts.
  let drawn: [Aggregate]
  /// The most stretches that are kept of each of them.
  let drawnStretches: Int
  private var index = OperandIndex()
  private let derivedColumns: [DerivedColumn]

  /// Creates the plan for `aggregates`, some of which may use derived columns.
  init(
    _ aggregates: [Aggregate],
    derivedColumns: [DerivedColumn] = [],
    drawn: [Aggregate] = [],
    drawnStretches: Int = 0
  ) {
    self.derivedColumns = derivedColumns
    self.drawn = drawn
    self.drawnStretches = drawnStretches
    places.reserveCapacity(aggregates.count)
    for aggregate in aggregates { places.append(add(aggregate)) }
  }

  private mutating func add(_ aggregate: Aggregate) -> Place {
    let index = place(of: aggregate.operand, aggregate.selector)
    switch aggregate.function {
    case .count, .missing: return Place(series: index, state: 0)
    case .sum, .mean: return add(.sum, to: index)
    case .minimum, .maximum: return add(.extremes, to: index)
    case .standardDeviation: return add(.moments, to: index)
    case .percentile: return add(.distribution, to: index)
    case .fraction: return add(.fraction, to: index)
    case .first, .last: return add(.edges, to: index)
    case .increase, .rate: return add(.counter, to: index)
    case .longest: return add(.streak(.samples(1)), to: index)
    case .held(let extent): return add(.streak(extent), to: index)
    case .duration, .gap: return add(.timeline, to: index)
    case .slope, .trend, .comparison: return add(.points, to: index)
    case .growth:
      _ = add(.timeline, to: index)
      return add(.points, to: index)
    }
  }

  /// Adds what is to be gathered of what `aggregate` is over; returns where it is.
  mutating func add(_ kind: ValueKind, for aggregate: Aggregate) -> Place {
    add(kind, to: place(of: aggregate.operand, aggregate.selector))
  }

  /// Adds what is to be gathered of what `aggregate` is over; returns where it is.
  mutating func add(_ kind: SampleKind, for aggregate: Aggregate) -> Place {
    add(kind, to: place(of: aggregate.operand, aggregate.selector))
  }

  private mutating func place(of operand: Aggregate.Operand, _ selector: Selector?) -> Int {
    let selectorPlace = selector.map { place(of: $0) }
    for place in index.places(for: operand)
    where series[place].selector == selectorPlace && series[place].operand == operand {
      return place
    }
    index.add(series.count, for: operand)
    let isDerived = usesDerivedColumn(operand, selector?.filter)
    series.append(Series(operand: operand, selector: selectorPlace, isDerived: isDerived))
    return series.count - 1
  }

  /// Whether a series that is drawn depends on derived columns.
  func isDerived(_ drawn: Aggregate) -> Bool { usesDerivedColumn(drawn.operand, drawn.filter) }

  private func usesDerivedColumn(
    _ operand: Aggregate.Operand,
    _ filter: SampleCondition?
  ) -> Bool {
    guard !derivedColumns.isEmpty else { return false }
    return (operand.columns + (filter?.columns ?? [])).contains { column in
      derivedColumns.contains { $0.index == column }
    }
  }

  private mutating func place(of selector: Selector) -> Int {
    if let index = selectors.firstIndex(of: selector) { return index }
    selectors.append(selector)
    if selector.scope != .run { hasPhases = true }
    return selectors.count - 1
  }

  private mutating func add(_ kind: ValueKind, to index: Int) -> Place {
    if let state = series[index].valueKinds.firstIndex(of: kind) {
      return Place(series: index, state: state)
    }
    series[index].valueKinds.append(kind)
    return Place(series: index, state: series[index].valueKinds.count - 1)
  }

  private mutating func add(_ kind: SampleKind, to index: Int) -> Place {
    if let state = series[index].sampleKinds.firstIndex(of: kind) {
      return Place(series: index, state: state)
    }
    series[index].sampleKinds.append(kind)
    return Place(series: index, state: series[index].sampleKinds.count - 1)
  }
}

extension Aggregate {
  /// The samples that it looks at; `nil` for all samples of the run.
  fileprivate var selector: Selector? {
    scope == .run && filter == nil ? nil : Selector(scope: scope, filter: filter)
  }
}
