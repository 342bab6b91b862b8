/// What is gathered from the samples of a series in their order.
enum SampleKind: Sendable, Hashable {
  case edges, counter, timeline
  case streak(HeldExtent)
  /// The samples nearest to a limit.
  case nearest(Double)
}

/// One accumulator of any kind.
enum SampleState: Sendable {
  case edges(EdgesAccumulator)
  case counter(CounterAccumulator)
  case timeline(TimelineAccumulator)
  case streak(StreakAccumulator)
  case nearest(NearestAccumulator)

  init(_ kind: SampleKind) {
    self =
      switch kind {
      case .edges: .edges(EdgesAccumulator())
      case .counter: .counter(CounterAccumulator())
      case .timeline: .timeline(TimelineAccumulator())
      case .streak(let extent): .streak(StreakAccumulator(extent: extent))
      case .nearest(let limit): .nearest(NearestAccumulator(limit: limit))
      }
  }
}

extension SampleState: SampleAccumulator {
  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    switch self {
    case .edges(var edges):
      edges.add(values, of: batch)
      self = .edges(edges)
    case .counter(var counter):
      counter.add(values, of: batch)
      self = .counter(counter)
    case .timeline(var timeline):
      timeline.add(values, of: batch)
      self = .timeline(timeline)
    case .streak(var streak):
      streak.add(values, of: batch)
      self = .streak(streak)
    case .nearest(var nearest):
      nearest.add(values, of: batch)
      self = .nearest(nearest)
    }
  }

  mutating func merge(_ next: SampleState) {
    self =
      switch (self, next) {
      case (.edges(let a), .edges(let b)): .edges(a.merged(with: b))
      case (.counter(let a), .counter(let b)): .counter(a.merged(with: b))
      case (.timeline(let a), .timeline(let b)): .timeline(a.merged(with: b))
      case (.streak(let a), .streak(let b)): .streak(a.merged(with: b))
      case (.nearest(let a), .nearest(let b)): .nearest(a.merged(with: b))
      // Two states of one series are always of the same kind.
      case (_, _): self
      }
  }
}
