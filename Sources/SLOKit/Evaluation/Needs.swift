/// Collects the aggregates and columns that a rule set needs, each once.
struct Needs {
  private(set) var aggregates = AggregateList()
  private(set) var columns: [Int] = []
  /// The number columns that decide: in indicators, bands and abort conditions.
  private(set) var judgedColumns: [Int] = []
  private let derived: [DerivedColumn]

  init(_ rules: RuleSet) {
    derived = rules.columns.derivedColumns
    if let filter = rules.filter { add(filter.columns) }
    for objective in rules.objectives { add(objective, of: rules) }
    for abort in rules.aborts {
      add(abort.held)
      judge(abort.held.columns, rules)
    }
    for column in judgedColumns {
      // What the checks of the data itself look at.
      add([Aggregate(.minimum, of: column), Aggregate(.maximum, of: column), .count(of: column)])
    }
  }
}

extension Needs {
  /// The columns that are computed, in the order in which they can be.
  var derivedColumns: [DerivedColumn] {
    derived.isEmpty ? [] : derived.filter { columns.contains($0.index) }
  }

  mutating func add(_ aggregates: [Aggregate]) {
    for aggregate in aggregates { add(aggregate) }
  }

  mutating func add(_ aggregate: Aggregate) {
    guard aggregates.insert(aggregate) else { return }
    add(aggregate.columns)
    if let filter = aggregate.filter { add(filter.columns) }
  }

  private mutating func add(_ objective: Objective, of rules: RuleSet) {
    // How many samples count for the objective at all.
    add(Aggregate(function: .count, operand: .none, filter: objective.filter))
    for aggregate in objective.aggregates {
      add(aggregate)
      if let filter = aggregate.filter { add(.unanswered(filter)) }
      if let evidence = aggregate.evidence(derived) { add(evidence) }
      let columns = aggregate.allColumns
      addCounts(of: columns, for: objective)
      if !derived.isEmpty {
        addCounts(of: derived.fileColumns(beneath: columns), for: objective)
      }
      if objective.role == .gate { judge(columns, rules) }
    }
  }

  private mutating func addCounts(of columns: [Int], for objective: Objective) {
    for column in columns { add(Aggregate.count(of: column).filtered(by: objective.filter)) }
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
}

extension RuleSet {
  /// What of the rules cannot be had without timestamps.
  ///
  /// Requirements are not among them: without timestamps they are simply not met.
  var whatNeedsTime: String? {
    if let abort = aborts.first(where: { needsTime($0.held) }) {
      return "the abort condition '\(abort.text)'"
    }
    let objective = objectives.first { $0.aggregates.contains(where: needsTime) }
    return objective.map { "the objective '\($0.name)'" }
  }

  private func needsTime(_ aggregate: Aggregate) -> Bool {
    let derived = columns.derivedColumns
    return aggregate.needsTime
      || !derived.isEmpty
        && derived.derivations(beneath: aggregate.allColumns).contains(where: \.needsTime)
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
