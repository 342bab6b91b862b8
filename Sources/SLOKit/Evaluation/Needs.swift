/// Collects the aggregates and columns that a rule set needs, each once.
struct Needs {
  private(set) var aggregates = AggregateList()
  private(set) var columns: [Int] = []
  /// The columns in the indicators of objectives that decide.
  private(set) var judgedColumns: [Int] = []

  init(_ rules: RuleSet) {
    if let filter = rules.filter { add(filter.columns) }
    for objective in rules.objectives {
      add(objective.indicator.formula.aggregates)
      for band in objective.bands?.all ?? [] { add(band.condition.aggregates) }
      // How many samples count for the objective at all.
      add(Aggregate(function: .count, operand: .none, filter: objective.filter))
      for column in objective.indicator.columns { add(Aggregate.count(of: column)) }
      if objective.role == .gate { judge(objective) }
    }
    for abort in rules.aborts { add(abort.held) }
    for column in judgedColumns { add(Aggregate.quality(of: column)) }
  }
}

extension Needs {
  mutating func add(_ aggregates: [Aggregate]) {
    for aggregate in aggregates { add(aggregate) }
  }

  mutating func add(_ aggregate: Aggregate) {
    guard aggregates.insert(aggregate) else { return }
    add(aggregate.columns)
    if let filter = aggregate.filter { add(filter.columns) }
  }

  private mutating func add(_ columns: [Int]) {
    for column in columns where !self.columns.contains(column) { self.columns.append(column) }
  }

  private mutating func judge(_ objective: Objective) {
    for aggregate in objective.indicator.formula.aggregates {
      guard case .value(let formula) = aggregate.operand else { continue }
      for column in formula.columns where !judgedColumns.contains(column) {
        judgedColumns.append(column)
      }
    }
  }
}

extension RuleSet {
  /// What of the rules cannot be had without timestamps.
  ///
  /// Requirements are not among them: without timestamps they are simply not met.
  var whatNeedsTime: String? {
    if let abort = aborts.first(where: \.held.needsTime) {
      return "the abort condition '\(abort.text)'"
    }
    let objective = objectives.first { objective in
      objective.indicator.formula.aggregates.contains(where: \.needsTime)
        || objective.bands?.all.contains { $0.condition.aggregates.contains(where: \.needsTime) }
          == true
    }
    return objective.map { "the objective '\($0.name)'" }
  }
}

extension Indicator {
  /// The columns that it reads, those of its filters included.
  var columns: [Int] {
    formula.aggregates.flatMap { $0.columns + ($0.filter?.columns ?? []) }
  }
}

extension Aggregate {
  /// How many values one column has.
  static func count(of column: Int) -> Aggregate {
    let operand = Operand.value(.leaf(ColumnReference(index: column)))
    return Aggregate(function: .count, operand: operand, filter: nil)
  }

  /// What the checks of the data itself look at in one column: smallest, largest, how many.
  static func quality(of column: Int) -> [Aggregate] {
    let operand = Operand.value(.leaf(ColumnReference(index: column)))
    return [.minimum, .maximum, .count].map {
      Aggregate(function: $0, operand: operand, filter: nil)
    }
  }

  /// The columns that the aggregate's operand reads.
  var columns: [Int] {
    switch operand {
    case .none: []
    case .value(let formula): formula.columns
    case .condition(let condition): condition.columns
    }
  }
}
