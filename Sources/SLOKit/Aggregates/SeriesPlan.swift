/// What is gathered over one operand on the samples that pass one filter, whatever number of
/// aggregates needs it: the mean and the sum share one sum, the minimum and the maximum one pass.
struct Series: Sendable {
  let operand: Aggregate.Operand
  /// The place of the filter in the plan's list; `nil` for all samples.
  let filter: Int?
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
  private(set) var filters: [SampleCondition] = []
  /// For each aggregate, in the order of the list.
  private(set) var places: [Place] = []
  /// What is kept for charts; nothing unless a report wants them.
  ///
  /// Of these aggregates, only what they are over counts.
  let drawn: [Aggregate]
  /// The most stretches that are kept of each of them.
  let drawnStretches: Int
  private var index = OperandIndex()

  /// Creates the plan for `aggregates`.
  init(_ aggregates: [Aggregate], drawn: [Aggregate] = [], drawnStretches: Int = 0) {
    self.drawn = drawn
    self.drawnStretches = drawnStretches
    places.reserveCapacity(aggregates.count)
    for aggregate in aggregates { places.append(add(aggregate)) }
  }

  private mutating func add(_ aggregate: Aggregate) -> Place {
    let index = place(of: aggregate.operand, filter: aggregate.filter)
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
    }
  }

  /// Adds what is to be gathered of `operand`; returns where it is.
  mutating func add(
    _ kind: ValueKind,
    of operand: Aggregate.Operand,
    filter: SampleCondition?
  ) -> Place {
    add(kind, to: place(of: operand, filter: filter))
  }

  private mutating func place(of operand: Aggregate.Operand, filter: SampleCondition?) -> Int {
    let filter = filter.map { place(of: $0) }
    for place in index.places(for: operand)
    where series[place].filter == filter && series[place].operand == operand {
      return place
    }
    index.add(series.count, for: operand)
    series.append(Series(operand: operand, filter: filter))
    return series.count - 1
  }

  private mutating func place(of filter: SampleCondition) -> Int {
    if let index = filters.firstIndex(of: filter) { return index }
    filters.append(filter)
    return filters.count - 1
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
