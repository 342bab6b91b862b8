/// What was gathered of a series apart from the order of its samples.
struct SeriesTally: Sendable {
  /// The samples that the series looks at.
  fileprivate(set) var total = 0
  /// Those of them that are measured.
  fileprivate(set) var used = 0
  fileprivate(set) var states: [ValueState]

  init(_ series: Series) {
    states = series.valueKinds.map { ValueState($0) }
  }
}

/// What was gathered of all series apart from the order of the samples: a commutative monoid.
struct Tally: Accumulator {
  private(set) var series: [SeriesTally]
  /// For each series that is to be drawn, in the order of the plan.
  var drawings: [ThinnedSeries]

  init(_ plan: SeriesPlan) {
    series = plan.series.map { SeriesTally($0) }
    // A type of array that is never made costs nothing at start-up.
    drawings =
      plan.drawn.isEmpty ? [] : plan.drawn.map { _ in ThinnedSeries(limit: plan.drawnStretches) }
  }

  mutating func merge(_ next: Tally) {
    for index in drawings.indices { drawings[index].merge(next.drawings[index]) }
    for index in series.indices {
      series[index].total += next.series[index].total
      series[index].used += next.series[index].used
      for state in series[index].states.indices {
        series[index].states[state].merge(next.series[index].states[state])
      }
    }
  }

  /// Takes in the values of one series, `total` samples of which those in `measured` are not NA.
  mutating func add(_ measured: Span<Double>, total: Int, to index: Int) {
    series[index].total += total
    series[index].used += measured.count
    for state in series[index].states.indices { series[index].states[state].add(measured) }
  }

  /// Takes in samples of a series of which only their number counts.
  mutating func add(used: Int, total: Int, to index: Int) {
    series[index].total += total
    series[index].used += used
  }

  /// Keeps only histograms of distributions from now on.
  mutating func condense() {
    for index in series.indices {
      for state in series[index].states.indices { series[index].states[state].condense() }
    }
  }
}
