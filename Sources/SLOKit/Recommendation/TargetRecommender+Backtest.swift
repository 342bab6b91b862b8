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
    guard options.method == .prediction, judgement.proposal != nil else { return nil }
    let (earlier, later, part) = splitParts
    let (count, rest) = (earlier.reduce(0) { $0 + $1.count }, later.reduce(0) { $0 + $1.count })
    guard count >= IndicatorStudy.fewestValues, rest > 0 else { return nil }
    let proposal = TargetRecommender(
      samples: samples,
      objective: objective,
      options: options,
      nextSamples: rest,
      idleTraffic: nil,
      inferred: inferred
    ).proposal(on: earlier, isLowerBetter: judgement.isLowerBetter)
    let value = study.data.value(in: later)
    guard let proposal else {
      return BacktestRow(
        part: part,
        value: value.isNaN ? nil : value,
        present: value.isNaN ? nil : judgement.present?.status(of: value),
        proposed: nil,
        heuristic: nil
      )
    }
    return judgement.row(part, value, proposal: proposal)
  }

  /// The first 70 % and the rest: of the samples of one run, or of several runs.
  private var splitParts: (earlier: [Range<Int>], later: [Range<Int>], name: String) {
    let runs = samples.runs
    guard runs.count > 1 else {
      let border = samples.count * 7 / 10
      let name = "last 30 %, by a draft from the first 70 %"
      return ([0..<border], [border..<samples.count], name)
    }
    let border = max(1, runs.count * 7 / 10)
    let name =
      "last \(runs.count - border) of \(runs.count) runs, by a draft from the first \(border)"
    return (Array(runs[..<border]), Array(runs[border...]), name)
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
