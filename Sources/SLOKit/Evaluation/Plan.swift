/// What must be read from a file to judge it by a rule set: the columns, and the aggregates over
/// them, each once.
struct Plan: Sendable {
  let rules: RuleSet
  let aggregates: AggregateList
  /// What is gathered for the aggregates.
  let series: SeriesPlan
  let decoders: [ColumnDecoder]
  let columnCount: Int
  /// The optional columns of the rules that the file lacks.
  let absentColumns: [Int]
  /// Columns whose values tell whether there was any traffic, though no rule may name them.
  let trafficColumns: [TrafficColumn]
  /// The columns that are computed from others, in the order in which they can be.
  let derivedColumns: [DerivedColumn]
  let hasTime: Bool
}

extension Plan {
  /// Makes the plan to measure `aggregates`, for which `columns` are read.
  init(
    _ rules: RuleSet,
    header: MetricsHeader,
    name: String,
    aggregates: AggregateList,
    columns: [Int],
    derivedColumns: [DerivedColumn],
    traffic: [TrafficColumn],
    drawn: [Aggregate] = []
  ) throws(Diagnostics) {
    try Self.checkColumns(of: rules, header: header, name: name)
    let timeColumn = try Self.timeColumn(for: rules, header: header, name: name)
    self.init(
      rules: rules,
      aggregates: aggregates,
      series: SeriesPlan(
        aggregates.items,
        derivedColumns: derivedColumns,
        drawn: drawn,
        drawnStretches: drawn.isEmpty ? 0 : rules.stretchesPerSeries
      ),
      decoders: Self.decoders(
        rules,
        header: header,
        timeColumn: timeColumn,
        traffic: traffic,
        columns: columns
      ),
      columnCount: rules.columns.columns.count + traffic.count,
      absentColumns: rules.columns.columns.indices.filter {
        !rules.columns[$0].isDerived && !header.names.contains(rules.columns[$0].name)
      },
      trafficColumns: traffic,
      derivedColumns: derivedColumns,
      hasTime: timeColumn != nil
    )
  }

  /// The column that holds the time; `nil` when there is none and nothing needs it.
  private static func timeColumn(
    for rules: RuleSet,
    header: MetricsHeader,
    name: String
  ) throws(Diagnostics) -> String? {
    if let time = rules.time { return time.name }
    let hint = "name the column in the rule file:  time: { column: \"…\" }"
    if header.timeColumns.isEmpty, let what = rules.whatNeedsTime {
      throw Diagnostics(
        Diagnostic(
          .noTimestamps,
          "\(name): \(what) needs timestamps, and no column holds them",
          hint: hint
        )
      )
    }
    // Whoever may add a column could otherwise bring a time of his own.
    if header.timeColumns.count > 1, let what = rules.whatDependsOnTime {
      throw Diagnostics(
        Diagnostic(
          .ambiguousTime,
          "\(name): \(what) depends on time, and \(header.timeColumns.joined(by: ", ")) "
            + "could each hold it",
          hint: hint
        )
      )
    }
    return header.timeColumn
  }

  private static func checkColumns(
    of rules: RuleSet,
    header: MetricsHeader,
    name: String
  ) throws(Diagnostics) {
    let known = rules.columns.columns.filter { !$0.isDerived }.map(\.name)
    guard known.isEmpty || known.contains(where: header.names.contains) else {
      throw Diagnostics(
        Diagnostic(
          .noMatchingColumns,
          "\(name) has none of the columns of \(rules.source)",
          hint: "the rules are about \(known.prefix(6).joined(separator: ", "))"
        )
      )
    }
    for column in known + (rules.time.map { [$0.name] } ?? [])
    where header.names.count(where: { $0 == column }) > 1 {
      throw Diagnostics(
        Diagnostic(
          .duplicateColumn,
          "the column '\(column)' is there twice, and the rules name it",
          at: SourceLocation(file: name, line: 1, column: 1),
          hint: "rename one of them"
        )
      )
    }
  }

  private static func decoders(
    _ rules: RuleSet,
    header: MetricsHeader,
    timeColumn: String?,
    traffic: [TrafficColumn],
    columns: [Int]
  ) -> [ColumnDecoder] {
    let missing = MissingTokens(rules.missingTokens)
    var decoders: [ColumnDecoder] = []
    func add(_ name: String, _ column: Int, _ kind: ColumnDecoder.Kind) {
      guard let field = header.names.firstIndex(of: name) else { return }
      decoders.append(
        ColumnDecoder(field: field, column: column, name: name, kind: kind, missing: missing)
      )
    }
    if let timeColumn { add(timeColumn, -1, .time) }
    for index in columns.sorted() where index < rules.columns.columns.count {
      let column = rules.columns[index]
      guard !column.isDerived else { continue }
      add(
        column.name,
        index,
        column.isLabel ? .label(column.texts) : .number(column.unit, column.bounds)
      )
    }
    for column in traffic where column.index >= rules.columns.columns.count {
      add(column.name, column.index, .unreferenced)
    }
    return decoders
  }
}
