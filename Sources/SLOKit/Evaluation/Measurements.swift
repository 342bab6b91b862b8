/// What was measured: the results of the plan's aggregates, and the timeline.
///
/// The evaluation reads nothing else. It does not care whether the numbers came from one pass
/// over a CSV, from several machines, or from a query engine.
struct Measurements: Sendable {
  let aggregates: AggregateList
  /// The result of each of them, in their order.
  private(set) var results: [AggregateResult]
  let timeline: TimelineAccumulator
  /// The samples in the file.
  let samples: Int
  /// The samples that the rule file's `where` keeps.
  let kept: Int
  /// The samples that it drops because its condition has no answer on them.
  let unanswered: Int
  /// For each series that is to be drawn.
  let drawings: [ThinnedSeries]

  /// The results of what was gathered for `plan`.
  init(_ plan: Plan, _ tally: Tally, _ order: RunOrder) {
    aggregates = plan.aggregates
    results = plan.aggregates.items.indices.map {
      AggregateResult(plan.aggregates.items[$0], plan.series.places[$0], tally, order)
    }
    timeline = order.timeline
    samples = order.samples
    kept = order.kept
    unanswered = order.unanswered
    drawings = tally.drawings
  }

  /// The result of an aggregate of the plan.
  subscript(aggregate: Aggregate) -> AggregateResult {
    guard let place = aggregates.place(of: aggregate) else {
      fatalError("the plan has all aggregates")
    }
    return results[place]
  }

  /// The percentiles that are not exact.
  var approximatePlaces: [Int] {
    results.indices.filter { !results[$0].buckets.isEmpty }
  }

  /// Takes in what was found about the values of one percentile in a bucket.
  mutating func narrow(_ place: Int, _ bucket: Bucket, _ value: (Int) -> RankedValue?) {
    results[place].narrow(bucket, value)
  }
}
