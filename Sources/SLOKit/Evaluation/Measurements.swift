/// What was measured in a run: the results of the plan's aggregates, and the timeline.
///
/// The evaluation reads nothing else. It does not care whether the numbers came from one pass
/// over a CSV, from several machines, or from a query engine.
struct Measurements: Sendable {
  let aggregates: AggregateList
  /// The result of each of them, in their order.
  private(set) var results: [AggregateResult]
  let timeline: TimelineAccumulator
  /// The timeline of each file of the run, in their order, and how its times are written.
  let files: [(timeline: TimelineAccumulator, forms: TimestampForms)]
  /// The timelines of parts of the run, each with the place of its aggregate.
  private let partTimelines: [(place: Int, timeline: TimelineAccumulator)]
  /// The columns of the rules that no file of the run has.
  let absentColumns: [Int]
  /// The samples in the files.
  let samples: Int
  /// The samples that the rule file's `where` keeps.
  let kept: Int
  /// The samples that it drops because its condition has no answer on them.
  let unanswered: Int
  /// For each series that is to be drawn.
  let drawings: [ThinnedSeries]
  /// Whether somebody asked for an aggregate that nobody planned.
  private let isIncomplete = Guarded(false)

  /// The results of what was gathered in all files of a run, and in the order of each.
  init(_ plan: Plan, _ tally: Tally, _ orders: [RunOrder], absentColumns: [Int]) {
    let items = plan.aggregates.items
    aggregates = plan.aggregates
    results = items.indices.map {
      AggregateResult(items[$0], plan.series.places[$0], tally, orders)
    }
    let run = orders.first ?? RunOrder(plan.series)
    partTimelines = items.indices.compactMap { index in
      guard items[index].scope != .run, items[index].function == .duration else { return nil }
      return run.timeline(at: plan.series.places[index]).map { (index, $0) }
    }
    timeline = run.timeline
    files = orders.map { ($0.timeline, $0.timeForms) }
    self.absentColumns = absentColumns
    samples = orders.reduce(0) { $0 + $1.samples }
    kept = orders.reduce(0) { $0 + $1.kept }
    unanswered = orders.reduce(0) { $0 + $1.unanswered }
    drawings = tally.drawings
  }

  /// The result of an aggregate of the plan.
  ///
  /// One that is not in the plan is NA, and is remembered: NA alone could let a run pass.
  subscript(aggregate: Aggregate) -> AggregateResult {
    guard let place = aggregates.place(of: aggregate) else {
      isIncomplete.withLock { $0 = true }
      return .notMeasured
    }
    return results[place]
  }

  /// Checks that all that was asked for was measured; nothing that rests on it holds otherwise.
  ///
  /// - Throws: `Diagnostic` with the code `internal-error`.
  func checkCompleteness() throws(Diagnostic) {
    guard isIncomplete.withLock({ $0 }) else { return }
    throw Diagnostic(
      .internalError,
      "the evaluation needs a number that was never measured, so nothing was judged",
      hint: "this is a mistake in SLOKit; please report it with the rule file"
    )
  }

  /// The timeline of a part of the run.
  func timeline(of part: JudgedPart) -> TimelineAccumulator {
    let place = aggregates.place(of: part.timeline)
    return partTimelines.first { $0.place == place }?.timeline ?? timeline
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
