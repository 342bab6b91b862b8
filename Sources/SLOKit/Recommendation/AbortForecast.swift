/// How likely an unchanged run is to trip an abort condition.
public struct AbortForecast: Sendable, Hashable {
  /// The condition, as a rule file has it.
  public let condition: String

  /// On how many samples in a row it must hold.
  public let length: Int

  /// On how many samples it held.
  public let held: Int

  /// On how many samples it had an answer.
  public let samples: Int

  /// The probability that an unchanged run trips it; `nil` where it had no answer.
  public let risk: Double?

  /// What the probability is at most, with a confidence of 95 %, even where it never held.
  public let riskBound: Double?

  /// The fewest samples in a row with which an unchanged run trips it one time in a hundred at most;
  /// `nil` where no sensible number does, or where it never held and nothing tells.
  public let safeLength: Int?
}

extension AbortForecast {
  private static let mostSamplesInARow = 100

  /// Looks at a condition on the samples of all runs, for a next run of so many.
  ///
  /// How often it begins to hold and how often it goes on are counted; the rest is
  /// ``StreakProbability``. For the bound, the share of the samples on which it holds is the upper one
  /// of Clopper & Pearson.
  init(_ abort: AbortCondition, _ data: RunSamples, nextSamples: Int) {
    condition = abort.text
    length = data.sampleCount(of: abort.held)
    let values = data.values(of: abort.held)
    var (answers, holds, repeats) = (0, 0, 0)
    for run in data.runs {
      var before = false
      for value in values[run] where !value.isNaN {
        let isHolding = value == 1
        answers += 1
        if isHolding { holds += 1 }
        if isHolding, before { repeats += 1 }
        before = isHolding
      }
    }
    (held, samples) = (holds, answers)
    guard answers > 0 else {
      (risk, riskBound, safeLength) = (nil, nil, nil)
      return
    }
    let share = Double(holds) / Double(answers)
    let bound = ProportionBound.upper(successes: holds, trials: answers, confidence: 0.95)
    let goingOn = holds > 0 ? Double(repeats) / Double(holds) : 0
    let likely = StreakProbability(beginning: share, continuing: max(share, goingOn))
    let worst = StreakProbability(beginning: bound, continuing: max(bound, goingOn))
    let length = length
    risk = likely.ofStreak(length, in: nextSamples)
    riskBound = worst.ofStreak(length, in: nextSamples)
    safeLength =
      holds == 0
      ? nil
      : likely.shortestStreak(
        in: nextSamples,
        withProbabilityAtMost: 0.01,
        limit: Self.mostSamplesInARow
      )
  }
}

extension RunSamples {
  /// On how many samples in a row a condition must hold, a time being counted in usual intervals.
  fileprivate func sampleCount(of held: Aggregate) -> Int {
    guard case .held(let extent) = held.function else { return 1 }
    switch extent {
    case .samples(let count): return max(1, count)
    case .seconds(let seconds):
      guard let run = runs.first, let duration = duration(of: run), run.count > 0 else { return 1 }
      let steps = (seconds / (duration / Double(run.count)) - 1e-9).rounded(.up)
      return 1 + Int(max(0, min(steps, 1e9)))
    }
  }
}
