/// A run that is to be measured: a file, or several that count as one.
struct RunReading {
  /// A file, and what is to be read of it.
  struct File {
    let plan: Plan
    let reader: MetricsReader
  }

  /// At least one; their plans have the same aggregates.
  private var files: [File]
  private let options: EvaluationOptions
  private let progress: ReadingProgress.Handler?

  init(
    _ files: [File],
    options: EvaluationOptions,
    progress: ReadingProgress.Handler? = nil
  ) {
    self.files = files
    self.options = options
    self.progress = progress
  }
}

extension RunReading {
  /// Reads all samples; returns what was measured, and what there is of each file.
  func measure() throws(Diagnostic) -> (measurements: Measurements, inputs: [InputSummary]) {
    let isExactStream = options.percentiles == .exact && files.contains { !$0.reader.canRestart }
    let memory = options.memory
    let values = isExactStream ? memory.streamValues : memory.values
    let limit = values / max(1, plan.distributionCount)
    var orders: [RunOrder] = []
    var inputs: [InputSummary] = []
    var pooled: Tally?
    for file in files {
      let (tally, order) = try run(file, plan.series, file.plan.decoders, storing: limit)
      if pooled == nil { pooled = tally } else { pooled?.merge(tally) }
      orders.append(order)
      inputs.append(InputSummary(file, order))
      try Self.checkForms(order.timeForms, name: file.reader.name)
      try file.plan.checkTime(order.timeline, name: file.reader.name)
    }
    var tally = pooled ?? Tally(plan.series)
    if orders.reduce(0, { $0 + $1.samples }) > limit { tally.condense() }
    let absentColumns = plan.absentColumns.filter { column in
      files.allSatisfy { $0.plan.absentColumns.contains(column) }
    }
    let measurements = Measurements(plan, tally, orders, absentColumns: absentColumns)
    guard !isExactStream || measurements.approximatePlaces.isEmpty else {
      throw Diagnostic(
        .streamTooLong,
        "\(name): exact percentiles of \(measurements.samples) samples do not fit into memory",
        hint: "write the stream to a file, which can be read twice"
      )
    }
    return (measurements, inputs)
  }

  /// Checks that all timestamps of a file are written in one form.
  private static func checkForms(_ forms: TimestampForms, name: String) throws(Diagnostic) {
    guard forms.sightings.count > 1 else { return }
    let (first, other) = (forms.sightings[0], forms.sightings[1])
    throw Diagnostic(
      .mixedTimestamps,
      "the timestamp is \(other.form), and the first one, on line \(first.line), is \(first.form)",
      at: SourceLocation(file: name, line: other.line, column: 1),
      hint: "write all timestamps of a file in one form"
    )
  }

  private var plan: Plan { files[0].plan }

  private var name: String { files.map(\.reader.name).joined(by: ", ") }

  private func run(
    _ file: File,
    _ series: SeriesPlan,
    _ decoders: [ColumnDecoder],
    storing limit: Int
  ) throws(Diagnostic) -> (Tally, RunOrder) {
    let rules = file.plan.rules
    let pass = MeasuringPass(
      samples: file.reader.sampleReader(decoders, columnCount: file.plan.columnCount),
      series: series,
      derivedColumns: series.series.contains(where: \.isDerived) ? plan.derivedColumns : [],
      filter: rules.filter,
      phases: PhaseMap(rules.phases),
      storedSamples: limit,
      progress: progress
    )
    return try pass.run(file.reader, threads: options.threads)
  }
}

// MARK: - Exact percentiles

extension RunReading {
  /// Finds the exact values of the percentiles at `wanted` by reading the files again, as far as
  /// one more pass can; returns false when one of them is a stream, which is gone.
  ///
  /// Only the values in the buckets that hold the percentiles are kept then.
  mutating func look(into wanted: [Int], of measurements: inout Measurements) throws(Diagnostic)
    -> Bool
  {
    guard try restart() else { return false }
    let buckets = wanted.reduce(0) { $0 + measurements.results[$1].buckets.count }
    var series = SeriesPlan([], derivedColumns: plan.derivedColumns)
    var searches: [(result: Int, bucket: Bucket, place: SeriesPlan.Place)] = []
    for index in wanted {
      for bucket in measurements.results[index].buckets {
        let kind = ValueKind.bucket(bucket, capacity: options.memory.bucketValues / buckets)
        searches.append((index, bucket, series.add(kind, for: plan.aggregates.items[index])))
      }
    }
    let wantedAggregates = wanted.map { plan.aggregates.items[$0] }
    let (tally, _) = try readAgain(series, wantedAggregates, samples: measurements.samples)
    for search in searches {
      let state = tally.series[search.place.series].states[search.place.state]
      guard case .bucket(let values) = state else { continue }
      measurements.narrow(search.result, search.bucket) { values.value(at: $0) }
      // Without the value that the first reading counted there, looking again would never end.
      guard !measurements.results[search.result].buckets.contains(search.bucket) else {
        throw OpenFile.changed(name)
      }
    }
    return true
  }

