/// The limits under which a value is judged.
struct Judgement: Sendable {
  let present: PresentTarget?
  let proposal: TargetProposal?
  let classic: ClassicHeuristic.Target?
  let isLowerBetter: Bool

  init(
    present: PresentTarget?,
    proposal: TargetProposal?,
    classic: ClassicHeuristic.Target?,
    _ isLowerBetter: Bool
  ) {
    self.present = present
    self.proposal = proposal
    self.classic = classic
    self.isLowerBetter = isLowerBetter
  }

  func row(_ part: String, _ value: Double, proposal: TargetProposal? = nil) -> BacktestRow {
    guard !value.isNaN else {
      return BacktestRow(part: part, value: nil, present: nil, proposed: nil, heuristic: nil)
    }
    return BacktestRow(
      part: part,
      value: value,
      present: present?.status(of: value),
      proposed: (proposal ?? self.proposal).map { status(of: value, $0) },
      heuristic: classic.map { classic in
        let distance = isLowerBetter ? value - classic.value : classic.value - value
        return distance < 0 || distance == 0 && classic.isInclusive ? .green : .red
      }
    )
  }

  private func status(of value: Double, _ proposal: TargetProposal) -> Status {
    func isBeyond(_ limit: TargetLimit) -> Bool {
      isLowerBetter ? value > limit.value : value < limit.value
    }
    guard isBeyond(proposal.suggested) else { return .green }
    return proposal.red.map { isBeyond($0) ? .red : .yellow } ?? .red
  }
}

extension TargetRecommender {
  /// The most windows that a backtest lists.
  private static let mostWindows = 20

  /// What would have happened: each run, or windows of one, and a split by time.
  func backtest(
    _ study: IndicatorStudy,
    _ judgement: Judgement,
    _ notation: LimitNotation
  ) -> [BacktestRow] {
    guard study.hasValue else { return [] }
    var rows: [BacktestRow] = []
    if samples.runs.count > 1 {
      for (number, run) in samples.runs.enumerated() {
        rows.append(judgement.row("run \(number + 1)", study.data.value(on: run)))
      }
    } else {
      let starts = Array(stride(from: 0, through: samples.count - nextSamples, by: nextSamples))
      for start in starts.suffix(Self.mostWindows) {
        let part =
          starts.count > 1 ? "samples \(start + 1)–\(start + nextSamples)" : "the whole run"
        rows.append(judgement.row(part, study.data.value(on: start..<start + nextSamples)))
      }
    }
    if let split = split(study, judgement) { rows.append(split) }
    return rows
  }

  /// The last 30 % judged by what the first 70 % would have led to.
  private func split(_ study: IndicatorStudy, _ judgement: Judgement) -> BacktestRow? {
    guard options.method == .prediction, judgement.proposal != nil, samples.runs.count == 1 else {
      return nil
    }
    let border = samples.count * 7 / 10
    guard border >= IndicatorStudy.fewestValues, samples.count - border > 0 else { return nil }
    let earlier = TargetRecommender(
      samples: samples,
      objective: objective,
      options: options,
      nextSamples: samples.count - border,
      idleTraffic: nil,
      inferred: inferred
    ).proposal(on: [0..<border], isLowerBetter: judgement.isLowerBetter)
    let value = study.data.value(on: border..<samples.count)
    let part = "last 30 %, by a draft from the first 70 %"
    guard let earlier else {
      return BacktestRow(
        part: part,
        value: value.isNaN ? nil : value,
        present: value.isNaN ? nil : judgement.present?.status(of: value),
        proposed: nil,
        heuristic: nil
      )
    }
    return judgement.row(part, value, proposal: earlier)
  }

  /// The budget that a target for a share leaves.
  func budget(
    _ target: TargetLimit,
    _ data: IndicatorData,
    _ isLowerBetter: Bool
  ) -> DraftedBudget? {
    guard objective.indicator.dimension == .ratio, target.value >= 0, target.value <= 1 else {
      return nil
    }
    let share = isLowerBetter ? target.value : 1 - target.value
    let events = data.counts(in: samples.runs).map { $0.total.reduce(0, +) }
    let time = samples.runs.reduce(0.0) { $0 + (samples.duration(of: $1) ?? 0) }
    let month = 30.0 * 86_400
    return DraftedBudget(
      share: share,
      eventsPerRun: events.map { share * $0 * Double(nextSamples) / Double(samples.count) },
      eventsPerMonth: time > 0 ? events.map { share * $0 / time * month } : nil,
      minutesPerMonth: share * month / 60
    )
  }

  /// What is to be said about the present target.
  func presentNotes(
    _ present: PresentTarget?,
    _ proposal: TargetProposal?,
    _ study: IndicatorStudy,
    _ kind: MetricKind?,
    _ judgement: Judgement
  ) -> [String] {
    guard let present, let figures = study.figures else { return [] }
    var notes: [String] = []
    let values = samples.runs.map { study.data.value(on: $0) }.filter { !$0.isNaN }
    let status = present.status(of: figures.value)
    if status == .red || status == .yellow {
      notes.append(
        "these samples do not meet the present target (\(present.literal)): they are \(status), and "
          + "what is learned from them may enshrine a fault"
      )
    }
    guard values.count >= 5, let proposal else { return notes }
    let worst = values.count { present.status(of: $0) != .green }
    let classic = ClassicHeuristic.tightened(present.green, kind: kind, runs: values)
    let isTighter =
      present.isLowerBetter
      ? proposal.suggested.value < 0.9 * present.green : proposal.suggested.value > present.green
    if isTighter, worst == 0 {
      let rule = classic.map {
        "; the classic rule says \(QuantityFormat.text($0, objective.indicator.dimension))"
      }
      notes.append(
        "tighten: all \(values.count) runs meet \(present.literal), and \(proposal.suggested.literal) "
          + "is as much as an unchanged run needs\(rule ?? "")"
      )
    } else if 5 * worst >= values.count, !isTighter {
      notes.append(
        "loosen or mend: \(worst) of \(values.count) runs miss \(present.literal); an unchanged run "
          + "needs \(proposal.suggested.literal)"
      )
    }
    return notes
  }
}
