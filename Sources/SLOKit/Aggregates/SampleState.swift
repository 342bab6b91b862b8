/// What is gathered from the samples of a series in their order.
enum SampleKind: Sendable, Hashable {
  case edges, counter, timeline, points
  case streak(Extent)
  /// The samples nearest to a limit.
  case nearest(Double)
}

/// One accumulator of any kind.
enum SampleState: Sendable {
  case edges(EdgesAccumulator)
  case counter(CounterAccumulator)
  case timeline(TimelineAccumulator)
  case points(PointsAccumulator)
  case streak(StreakAccumulator)
  case nearest(NearestAccumulator)
  /// In place of another one while that changes, so that its memory has one owner.
  case changing

  init(_ kind: SampleKind) {
    self =
      switch kind {
      case .edges: .edges(EdgesAccumulator())
      case .counter: .counter(CounterAccumulator())
      case .timeline: .timeline(TimelineAccumulator())
      case .points: .points(PointsAccumulator())
      case .streak(let extent): .streak(StreakAccumulator(extent: extent))
      case .nearest(let limit): .nearest(NearestAccumulator(limit: limit))
      }
  }
}

extension SampleState: SampleAccumulator {
  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    let state = self
    self = .changing
    switch consume state {
    case .edges(var edges):
      edges.add(values, of: batch)
      self = .edges(edges)
    case .counter(var counter):
      counter.add(values, of: batch)
      self = .counter(counter)
    case .timeline(var timeline):
      timeline.add(values, of: batch)
      self = .timeline(timeline)
    case .points(var points):
      points.add(values, of: batch)
      self = .points(points)
    case .streak(var streak):
      streak.add(values, of: batch)
      self = .streak(streak)
    case .nearest(var nearest):
      nearest.add(values, of: batch)
      self = .nearest(nearest)
    case .changing: break
    }
  }

  mutating func merge(_ next: SampleState) {
    let state = self
    self = .changing
    // Two states of one series are always of the same kind.
    switch consume state {
    case .edges(var edges):
      if case .edges(let next) = next { edges.merge(next) }
      self = .edges(edges)
    case .counter(var counter):
      if case .counter(let next) = next { counter.merge(next) }
      self = .counter(counter)
    case .timeline(var timeline):
      if case .timeline(let next) = next { timeline.merge(next) }
      self = .timeline(timeline)
    case .points(var points):
      if case .points(let next) = next { points.merge(next) }
      self = .points(points)
    case .streak(var streak):
      if case .streak(let next) = next { streak.merge(next) }
      self = .streak(streak)
    case .nearest(var nearest):
      if case .nearest(let next) = next { nearest.merge(next) }
      self = .nearest(nearest)
    case .changing: break
    }
  }
}
