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
  /// The phases that the samples belong to; none where the rules have none.
  let phases: [Phase]

  /// How many samples there are in all runs.
  var count: Int { batch.count }

  /// Reads the metrics of all runs, which must have the columns of the rules.
  ///
  /// With phases, only the samples of those that are judged count, or those of the one called `phase`.
  ///
  /// - Throws: `Diagnostics` about the metrics, about columns that they lack, or about the phase.
  init(
    _ rules: RuleSet,
    metrics: [MetricsSource],
    format: CSVFormat,
    phase: String? = nil
  ) throws(Diagnostics) {
    let judging: JudgingPlan
    do throws(Diagnostic) {
      judging = try JudgingPlan(rules, phase: phase)
    } catch {
      throw Diagnostics(error)
    }
    let places = judging.parts.compactMap(\.scope.phase)
    var batches: [SampleBatch] = []
    var plans: [Plan] = []
    for source in metrics {
      let (plan, batch) = try Self.read(source, judging, format)
      batches.append(try Self.samples(of: batch, in: places, rules, source.name))
      plans.append(plan)
    }
    self.init(rules, plans, batches, places.map { rules.phases[$0] })
  }

  private init(_ rules: RuleSet, _ plans: [Plan], _ batches: [SampleBatch], _ phases: [Phase]) {
    self.rules = rules
    self.phases = phases
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
}

extension RunSamples {
  /// The objectives as they are judged on these samples.
  var objectives: [Objective] {
    // What a phase changes is its own; several phases have the objectives of the file in common.
    phases.count == 1 ? phases[0].objectives : rules.objectives
  }

  /// What an aggregate is over, on every sample; NaN where it is NA or the aggregate does not look.
  func values(of aggregate: Aggregate) -> [Double] {
    var values = aggregate.operand.values(in: batch)
    let looks = looks(of: aggregate)
    for index in values.indices where !looks[index] { values[index] = .nan }
    return values
  }

  /// Whether an aggregate looks at each sample: its own `where` and that of the rule file keep it.
  func looks(of aggregate: Aggregate) -> [Bool] {
    guard let answers = aggregate.filter?.truths(in: batch) else { return isKept }
    return zip(isKept, answers).map { $0 && $1 == .true }
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

extension Aggregate.Scope {
  /// The place of the phase; `nil` for other parts of a run.
  fileprivate var phase: Int? {
    if case .phase(let place) = self { return place }
    return nil
  }
}
