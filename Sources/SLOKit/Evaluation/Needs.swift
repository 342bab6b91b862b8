/// Collects the aggregates and columns that judging needs, each once.
struct Needs {
  private(set) var aggregates = AggregateList()
  /// What is needed of the baseline, as aggregates over a run like any other.
  private(set) var baselineAggregates = AggregateList()
  /// The columns of both runs.
  private(set) var columns: [Int] = []
  /// The number columns that decide: in indicators, bands and abort conditions.
  private(set) var judgedColumns: [Int] = []
  /// Those of the baseline that decide.
  private(set) var comparedColumns: [Int] = []
  private let derived: [DerivedColumn]

  /// Collects what it takes to judge `parts`, with a baseline or without one.
  init(_ rules: RuleSet, _ parts: [JudgedPart], aborts: Aggregate.Scope, hasBaseline: Bool) {
    derived = rules.columns.derivedColumns
    if let filter = rules.filter { add(filter.columns) }
    for phase in rules.phases {
      if let condition = phase.condition { add(condition.columns) }
    }
    for part in parts { add(part, of: rules, hasBaseline: hasBaseline) }
    for abort in rules.aborts {
      add(abort.held.within(aborts))
      judge(abort.held.columns, rules)
    }
    if !rules.phases.isEmpty { add(.outsidePhases) }
    for place in rules.phases.indices { add(.sampleCount(ofPhase: place)) }
    for column in rules.columns.columns.indices {
      add(rules.columns.soughtTexts(of: column))
    }
    for column in judgedColumns {
      // What the checks of the data itself look at.
      add([Aggregate(.minimum, of: column), Aggregate(.maximum, of: column), .count(of: column)])
    }
    for column in comparedColumns {
      for function in [Aggregate.Function.minimum, .maximum, .mean, .count] {
        add(Aggregate(function, of: column).of(.baseline))
      }
      add(Aggregate(.mean, of: column))
    }
  }
}

extension Needs {
  /// Collects what it takes to evaluate one formula over the whole run.
  init(_ formula: RunFormula, of rules: RuleSet) {
    derived = rules.columns.derivedColumns
    for aggregate in formula.aggregates {
      add(aggregate, filter: nil, rules.wholeRun)
    }
  }

  /// The columns that are computed, in the order in which they can be.
  var derivedColumns: [DerivedColumn] {
    derived.isEmpty ? [] : derived.filter { columns.contains($0.index) }
  }

  mutating func add(_ aggregates: [Aggregate]) {
    for aggregate in aggregates { add(aggregate) }
  }

  mutating func add(_ aggregate: Aggregate) {
    let isNew =
      switch aggregate.source {
      case .candidate: aggregates.insert(aggregate)
      case .baseline: baselineAggregates.insert(aggregate.of(.candidate))
      }
    guard isNew else { return }
    add(aggregate.columns)
    if let filter = aggregate.filter { add(filter.columns) }
  }

  private mutating func add(_ part: JudgedPart, of rules: RuleSet, hasBaseline: Bool) {
    if part.scope != .run { add([part.sampleCount, part.timeline]) }
    for objective in part.objectives {
      // How many samples count for the objective at all.
      add(part.located(.sampleCount(objective.filter)))
      for aggregate in objective.aggregates {
        add(aggregate, filter: objective.filter, part)
        guard objective.role == .gate else { continue }
        judge(aggregate.allColumns, rules)
        guard hasBaseline, aggregate.isComparison || aggregate.source == .baseline else { continue }
        compare(aggregate.allColumns, rules)
      }
      guard hasBaseline else { continue }
      for aggregate in objective.indicator.formula.aggregates where !aggregate.isComparison {
        add(aggregate.of(.baseline), filter: objective.filter, part)
      }
    }
  }

  /// Adds an aggregate of an objective that counts the samples which pass `filter`, and what tells
  /// why it has no value.
  private mutating func add(
    _ aggregate: Aggregate,
    filter: SampleCondition?,
    _ part: JudgedPart
  ) {
    add(part.located(aggregate))
    if aggregate.isComparison, aggregate.source == .candidate {
      add(aggregate.of(.baseline), filter: filter, part)
    }
    let source = aggregate.source
    if let filter = aggregate.filter, source == .candidate { add(.unanswered(filter)) }
    if let evidence = aggregate.evidence(derived) { add(part.located(evidence)) }
    let columns = aggregate.allColumns
    let beneath = derived.isEmpty ? [] : derived.fileColumns(beneath: columns)
    for column in columns + beneath {
      add(part.located(.count(of: column).filtered(by: filter).of(source)))
    }
  }