  /// Goes back to the start of all files; returns false when one of them is a stream.
  private mutating func restart() throws(Diagnostic) -> Bool {
    for index in files.indices {
      guard let again = try files[index].reader.restarted() else { return false }
      files[index] = File(plan: files[index].plan, reader: again)
    }
    return true
  }

  /// Gathers `series`, which are about what `wanted` are about; `samples` are those of the first
  /// reading.
  private func readAgain(
    _ series: SeriesPlan,
    _ wanted: [Aggregate],
    needsTime: Bool = false,
    samples: Int?
  ) throws(Diagnostic) -> (Tally, [RunOrder]) {
    let columns = plan.derivedColumns.fileColumns(
      beneath: wanted.flatMap(\.allColumns) + plan.rules.selectingColumns
    )
    let needsTime =
      needsTime || plan.rules.phases.contains(where: \.hasBorder)
      || series.series.contains(where: \.isDerived)
    var tally = Tally(series)
    var orders: [RunOrder] = []
    for file in files {
      let decoders = file.plan.decoders.filter {
        $0.isTime ? needsTime : columns.contains($0.column)
      }
      let (part, order) = try run(file, series, decoders, storing: .max)
      tally.merge(part)
      orders.append(order)
      try file.reader.checkUnchanged()
    }
    let samplesAgain = orders.reduce(0) { $0 + $1.samples }
    guard samplesAgain == samples ?? samplesAgain else { throw OpenFile.changed(name) }
    return (tally, orders)
  }
}

// MARK: - Single samples

extension RunReading {
  /// The samples of what `aggregate` is over whose values lie nearest to a limit, the nearest first;
  /// `nil` when the metrics cannot be read again.
  mutating func samples(
    nearest limit: Double,
    to aggregate: Aggregate
  ) throws(Diagnostic) -> [Point]? {
    guard try restart() else { return nil }
    var series = SeriesPlan([], derivedColumns: plan.derivedColumns)
    let place = series.add(SampleKind.nearest(limit), for: aggregate)
    let (_, orders) = try readAgain(series, [aggregate], needsTime: true, samples: nil)
    guard case .nearest(let nearest)? = orders.first?.states[place.series][place.state] else {
      return nil
    }
    return nearest.points
  }
}

extension RuleSet {
  /// The columns that tell which samples count, and in which phase.
  fileprivate var selectingColumns: [Int] {
    (filter?.columns ?? []) + phases.flatMap { $0.condition?.columns ?? [] }
  }
}

extension Plan {
  /// How many percentiles are kept apart.
  fileprivate var distributionCount: Int {
    series.series.reduce(0) { $0 + $1.valueKinds.count { $0 == .distribution } }
  }

  /// Checks that the samples have times and are in order where a rule depends on it.
  fileprivate func checkTime(
    _ timeline: TimelineAccumulator,
    name: String
  ) throws(Diagnostic) {
    if let missing = timeline.missing, hasTime, let what = rules.whatNeedsTime {
      throw Diagnostic(
        .missingTimestamp,
        "the sample has no timestamp, but \(what) needs one",
        at: SourceLocation(file: name, line: missing.line, column: 1)
      )
    }
    let needsOrder =
      rules.requirements.needsOrder
      || rules.phases.contains { $0.countsFromOrigin || $0.requirements.needsOrder }
      || !derivedColumns.isEmpty
      || aggregates.items.contains(where: \.needsOrder)
    guard needsOrder, let disorder = timeline.disorder else { return }
    throw Diagnostic(
      .unorderedSamples,
      "the sample of \(disorder.to.time) comes after the one of \(disorder.from.time)",
      at: SourceLocation(file: name, line: disorder.to.line, column: 1),
      hint: "the rules depend on the order; sort the rows by time"
    )
  }
}

extension Requirements {
  /// Whether they are about the time between samples.
  fileprivate var needsOrder: Bool { gap != nil || duration != nil }
}

extension InputSummary {
  fileprivate init(_ file: RunReading.File, _ order: RunOrder) {
    self.init(
      source: file.reader.name,
      samples: order.kept,
      samplesInFile: order.samples,
      start: order.timeline.earliest,
      end: order.timeline.latest,
      duration: order.timeline.span,
      absentColumns: file.plan.absentColumns.map { file.plan.rules.columns[$0].name }
    )
  }
}
