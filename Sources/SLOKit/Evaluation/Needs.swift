/// Collects the aggregates and columns that a rule set needs, each once.
struct Needs {
  private(set) var aggregates = AggregateList()
  private(set) var columns: [Int] = []
  /// The number columns that decide: in indicators, bands and abort conditions.
  private(set) var judgedColumns: [Int] = []

  init(_ rules: RuleSet) {
    if let filter = rules.filter { add(filter.columns) }
    for objective in rules.objectives {
      add(objective.indicator.formula.aggregates)
      for band in objective.bands?.all ?? [] { add(band.condition.aggregates) }
      // How many samples count for the objective at all.
      add(Aggregate(function: .count, operand: .none, filter: objective.filter))
      for column in objective.columns {
        add(Aggregate.count(of: column).filtered(by: objective.filter))
      }
      for filter in objective.filters { add(.unanswered(filter)) }
      if objective.role == .gate { judge(objective, rules) }
    }
    for abort in rules.aborts {
      add(abort.held)
      judge(abort.held.columns, rules)
    }
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

  private mutating func judge(_ objective: Objective, _ rules: RuleSet) {
    judge(objective.columns, rules)
  }

  /// Labels have no range of values that could be odd.
  private mutating func judge(_ columns: [Int], _ rules: RuleSet) {
    for column in columns where !judgedColumns.contains(column) && !rules.columns[column].isLabel {
      judgedColumns.append(column)
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

extension Objective {
  /// What its indicator and its bands are made of.
  var aggregates: [Aggregate] {
    indicator.formula.aggregates + (bands?.all ?? []).flatMap(\.condition.aggregates)
  }

  /// The columns that its indicator and its bands read, those of their filters included.
  var columns: [Int] { aggregates.flatMap(\.allColumns) }

  /// The different filters of its aggregates.
  var filters: [SampleCondition] {
    var filters: [SampleCondition] = []
    for filter in aggregates.compactMap(\.filter) where !filters.contains(filter) {
      filters.append(filter)
    }
    return filters
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

  /// How many samples a filter drops because it has no answer on them.
  static func unanswered(_ filter: SampleCondition) -> Aggregate {
    Aggregate(function: .missing, operand: .condition(filter), filter: nil)
  }

  /// The columns that its operand and its filter read.
  var allColumns: [Int] { columns + (filter?.columns ?? []) }

  /// The columns that the aggregate's operand reads.
  var columns: [Int] {
    switch operand {
    case .none: []
    case .value(let formula): formula.columns
    case .condition(let condition): condition.columns
    }
  }
}