  private mutating func add(_ columns: [Int]) {
    for column in columns where !self.columns.contains(column) {
      self.columns.append(column)
      if let derivation = derived.derivation(of: column) { add(derivation.operand.columns) }
    }
  }

  /// Labels have no range of values that could be odd, and of a derived column it is the columns
  /// beneath that can be.
  private mutating func judge(_ columns: [Int], _ rules: RuleSet) {
    for column in derived.fileColumns(beneath: columns)
    where !judgedColumns.contains(column) && !rules.columns[column].isLabel {
      judgedColumns.append(column)
    }
  }

  /// The same, of the baseline.
  private mutating func compare(_ columns: [Int], _ rules: RuleSet) {
    for column in derived.fileColumns(beneath: columns)
    where !comparedColumns.contains(column) && !rules.columns[column].isLabel {
      comparedColumns.append(column)
    }
  }
}

extension RuleSet {
  /// What of the rules cannot be had without timestamps.
  ///
  /// Requirements are not among them: without timestamps they are simply not met.
  var whatNeedsTime: String? {
    if let phase = phases.first(where: \.hasBorder) { return "the phase '\(phase.name)'" }
    if let abort = aborts.first(where: { needsTime($0.held) }) {
      return "the abort condition '\(abort.text)'"
    }
    let all = phases.isEmpty ? objectives : phases.flatMap(\.objectives)
    let objective = all.first { $0.aggregates.contains(where: needsTime) }
    return objective.map { "the objective '\($0.name)'" }
  }

  /// What of the rules comes out differently by another time, requirements among it.
  var whatDependsOnTime: String? {
    let all = [requirements] + phases.map(\.requirements)
    let isRequired = all.contains { $0.duration != nil || $0.gap != nil }
    return whatNeedsTime ?? (isRequired ? "what is required" : nil)
  }

  private func needsTime(_ aggregate: Aggregate) -> Bool {
    let derived = columns.derivedColumns
    return aggregate.needsTime
      || !derived.isEmpty
        && derived.derivations(beneath: aggregate.allColumns).contains(where: \.needsTime)
  }
}

extension ColumnTable {
  /// For each text that conditions look for in a label: how many samples have it.
  func soughtTexts(of column: Int) -> [Aggregate] {
    columns[column].soughtTexts.map { text in
      .sampleCount(.fact(LabelTest(column: column, texts: [text], isNegated: false)))
    }
  }
}

extension Objective {
  /// The different aggregates that its indicator and its bands are made of.
  var aggregates: [Aggregate] {
    var aggregates: [Aggregate] = []
    func add(_ aggregate: Aggregate) {
      if !aggregates.contains(aggregate) { aggregates.append(aggregate) }
    }
    indicator.formula.forEachLeaf(add, fact: add)
    bands?.forEach { $0.condition.forEachLeaf(add, fact: add) }
    return aggregates
  }
}

extension Aggregate {
  /// A function of one column, on all samples.
  init(_ function: Function, of column: Int) {
    let operand = Operand.value(.leaf(ColumnReference(index: column)))
    self.init(function: function, operand: operand, filter: nil)
  }

  /// How many values one column has.
  static func count(of column: Int) -> Aggregate { Aggregate(.count, of: column) }

  /// How many samples pass a filter.
  static func sampleCount(_ filter: SampleCondition?) -> Aggregate {
    Aggregate(function: .count, operand: .none, filter: filter)
  }

  /// How many samples the phase at a place in the rules has.
  static func sampleCount(ofPhase place: Int) -> Aggregate {
    sampleCount(nil).within(.phase(place))
  }

  /// How many samples no phase takes.
  static let outsidePhases = sampleCount(nil).within(.outsidePhases)

  /// How many samples a filter drops because it has no answer on them.
  static func unanswered(_ filter: SampleCondition) -> Aggregate {
    Aggregate(function: .missing, operand: .condition(filter), filter: nil)
  }

  /// The columns that its operand and its filter read.
  var allColumns: [Int] {
    guard let filter else { return columns }
    return columns + filter.columns
  }

  /// The columns that the aggregate's operand reads.
  var columns: [Int] { operand.columns }
}
