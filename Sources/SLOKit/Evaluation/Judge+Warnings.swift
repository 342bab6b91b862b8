extension Judge {
  /// What is odd about the data and the limits, in a fixed order.
  func warnings(
    _ objectives: [ObjectiveResult],
    _ aborts: [AbortResult],
    _ baseline: BaselineFiles,
    header: MetricsHeader
  ) -> [Warning] {
    let series = judging.needs.judgedColumns.map { ColumnQuality(of: $0, in: measurements) }
    return series.flatMap(constantSeries) + noTraffic(objectives) + vacuousThresholds
      + (measurements.files.first.map { times($0, hasTime: plan.hasTime) } ?? [])
      + series.flatMap(mostlyNA) + series.flatMap(impossibleValues)
      + series.flatMap(contradictoryUnit) + unmeasured(aborts)
      + unansweredFilter + outsidePhases + unseenLabels + unusedOverrides
      + (options.listsUnusedColumns ? unusedColumns(header) : []) + warnings(about: baseline)
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

  /// What an env file sets and no rule reads, though a variable has almost that name.
  private var unusedOverrides: [Warning] {
    rules.unusedOverrides.map {
      Warning(
        code: .unusedOverride,
        column: nil,
        message: "\($0.place) sets \($0.name), which is no variable of the rules: is "
          + "\($0.variable) meant?"
      )
    }
  }

  private func unusedColumns(_ header: MetricsHeader) -> [Warning] {
    let used = Set(plan.decoders.map(\.name))
    return header.names.filter { !used.contains($0) }.map {
      Warning(code: .unusedColumn, column: $0, message: "no rule names \($0)")
    }
  }
}
