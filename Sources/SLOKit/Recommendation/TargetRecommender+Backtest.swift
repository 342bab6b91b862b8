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

  /// What is to be said when these samples do not meet the present target.
  func presentNote(_ present: PresentTarget?, _ study: IndicatorStudy) -> String? {
    guard let present, let figures = study.figures, !objective.asksForOneValue else { return nil }
    let status = present.status(of: figures.value)
    guard status == .red || status == .yellow else { return nil }
    return
      "these samples do not meet the present target (\(present.literal)): they are \(status), and "
      + "what is learned from them may enshrine a fault"
  }
}
