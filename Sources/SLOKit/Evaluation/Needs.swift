/// Collects the aggregates and columns that a rule set needs, each once.
struct Needs {
  private(set) var aggregates: [Aggregate] = []
  private(set) var facts: [Aggregate.Fact] = []
  private(set) var columns: Set<Int> = []
  private var knownAggregates: Set<Aggregate> = []
  private var knownFacts: Set<Aggregate.Fact> = []
  /// The columns in the indicators and bands of objectives that decide.
  private(set) var judgedColumns: [Int] = []

  init(_ rules: RuleSet) {
    if let filter = rules.filter { add(filter) }
    for objective in rules.objectives {
      add(objective.indicator.formula)
      for band in objective.bands?.all ?? [] { add(band.condition) }
      // How many samples count for the objective at all.
      add(Aggregate(function: .count, operand: .none, filter: objective.filter))
      if objective.role == .gate { judge(objective) }
    }
    for abort in rules.aborts { add(abort.fact) }
  }
}

extension Needs {
  mutating func add(_ aggregates: [Aggregate]) {
    for aggregate in aggregates { add(aggregate) }
  }

  mutating func addQualityAggregates(of column: Int) {
    add(Aggregate.quality(of: column))
  }

  private mutating func add(_ aggregate: Aggregate) {
    guard knownAggregates.insert(aggregate).inserted else { return }
    aggregates.append(aggregate)
    switch aggregate.operand {
    case .none: break
    case .value(let formula): add(formula)
    case .condition(let condition): add(condition)
    }
    if let filter = aggregate.filter { add(filter) }
  }

  private mutating func add(_ fact: Aggregate.Fact) {
    guard knownFacts.insert(fact).inserted else { return }
    facts.append(fact)
    add(fact.condition)
    if let filter = fact.filter { add(filter) }
  }

  private mutating func add(_ formula: RunFormula) {
    var found: ([Aggregate], [Aggregate.Fact]) = ([], [])
    formula.forEachLeaf({ found.0.append($0) }, fact: { found.1.append($0) })
    for aggregate in found.0 { add(aggregate) }
    for fact in found.1 { add(fact) }
  }

  private mutating func add(_ condition: RunCondition) {
    var found: ([Aggregate], [Aggregate.Fact]) = ([], [])
    condition.forEachLeaf({ found.0.append($0) }, fact: { found.1.append($0) })
    for aggregate in found.0 { add(aggregate) }
    for fact in found.1 { add(fact) }
  }

  private mutating func add(_ formula: SampleFormula) {
    columns.formUnion(formula.columns)
  }

  private mutating func add(_ condition: SampleCondition) {
    columns.formUnion(condition.columns)
  }

  private mutating func judge(_ objective: Objective) {
    objective.indicator.formula.forEachLeaf { aggregate in
      guard case .value(let formula) = aggregate.operand else { return }
      for column in formula.columns where !judgedColumns.contains(column) {
        judgedColumns.append(column)
      }
    } fact: {
      _ in
    }
  }

  /// What of the rules cannot be had without timestamps.
  ///
  /// Requirements are not among them: without timestamps they are simply not met.
  func whatNeedsTime(_ rules: RuleSet) -> String? {
    let isTimed: (Aggregate.Fact) -> Bool = { fact in
      if case .seconds = fact.extent { return true }
      return false
    }
    if let abort = rules.aborts.first(where: { isTimed($0.fact) }) {
      return "the abort condition '\(abort.text)'"
    }
    let objective = rules.objectives.first { objective in
      var needsTime = false
      let conditions = objective.bands?.all.map(\.condition) ?? []
      objective.indicator.formula.forEachLeaf(
        { needsTime = needsTime || $0.needsTime }, fact: { needsTime = needsTime || isTimed($0) })
      for condition in conditions {
        condition.forEachLeaf(
          { needsTime = needsTime || $0.needsTime },
          fact: { needsTime = needsTime || isTimed($0) })
      }
      return needsTime
    }
    return objective.map { "the objective '\($0.name)'" }
  }

  /// Whether a result depends on the order of the samples.
  var needsOrder: Bool {
    aggregates.contains(where: \.needsOrder) || facts.contains { $0.extent != .samples(1) }
  }
}

extension Aggregate {
  /// What the checks of the data itself look at in one column: smallest, largest, how many.
  static func quality(of column: Int) -> [Aggregate] {
    let operand = Operand.value(.leaf(ColumnReference(index: column)))
    return [.minimum, .maximum, .count].map {
      Aggregate(function: $0, operand: operand, filter: nil)
    }
  }
}

extension Formula where Leaf == ColumnReference {
  /// The columns that the formula reads.
  var columns: [Int] {
    var columns: [Int] = []
    forEachLeaf({ columns.append($0.index) }, fact: { columns.append($0.column) })
    return columns
  }
}

extension Condition where Leaf == ColumnReference {
  /// The columns that the condition reads.
  var columns: [Int] {
    var columns: [Int] = []
    forEachLeaf({ columns.append($0.index) }, fact: { columns.append($0.column) })
    return columns
  }
}
