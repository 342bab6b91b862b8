/// Gathers one aggregate: its values, and how many samples there were and were measured.
struct AggregateAccumulator: Sendable {
  fileprivate enum State: Sendable {
    /// The counts that every aggregate has are all it needs.
    case count
    case sum(SumAccumulator)
    case extremes(ExtremesAccumulator)
    case edges(EdgesAccumulator)
    case moments(MomentsAccumulator)
    case percentile(PercentileAccumulator)
    case counter(CounterAccumulator)
    case fraction(FractionAccumulator)
    case streak(StreakAccumulator)
    case timeline(TimelineAccumulator)
  }

  private let aggregate: Aggregate
  private var state: State
  /// The samples that the aggregate looks at.
  private var total = 0
  /// Those of them that are measured.
  private var used = 0

  init(_ aggregate: Aggregate) {
    self.aggregate = aggregate
    state =
      switch aggregate.function {
      case .count, .missing: .count
      case .sum, .mean: .sum(SumAccumulator())
      case .minimum, .maximum: .extremes(ExtremesAccumulator())
      case .first, .last: .edges(EdgesAccumulator())
      case .standardDeviation: .moments(MomentsAccumulator())
      case .percentile: .percentile(PercentileAccumulator())
      case .increase, .rate: .counter(CounterAccumulator())
      case .fraction: .fraction(FractionAccumulator())
      case .longest: .streak(StreakAccumulator(extent: .samples(1)))
      case .held(let extent): .streak(StreakAccumulator(extent: extent))
      case .duration, .gap: .timeline(TimelineAccumulator())
      }
  }
}

extension AggregateAccumulator {
  /// Takes in the samples of `batch`, which come after all samples so far.
  mutating func add(_ batch: SampleBatch) {
    let batch = aggregate.filter.map { batch.selected(by: $0.truths(in: batch)) } ?? batch
    let values = aggregate.operand.values(in: batch)
    total += batch.count
    used += values.count { !$0.isNaN }
    // Each case is taken out and put back, so that its storage has one owner while it changes.
    switch state {
    case .count: break
    case .sum(var sum): replace(&sum, values, batch) { .sum($0) }
    case .extremes(var extremes): replace(&extremes, values, batch) { .extremes($0) }
    case .edges(var edges): replace(&edges, values, batch) { .edges($0) }
    case .moments(var moments): replace(&moments, values, batch) { .moments($0) }
    case .percentile(var percentile): replace(&percentile, values, batch) { .percentile($0) }
    case .counter(var counter): replace(&counter, values, batch) { .counter($0) }
    case .fraction(var fraction): replace(&fraction, values, batch) { .fraction($0) }
    case .streak(var streak): replace(&streak, values, batch) { .streak($0) }
    case .timeline(var timeline): replace(&timeline, values, batch) { .timeline($0) }
    }
  }

  private mutating func replace<Part: Accumulator>(
    _ part: inout Part,
    _ values: [Double],
    _ batch: SampleBatch,
    _ state: (Part) -> State
  ) {
    self.state = .count
    part.add(values, of: batch)
    self.state = state(part)
  }

  /// Takes in what an accumulator of the same aggregate gathered from the samples that follow.
  mutating func merge(_ next: AggregateAccumulator) {
    total += next.total
    used += next.used
    state = state.merged(with: next.state)
  }

  /// The aggregate's value, and how many samples it rests on.
  var result: AggregateResult {
    AggregateResult(value: value, used: usedSamples, total: total, streak: earliestStreak)
  }

  private var earliestStreak: Streak? {
    guard case .held = aggregate.function, case .streak(let streaks) = state else { return nil }
    return streaks.earliest
  }

  private var value: Double {
    switch (aggregate.function, state) {
    case (.missing, _): Double(total - used)
    case (_, .count): Double(used)
    case (.sum, .sum(let sum)): sum.total
    case (_, .sum(let sum)): sum.mean
    case (.minimum, .extremes(let extremes)): extremes.minimum
    case (_, .extremes(let extremes)): extremes.maximum
    case (.first, .edges(let edges)): edges.first
    case (_, .edges(let edges)): edges.last
    case (_, .moments(let moments)): moments.standardDeviation
    case (.percentile(let share), .percentile(let values)): values.percentile(share)
    case (_, .percentile): .nan
    case (.rate, .counter(let counter)): counter.rate
    case (_, .counter(let counter)): counter.increase
    case (_, .fraction(let fraction)): fraction.fraction
    // That a condition held on no sample is no proof when it had no answer on any.
    case (_, .streak) where used == 0: .nan
    case (.held, .streak(let streaks)): streaks.earliest == nil ? 0 : 1
    case (_, .streak(let streaks)): Double(streaks.longest)
    case (.gap, .timeline(let timeline)): timeline.widestGap.map { abs($0.seconds) } ?? .nan
    case (_, .timeline(let timeline)): timeline.covered ?? .nan
    }
  }

  /// Counting missing samples uses them all: they are what it measures.
  private var usedSamples: Int {
    aggregate.function == .missing ? total : used
  }
}

extension AggregateAccumulator.State {
  func merged(with next: Self) -> Self {
    switch (self, next) {
    case (.sum(let a), .sum(let b)): .sum(a.merged(with: b))
    case (.extremes(let a), .extremes(let b)): .extremes(a.merged(with: b))
    case (.edges(let a), .edges(let b)): .edges(a.merged(with: b))
    case (.moments(let a), .moments(let b)): .moments(a.merged(with: b))
    case (.percentile(let a), .percentile(let b)): .percentile(a.merged(with: b))
    case (.counter(let a), .counter(let b)): .counter(a.merged(with: b))
    case (.fraction(let a), .fraction(let b)): .fraction(a.merged(with: b))
    case (.streak(let a), .streak(let b)): .streak(a.merged(with: b))
    case (.timeline(let a), .timeline(let b)): .timeline(a.merged(with: b))
    // Two accumulators of one aggregate are always in the same case.
    case (_, _): self
    }
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

/// A number over the run, and how many samples it rests on.
struct AggregateResult: Sendable, Hashable {
  /// NaN where it is NA.
  let value: Double
  let used: Int
  let total: Int
  /// The earliest streak that was long enough, for a question whether something held.
  let streak: Streak?
}
