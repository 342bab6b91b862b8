extension Judge {
  /// What is odd about the data and the limits, in a fixed order.
  func warnings(
    _ objectives: [ObjectiveResult],
    _ aborts: [AbortResult],
    header: MetricsHeader
  ) -> [Warning] {
    var constant: [Warning] = []
    var missing: [Warning] = []
    var impossible: [Warning] = []
    for column in judging.needs.judgedColumns {
      let quality = ColumnQuality(of: column, in: measurements)
      constant += constantSeries(quality)
      missing += mostlyNA(quality)
      impossible += impossibleValues(quality)
    }
    return constant + noTraffic(objectives) + vacuousThresholds + times
      + missing + impossible + unmeasured(aborts) + unansweredFilter + outsidePhases
      + unseenLabels + (options.listsUnusedColumns ? unusedColumns(header) : [])
  }

  /// A judged series that stays where a living one would not.
  private func constantSeries(_ quality: ColumnQuality) -> [Warning] {
    let column = rules.columns[quality.column]
    let (low, high, count) = (quality.low, quality.high, quality.count)
    guard !column.isConstant, count >= 5, low == high, !isAtRest(low, column) else { return [] }
    let value = QuantityFormat.text(low, column.unit?.dimension)
    return [
      Warning(
        code: .constantSeries,
        column: column.name,
        message: "\(column.name) is \(value) on all \(count) measured samples: a dead sensor or a "
          + "collector's default?"
      )
    ]
  }

  /// Whether a living series may well stay at `value`: at 0, at the end of its unit's range, or
  /// at a whole number without a unit.
  private func isAtRest(_ value: Double, _ column: ColumnTable.Column) -> Bool {
    if value == 0 { return true }
    guard let dimension = column.unit?.dimension, dimension != .count else {
      return value == value.rounded()
    }
    return dimension == .ratio && value == 1
  }

  private func noTraffic(_ objectives: [ObjectiveResult]) -> [Warning] {
    let judgesRatios = objectives.contains {
      $0.objective.role == .gate && $0.objective.indicator.dimension == .ratio
    }
    guard judgesRatios, let first = plan.trafficColumns.first,
      plan.trafficColumns.allSatisfy({ measurements[$0.volume].value == 0 })
    else { return [] }
    return [
      Warning(
        code: .noTraffic,
        column: first.name,
        message: "there was no traffic: \(first.name) is 0 throughout, so ratios say nothing"
      )
    ]
  }

  private var times: [Warning] {
    let timeline = measurements.timeline
    var warnings: [Warning] = []
    func warn(_ code: Warning.Code, _ message: String) {
      warnings.append(Warning(code: code, column: nil, message: message))
    }
    if let disorder = timeline.disorder {
      warn(
        .unorderedSamples,
        "samples are out of time order, first on line \(disorder.to.line) (\(disorder.to.time))"
      )
    }
    if let (gap, count) = timeline.repetition {
      warn(
        .duplicateTimestamp,
        "\(Verdict.counted(count, "sample")) with the time of the one before, first on line "
          + "\(gap.to.line) (\(gap.to.time))"
      )
    }
    if plan.hasTime, let (line, count) = timeline.missing {
      warn(
        .missingTimestamp,
        "\(Verdict.counted(count, "sample")) without a timestamp, first on line \(line)"
      )
    }
    let irregular = timeline.irregularIntervals
    if irregular > 0, let median = timeline.medianInterval, let widest = timeline.widestGap {
      warn(
        .irregularInterval,
        "\(Verdict.counted(irregular, "interval")) of less than half or more than twice the "
          + "usual \(QuantityFormat.duration(median)); the longest is "
          + "\(QuantityFormat.duration(abs(widest.seconds))) before line \(widest.to.line)"
      )
    }
    return warnings
  }

  private func mostlyNA(_ quality: ColumnQuality) -> [Warning] {
    let (count, total) = (quality.count, quality.total)
    guard !plan.absentColumns.contains(quality.column), 2 * count < total else { return [] }
    let name = rules.columns[quality.column].name
    return [
      Warning(
        code: .mostlyNA,
        column: name,
        message: "\(name) is NA on "
          + (count == 0 ? "all \(total) samples" : "\(total - count) of \(total) samples")
      )
    ]
  }

  private func unmeasured(_ aborts: [AbortResult]) -> [Warning] {
    aborts.filter { !$0.isMeasured }.map {
      Warning(
        code: .unmeasuredAbort,
        column: nil,
        message: "the abort condition '\($0.when)' was never measured, so it could not trip"
      )
    }
  }

  private var unansweredFilter: [Warning] {
    var warnings: [Warning] = []
    func warn(_ whose: @autoclosure () -> String, _ count: Int) {
      guard count > 0 else { return }
      warnings.append(
        Warning(
          code: .unansweredFilter,
          column: nil,
          message: "\(whose()) left out \(Verdict.counted(count, "sample")) on which its condition "
            + "is NA"
        )
      )
    }
    warn("'where'", measurements.unanswered)
    guard !plan.series.selectors.isEmpty else { return warnings }
    for objective in rules.objectives where objective.role == .gate {
      var count = 0
      for judged in judging.objectives where judged.id == objective.id {
        for case (let filter?, .candidate) in judged.aggregates.map({ ($0.filter, $0.source) }) {
          count = max(count, measurements[.unanswered(filter)].counted)
        }
      }
      warn("a filter of \(objective.name)", count)
    }
    return warnings
  }

  /// Samples that nobody judges, because no phase takes them.
  private var outsidePhases: [Warning] {
    guard !rules.phases.isEmpty, options.phase == nil else { return [] }
    let count = measurements[.outsidePhases].total
    guard count > 0 else { return [] }
    return [
      Warning(
        code: .outsidePhases,
        column: nil,
        message:
          "\(Verdict.counted(count, "sample")) of \(measurements.kept) belong\(count == 1 ? "s" : "") "
          + "to no phase and \(count == 1 ? "is" : "are") not judged"
      )
    ]
  }

  /// Texts that conditions look for and that no sample has: they may be misspelt.
  private var unseenLabels: [Warning] {
    rules.columns.columns.indices.flatMap { place -> [Warning] in
      guard !plan.absentColumns.contains(place) else { return [] }
      let column = rules.columns[place]
      let unseen = zip(column.soughtTexts, rules.columns.soughtTexts(of: place))
        .filter { measurements[$1].total == 0 }
        .map { "'\(column.texts[$0.0])'" }
      guard !unseen.isEmpty else { return [] }
      return [
        Warning(
          code: .unseenLabel,
          column: column.name,
          message: "\(column.name) is \(unseen.joined(by: " or ")) on no sample, though rules look "
            + "for \(unseen.count == 1 ? "it" : "them")"
        )
      ]
    }
  }

  /// Values that the column's unit or kind should not have.
  private func impossibleValues(_ quality: ColumnQuality) -> [Warning] {
    let column = rules.columns[quality.column]
    let (low, high) = (quality.low, quality.high)
    guard quality.count > 0 else { return [] }
    var warnings: [Warning] = []
    let dimension = column.unit?.dimension
    func shown(_ value: Double) -> String { QuantityFormat.text(value, dimension) }
    if low < 0, ValueRange(of: column).low == 0, dimension != .ratio {
      warnings.append(
        Warning(
          code: .negativeValue,
          column: column.name,
          message: "\(column.name) goes down to \(shown(low)): a text that means NA, or a shifted "
            + "column?"
        )
      )
    }
    if low.isInfinite || high.isInfinite {
      warnings.append(
        Warning(
          code: .infiniteValue,
          column: column.name,
          message: "\(column.name) is infinite on some samples (\(shown(low)) to \(shown(high)))"
        )
      )
    }
    return warnings
  }

  private func unusedColumns(_ header: MetricsHeader) -> [Warning] {
    let used = Set(plan.decoders.map(\.name))
    return header.names.filter { !used.contains($0) }.map {
      Warning(code: .unusedColumn, column: $0, message: "no rule names \($0)")
    }
  }
}

/// What the checks of the data look at in one judged column.
private struct ColumnQuality {
  let column: Int
  let low: Double
  let high: Double
  let count: Int
  let total: Int

  init(of column: Int, in measurements: Measurements) {
    self.column = column
    low = measurements[Aggregate(.minimum, of: column)].value
    high = measurements[Aggregate(.maximum, of: column)].value
    let values = measurements[.count(of: column)]
    (count, total) = (values.used, values.total)
  }
}
