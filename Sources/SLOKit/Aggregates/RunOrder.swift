/// What was gathered of all series in the order of the samples, and the timeline.
struct RunOrder: Accumulator {
  /// The samples in the file.
  private(set) var samples = 0
  /// The samples that the rule file's `where` keeps.
  private(set) var kept = 0
  /// The samples that it drops because its condition has no answer on them.
  private(set) var unanswered = 0
  private(set) var timeline = TimelineAccumulator()
  /// How all times in the file are written.
  private(set) var timeForms = TimestampForms()
  /// For each series, in the order of the plan.
  private(set) var states: [[SampleState]]

  init(_ plan: SeriesPlan) {
    states = plan.series.map { $0.sampleKinds.map { SampleState($0) } }
  }

  mutating func merge(_ next: RunOrder) {
    samples += next.samples
    kept += next.kept
    unanswered += next.unanswered
    timeline.merge(next.timeline)
    timeForms.merge(next.timeForms)
    for index in states.indices {
      for state in states[index].indices { states[index][state].merge(next.states[index][state]) }
    }
  }

  /// The timeline that a state is, if it is one.
  func timeline(at place: SeriesPlan.Place) -> TimelineAccumulator? {
    guard case .timeline(let timeline) = states[place.series][place.state] else { return nil }
    return timeline
  }

  /// Takes in the samples of `batch`, of which the rule file's `where` keeps those of `selection`
  /// and has no answer on so many.
  mutating func add(_ batch: SampleBatch, keeping selection: Selection, unanswered: Int) {
    samples += batch.count
    kept += selection.count
    self.unanswered += unanswered
    timeline.add(batch, keeping: selection.isSelected)
    timeForms.merge(batch.forms)
  }

  /// The time that the values of one series cover, in seconds; NaN when that was not gathered.
  func covered(_ index: Int) -> Double {
    for state in states[index] {
      if case .timeline(let timeline) = state { return timeline.covered ?? .nan }
    }
    return .nan
  }

  /// Takes in the values of one series, NaN where the series does not look.
  mutating func add(_ values: Span<Double>, of batch: SampleBatch, to index: Int) {
    for state in states[index].indices { states[index][state].add(values, of: batch) }
  }
}
