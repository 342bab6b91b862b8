/// The samples of one or more runs in memory, and what a rule set's formulas are on any of them.
///
/// The one place where recommendation meets evaluation: samples and a formula go in, a value comes
/// out.
struct RunSamples: Sendable {
  let rules: RuleSet
  private let plan: Plan
  private let batch: SampleBatch
  /// The samples that the rule file's `where` keeps.
  private let isKept: [Bool]

  /// Where each run's samples are.
  let runs: [Range<Int>]

  /// How many samples there are in all runs.
  var count: Int { batch.count }

  /// Reads the metrics of all runs, which must have the columns of the rules.
  ///
  /// - Throws: `Diagnostics` about the metrics or about columns that they lack.
  init(_ rules: RuleSet, metrics: [MetricsSource], format: CSVFormat) throws(Diagnostics) {
    var batches: [SampleBatch] = []
    var plans: [Plan] = []
    for source in metrics {
      let (plan, batch) = try Self.read(source, rules, format)
      batches.append(batch)
      plans.append(plan)
    }
    self.init(rules, plans, batches)
  }

  private init(_ rules: RuleSet, _ plans: [Plan], _ batches: [SampleBatch]) {
    self.rules = rules
    plan = plans[0]
    var runs: [Range<Int>] = []
    for batch in batches {
      let start = runs.last?.upperBound ?? 0
      runs.append(start..<start + batch.count)
    }
    self.runs = runs
    let joined = batches.count == 1 ? batches[0] : SampleBatch(joining: batches)
    batch = joined
    isKept =
      rules.filter.map { $0.truths(in: joined).map { $0 == .true } }
      ?? Array(repeating: true, count: joined.count)
  }

  private static func read(
    _ source: MetricsSource,
    _ rules: RuleSet,
    _ format: CSVFormat
  ) throws(Diagnostics) -> (Plan, SampleBatch) {
    do throws(Diagnostic) {
      let stream = try source.open()
      // One chunk, so that there is one batch.
      let reader = try MetricsReader(
        stream,
        name: source.name,
        format: format,
        chunkSize: (stream.byteCount ?? 1 << 20) + 1
      )
      let plan: Plan
      let judging = try JudgingPlan(rules)
      do throws(Diagnostics) {
        plan = try judging.candidate(reader.header, name: reader.name)
      } catch {
        throw error.items[0]
      }
      var batch = SampleBatch(columnCount: plan.columnCount)
      var memory: [UInt8] = []
      if let next = reader.nextChunk(reusing: &memory) {
        if let failure = next.failure { throw failure }
        let samples = reader.sampleReader(plan.decoders, columnCount: plan.columnCount)
        var ends = FieldEnds()
        do throws(TextError) {
          _ = try samples.read(next.chunk, from: next.position, into: &batch, using: &ends)
        } catch {
          throw Diagnostic(error, in: next.chunk, of: source.name)
        }
      }
      if !plan.derivedColumns.isEmpty {
        let kept = rules.filter.map { $0.truths(in: batch).map { $0 == .true } }
        var deriver = ColumnDeriver(plan.derivedColumns)
        deriver.derive(in: &batch, keeping: kept)
      }
      guard batch.count > 0 else {
        throw Diagnostic(.noSamples, "\(source.name): there is a header but no sample")
      }
      return (plan, batch)
    } catch {
      throw Diagnostics(error)
    }
  }
}

extension RunSamples {
  /// What an aggregate is over, on every sample; NaN where it is NA or the aggregate does not look.
  func values(of aggregate: Aggregate) -> [Double] {
    var values = aggregate.operand.values(in: batch)
    let answers = aggregate.filter?.truths(in: batch)
    for index in values.indices where !isKept[index] || answers.map({ $0[index] != .true }) == true
    {
      values[index] = .nan
    }
    return values
  }

  /// The value of a formula on some samples in this order; NaN where it is NA.
  func value(of formula: RunFormula, on rows: [Int]) -> Double {
    let aggregates = Needs(formula, of: rules).aggregates
    let series = SeriesPlan(aggregates.items)
    let plan = Plan(
      rules: plan.rules,
      aggregates: aggregates,
      series: series,
      decoders: [],
      columnCount: plan.columnCount,
      absentColumns: plan.absentColumns,
      trafficColumns: [],
      derivedColumns: [],
      hasTime: plan.hasTime
    )
    var worker = SampleWorker(series, filter: rules.filter)
    let order = worker.add(part(rows, columns: aggregates.items.flatMap(\.allColumns)))
    let run = Measurements(plan, worker.tally, [order], absentColumns: plan.absentColumns)
    return RunEvaluator(
      rules: rules,
      runs: MeasuredRuns(candidate: run),
      part: rules.wholeRun,
      derivedColumns: [],
      filter: nil
    )
    .measure(formula).value
  }

  /// Some samples in this order, of which only some columns and those of the rule file's `where` are
  /// wanted; the others are NA.
  private func part(_ rows: [Int], columns: [Int]) -> SampleBatch {
    let isWhole = rows.count == batch.count && rows.first == 0 && rows.last == batch.count - 1
    if isWhole, zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) { return batch }
    let wanted = columns + (rules.filter?.columns ?? [])
    return SampleBatch(rows, of: batch, columns: wanted)
  }

  /// The columns that a formula reads, by name, without those that only filter.
  func columnNames(of formula: RunFormula) -> [String] {
    var names: [String] = []
    for column in formula.aggregates.flatMap(\.columns) {
      let name = rules.columns[column].name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The time from the first to the last sample of a run, with one interval more for the last;
  /// `nil` without times.
  func duration(of run: Range<Int>) -> Double? {
    let times = run.compactMap { batch.time(at: $0) }
    guard times.count > 1, let first = times.min(), let last = times.max() else { return nil }
    let span = last.seconds(since: first)
    return span > 0 ? span * Double(times.count) / Double(times.count - 1) : nil
  }

  /// The earliest and the latest time of a run.
  func times(of run: Range<Int>) -> (first: Timestamp, last: Timestamp)? {
    let times = run.compactMap { batch.time(at: $0) }
    guard let first = times.min(), let last = times.max() else { return nil }
    return (first, last)
  }
}

extension SampleBatch {
  /// The samples of several batches with the same columns, one after the other.
  fileprivate init(joining batches: [SampleBatch]) {
    self.init(columnCount: batches[0].columnCount)
    let hasTime = batches.contains { !$0.times.isEmpty }
    reset(capacity: batches.reduce(0) { $0 + $1.count }, hasTime: hasTime, absent: [])
    let columns = Array(0..<columnCount)
    for batch in batches {
      for row in 0..<batch.count { append(row, of: batch, columns, time: batch.time(at: row)) }
    }
  }

  /// Some samples of a batch in this order; the times stay in the order of the batch, so that the
  /// clock never goes back.
  fileprivate init(_ rows: [Int], of batch: SampleBatch, columns: [Int]) {
    self.init(columnCount: batch.columnCount)
    reset(capacity: rows.count, hasTime: !batch.times.isEmpty, absent: [])
    let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
    for (place, row) in rows.enumerated() {
      let time = batch.time(at: isInOrder ? row : min(place, batch.count - 1))
      append(row, of: batch, columns, time: time)
    }
  }

  private mutating func append(
    _ row: Int,
    of batch: SampleBatch,
    _ columns: [Int],
    time: Timestamp?
  ) {
    beginSample(line: batch.line(at: row))
    for column in columns {
      set(batch.values[batch.firstIndex(of: column) + row], column: column)
    }
    if !times.isEmpty { set(time) }
  }
}
