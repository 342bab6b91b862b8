/// What is judged, and what it takes.
struct JudgingPlan: Sendable {
  let rules: RuleSet
  let parts: [JudgedPart]
  /// The samples on which an abort condition counts.
  let abortScope: Aggregate.Scope
  let needs: Needs
  private let drawsSeries: Bool

  /// Plans to judge all parts of a run, or only the phase called `phase`.
  init(
    _ rules: RuleSet,
    phase: String? = nil,
    hasBaseline: Bool = false,
    drawsSeries: Bool = false
  ) throws(Diagnostic) {
    self.rules = rules
    self.drawsSeries = drawsSeries
    parts = try rules.judgedParts(only: phase)
    abortScope =
      phase == nil
      ? rules.phases.allSatisfy(\.isJudged) ? .run : .judged
      : parts.first?.scope ?? .run
    needs = Needs(rules, parts, aborts: abortScope, hasBaseline: hasBaseline)
  }
}

extension JudgingPlan {
  /// The objectives of all parts.
  var objectives: [Objective] { parts.flatMap(\.objectives) }

  /// The plan for the run that is judged, which has this header.
  ///
  /// - Throws: `Diagnostics` about the rules when they name columns that the file lacks, about the
  ///   metrics when a column that the rules name is there twice or there is no time.
  func candidate(_ header: MetricsHeader, name: String) throws(Diagnostics) -> Plan {
    var mistakes = Mistakes(in: rules.text)
    for (column, place) in rules.missingColumns(in: header.names) {
      mistakes.add(.unknownColumn, column.message, at: place, hint: column.hint(header.names))
    }
    if let mistakes = mistakes.diagnostics { throw mistakes }
    var needs = needs
    let traffic = TrafficColumn.all(in: header.names, beside: rules.columns)
    needs.add(traffic.map(\.volume))
    return try Plan(
      rules,
      header: header,
      name: name,
      aggregates: needs.aggregates,
      columns: needs.columns,
      derivedColumns: needs.derivedColumns,
      traffic: traffic,
      drawn: drawnSeries
    )
  }

  /// The plan for a file of the baseline.
  ///
  /// Columns that it lacks hold NA there, because the release before may not have had them.
  func baseline(_ header: MetricsHeader, name: String) throws(Diagnostics) -> Plan {
    try Plan(
      rules,
      header: header,
      name: name,
      aggregates: needs.baselineAggregates,
      columns: needs.columns,
      derivedColumns: needs.derivedColumns,
      traffic: [],
      drawn: drawnSeries
    )
  }

  private var drawnSeries: [Aggregate] { drawsSeries ? rules.drawnSeries : [] }
}
