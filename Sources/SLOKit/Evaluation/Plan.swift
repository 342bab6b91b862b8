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
  /// The columns that objectives judge, in the order of the rule file.
  let judgedColumns: [Int]
  let hasTime: Bool
}

extension Plan {
  /// Makes the plan for a file with this header.
  ///
  /// - Throws: `Diagnostics` about the rules when they name columns that the file lacks, about the
  ///   metrics when a column that the rules name is there twice or there is no time.
  init(
    _ rules: RuleSet,
    header: MetricsHeader,
    name: String,
    drawsSeries: Bool = false
  ) throws(Diagnostics) {
    try Self.checkColumns(of: rules, header: header, name: name)
    var needs = Needs(rules)
    let traffic = TrafficColumn.all(in: header.names, beside: rules.columns)
    needs.add(traffic.map(\.volume))
    let timeColumn = rules.time?.name ?? header.timeColumn
    if timeColumn == nil, let what = rules.whatNeedsTime {
      throw Diagnostics(
        Diagnostic(
          .noTimestamps,
          "\(name): \(what) needs timestamps, and no column holds them",
          hint: "name the column in the rule file:  time: { column: \"…\" }"
        )
      )
    }
    self.init(
      rules: rules,
      aggregates: needs.aggregates,
      series: SeriesPlan(
        needs.aggregates.items,
        drawn: drawsSeries ? rules.drawnSeries : [],
        drawnStretches: drawsSeries ? rules.stretchesPerSeries : 0
      ),
      decoders: Self.decoders(
        rules,
        header: header,
        timeColumn: timeColumn,
        traffic: traffic,
        needs: needs
      ),
      columnCount: rules.columns.columns.count + traffic.count,
      absentColumns: rules.columns.columns.indices.filter {
        !header.names.contains(rules.columns[$0].name)
      },
      trafficColumns: traffic,
      judgedColumns: needs.judgedColumns,
      hasTime: timeColumn != nil
    )
  }

  private static func checkColumns(
    of rules: RuleSet,
    header: MetricsHeader,
    name: String
  ) throws(Diagnostics) {
    var mistakes = Mistakes(in: rules.text)
    for (column, place) in rules.missingColumns(in: header.names) {
      mistakes.add(.unknownColumn, column.message, at: place, hint: column.hint)
    }
    if let mistakes = mistakes.diagnostics { throw mistakes }
    let known = rules.columns.columns.map(\.name)
    guard known.isEmpty || known.contains(where: header.names.contains) else {
      throw Diagnostics(
        Diagnostic(
          .noMatchingColumns,
          "\(name) has none of the columns of \(rules.source)",
          hint: "the rules are about \(known.prefix(6).joined(separator: ", "))"
        )
      )
    }
    for column in known where header.names.count(where: { $0 == column }) > 1 {
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
    needs: Needs
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
    for index in needs.columns.sorted() where index < rules.columns.columns.count {
      let column = rules.columns[index]
      add(column.name, index, column.isLabel ? .label(column.texts) : .number(column.unit))
    }
    for column in traffic where column.index >= rules.columns.columns.count {
      add(column.name, column.index, .unreferenced)
    }
    return decoders
  }
}
