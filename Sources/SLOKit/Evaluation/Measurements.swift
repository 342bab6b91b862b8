/// What was measured: the results of the plan's aggregates, and the timeline.
///
/// The evaluation reads nothing else. It does not care whether the numbers came from one pass
/// over a CSV, from several machines, or from a query engine.
struct Measurements: Sendable {
  let aggregates: AggregateList
  /// The result of each of them, in their order.
  let results: [AggregateResult]
  let timeline: TimelineAccumulator
  /// The samples in the file.
  let samples: Int
  /// The samples that the rule file's `where` keeps.
  let kept: Int
  /// The samples that it drops because its condition has no answer on them.
  let unanswered: Int

  /// The result of an aggregate of the plan.
  subscript(aggregate: Aggregate) -> AggregateResult {
    guard let place = aggregates.place(of: aggregate) else {
      fatalError("the plan has all aggregates")
    }
    return results[place]
  }
}

/// Gathers measurements over the parts of a file; a monoid under `merge`.
struct MeasurementsAccumulator: Sendable {
  private let plan: Plan
  private var aggregates: [AggregateAccumulator]
  private var timeline = TimelineAccumulator()
  private(set) var samples = 0
  private var kept = 0
  private var unanswered = 0

  init(_ plan: Plan) {
    self.plan = plan
    aggregates = plan.aggregates.items.map { AggregateAccumulator($0) }
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
  }

  /// Takes in what `next` gathered from the samples that follow.
  mutating func merge(_ next: MeasurementsAccumulator) {
    samples += next.samples
    kept += next.kept
    unanswered += next.unanswered
    timeline.merge(next.timeline)
    for index in aggregates.indices { aggregates[index].merge(next.aggregates[index]) }
  }

  /// The results.
  var measurements: Measurements {
    Measurements(
      aggregates: plan.aggregates,
      results: aggregates.map(\.result),
      timeline: timeline,
      samples: samples,
      kept: kept,
      unanswered: unanswered
    )
  }
}
