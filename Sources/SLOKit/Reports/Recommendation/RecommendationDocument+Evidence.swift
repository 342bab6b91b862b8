extension RecommendationDocument {
  /// What was observed of each metric, and what it was concluded from.
  var evidence: [DraftBlock] {
    let observed = recommendation.targets.filter { $0.observed != nil }
    guard !observed.isEmpty else { return [] }
    let rows = observed.compactMap { target -> [String]? in
      guard let figures = target.observed else { return nil }
      let deviation = figures.deviation.map { target.shownSpread($0) }
      return [
        target.name,
        "\(figures.used)/\(figures.total)" + (figures.warmUp > 0 ? " (−\(figures.warmUp))" : ""),
        target.shown(figures.value), target.shown(figures.interval),
        target.shown(figures.minimum), target.shown(figures.median),
        target.shown(figures.maximum), deviation ?? "–",
        figures.lagOne.map { $0.decimal(fractionDigits: 2) } ?? "–",
        figures.effectiveCount.map { $0.decimal(fractionDigits: 0) } ?? "–",
      ]
    }
    return [
      .heading("Evidence", level: 2),
      .paragraph(
        "Samples are those with a value among all, without those left out as warm-up (−). The value would be "
          + "within its interval with a confidence of 95 % if there were no end of samples. Lag 1 is "
          + "how much a sample depends on the one before it (0 not at all, 1 wholly); as many "
          + "independent samples as in the last column would tell as much."
      ),
      .table(
        header: [
          "Metric", "Samples", "Value", "95 % interval", "Least", "Median", "Greatest", "Deviation",
          "Lag 1",
          "Independent",
        ],
        rows: rows
      ),
      .list(grounds),
    ]
  }

  /// What directions and units were taken from: metrics with the same grounds in one line.
  private var grounds: [String] {
    var lines: [(grounds: String, names: [String])] = []
    for target in recommendation.targets where target.observed != nil {
      if let index = lines.firstIndex(where: { $0.grounds == target.grounds }) {
        lines[index].names.append(target.name)
      } else {
        lines.append((target.grounds, [target.name]))
      }
    }
    return lines.map { "\($0.names.joined(by: ", ")): \($0.grounds)" }
  }

  /// What abort conditions would do to an unchanged run.
  var aborts: [DraftBlock] {
    guard !recommendation.aborts.isEmpty else { return [] }
    func percent(_ risk: Double?) -> String {
      guard let risk else { return "–" }
      return risk < 0.00005 ? "below 0.01 %" : "\((risk * 100).decimal(significantDigits: 2)) %"
    }
    let rows = recommendation.aborts.map { abort in
      [
        abort.condition, "\(abort.held)/\(abort.samples)", String(abort.length),
        percent(abort.risk), percent(abort.riskBound), abort.safeLength.map(String.init) ?? "–",
      ]
    }
    return [
      .heading("Abort conditions", level: 2),
      .paragraph(
        "How probable it is that an unchanged run of \(recommendation.nextSamples) samples trips each, "
          + "from how often it held here and went on from one sample to the next; at most that, with a "
          + "confidence of 95 %, however lucky these samples were; and on how many samples in a row a "
          + "condition would have to hold to be tripped one time in a hundred."
      ),
      .table(
        header: [
          "Condition", "Held on", "Must hold in a row", "Tripped unchanged", "At most",
          "In a row for 1 %",
        ],
        rows: rows
      ),
    ]
  }

  /// How each target behaves: what it costs, and what it catches.
  var outcomes: [DraftBlock] {
    var rows: [[String]] = []
    for target in recommendation.targets {
      func add(_ what: String, _ limit: TargetLimit?) {
        guard let limit, let risk = limit.displayedRisk else { return }
        rows.append([
          target.name, what, limit.display, risk, target.change(caughtBy: limit),
        ])
      }
      add("present", target.present)
      add("suggested", target.proposal?.suggested)
      add("red", target.proposal?.red)
      if recommendation.options.method == .prediction { add("classic rule", target.heuristic) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("What each target would do", level: 2),
      .paragraph(
        "How probable it is that a run misses the target although nothing has changed, and the "
          + "smallest change that makes four of five runs miss it."
      ),
      .table(
        header: ["Metric", "Target", "Limit", "Missed unchanged", "Smallest change caught"],
        rows: rows
      ),
    ]
  }

  /// What earlier windows and runs would have been.
  var backtests: [DraftBlock] {
    let rows = recommendation.targets.flatMap { target in
      target.backtest.map { row in
        [
          target.name, row.part, target.shown(row.value), Self.shown(row.present),
          Self.shown(row.proposed), Self.shown(row.heuristic),
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("What would have happened", level: 2),
      .table(
        header: ["Metric", "Part", "Value", "Present target", "Proposed", "Classic rule"],
        rows: rows
      ),
    ]
  }

  private static func shown(_ status: Status?) -> String { status?.rawValue ?? "–" }

  /// What may fail under each target for a share.
  var budgets: [DraftBlock] {
    let rows = recommendation.targets.compactMap { target -> [String]? in
      guard let budget = target.budget, let proposal = target.proposal else { return nil }
      func events(_ count: Double?) -> String {
        count.map { $0.decimal(fractionDigits: $0 < 10 ? 1 : 0) } ?? "not counted"
      }
      return [
        target.name, proposal.suggested.display, QuantityFormat.text(budget.share, .ratio),
        "\(budget.minutesPerMonth.decimal(significantDigits: 3)) min", events(budget.eventsPerRun),
        events(budget.eventsPerMonth),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading("Error budgets", level: 2),
      .paragraph(
        "What may fail while the suggested target is just met."
      ),
      .table(
        header: [
          "Metric", "Target", "Budget", "Time in 30 days", "Events in a run", "Events in 30 days",
        ],
        rows: rows
      ),
    ]
  }
}

extension TargetRecommendation {
  /// An interval, which may be open on either side.
  fileprivate func shown(_ interval: ObservedInterval?) -> String {
    switch (interval?.lower, interval?.upper) {
    case (let lower?, let upper?): "\(shown(lower)) to \(shown(upper))"
    case (let lower?, nil): "from \(shown(lower))"
    case (nil, let upper?): "up to \(shown(upper))"
    case (nil, nil): "–"
    }
  }

  /// A spread, which is a distance even where values are shares near 1.
  fileprivate func shownSpread(_ deviation: Double) -> String {
    dimension == .ratio
      ? "\((deviation * 100).decimal(significantDigits: 3)) points" : shown(deviation)
  }

  /// The smallest change that a limit catches, as a value and against what was observed.
  fileprivate func change(caughtBy limit: TargetLimit) -> String {
    guard let caught = limit.caughtValue, let value = observed?.value else { return "–" }
    if dimension == .ratio, caught < 0 || caught > 1 { return "nothing possible" }
    let isWorse = isLowerBetter ? caught > value : caught < value
    guard isWorse else { return "none needed: it is missed anyway" }
    guard dimension != .ratio, value != 0 else { return "to \(shown(caught))" }
    let change = caught / value - 1
    guard change < 9 else {
      return "to \(shown(caught)) (\((change + 1).decimal(significantDigits: 2)) ×)"
    }
    let sign = change < 0 ? "−" : "+"
    let percent = (change.magnitude * 100).decimal(significantDigits: 2)
    return "to \(shown(caught)) (\(sign)\(percent) %)"
  }
}
