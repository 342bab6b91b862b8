/// What was measured: the results of the plan's aggregates and facts, and the timeline.
///
/// The evaluation reads nothing else. It does not care whether the numbers came from one pass
/// over a CSV, from several machines, or from a query engine.
struct Measurements: Sendable {
  let aggregates: [Aggregate: AggregateResult]
  let facts: [Aggregate.Fact: FactResult]
  let timeline: TimelineAccumulator
  /// The samples in the file.
  let samples: Int
  /// The samples that the rule file's `where` keeps.
  let kept: Int
  /// The samples that it drops because its condition has no answer on them.
  let unanswered: Int
}

/// Whether a condition held long enough, and where first.
struct FactResult: Sendable, Hashable {
  let truth: Truth
  let streak: Streak?
}

/// Gathers measurements over the parts of a file; a monoid under `merge`.
struct MeasurementsAccumulator: Sendable {
  private let plan: Plan
  private var aggregates: [AggregateAccumulator]
  private var facts: [FactAccumulator]
  private(set) var timeline = TimelineAccumulator()
  private(set) var samples = 0
  private var kept = 0
  private var unanswered = 0

  init(_ plan: Plan) {
    self.plan = plan
    aggregates = plan.aggregates.map { AggregateAccumulator($0) }
    facts = plan.facts.map { FactAccumulator($0) }
  }

  /// Takes in the samples of `batch`, which come after all samples so far.
  mutating func add(_ batch: SampleBatch) {
    samples += batch.count
    var batch = batch
    if let filter = plan.rules.filter {
      let truths = filter.truths(in: batch)
      unanswered += truths.count { $0 == .unknown }
      batch = batch.selected(by: truths)
    }
    kept += batch.count
    timeline.add(batch)
    for index in aggregates.indices { aggregates[index].add(batch) }
    for index in facts.indices { facts[index].add(batch) }
  }

  /// Takes in what `next` gathered from the samples that follow.
  mutating func merge(_ next: MeasurementsAccumulator) {
    samples += next.samples
    kept += next.kept
    unanswered += next.unanswered
    timeline.merge(next.timeline)
    for index in aggregates.indices { aggregates[index].merge(next.aggregates[index]) }
    for index in facts.indices { facts[index].merge(next.facts[index]) }
  }

  /// The results.
  var measurements: Measurements {
    Measurements(
      aggregates: Dictionary(
        zip(plan.aggregates, aggregates.lazy.map(\.result)), uniquingKeysWith: { a, _ in a }),
      facts: Dictionary(
        zip(plan.facts, facts.lazy.map(\.result)), uniquingKeysWith: { a, _ in a }),
      timeline: timeline, samples: samples, kept: kept, unanswered: unanswered)
  }
}

/// Gathers whether a condition held long enough.
private struct FactAccumulator: Sendable {
  private let fact: Aggregate.Fact
  private var streaks: StreakAccumulator
  private var answered = 0

  init(_ fact: Aggregate.Fact) {
    self.fact = fact
    streaks = StreakAccumulator(extent: fact.extent)
  }

  mutating func add(_ batch: SampleBatch) {
    let batch = fact.filter.map { batch.selected(by: $0.truths(in: batch)) } ?? batch
    let values = fact.condition.truths(in: batch).map(\.indicator)
    answered += values.count { !$0.isNaN }
    streaks.add(values, of: batch)
  }

  mutating func merge(_ next: FactAccumulator) {
    streaks.merge(next.streaks)
    answered += next.answered
  }

  /// Unknown when the condition never had an answer: that it held on no sample is no proof then.
  var result: FactResult {
    let streak = streaks.earliest
    return FactResult(
      truth: streak != nil ? .true : answered == 0 ? .unknown : .false, streak: streak)
  }
}
