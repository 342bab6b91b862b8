extension RuleSetDecoder {
  private static let decisionKeys = ["yellow", "max_yellow", "score", "actions"]

  /// What a yellow objective does.
  private enum YellowMeaning: String, CaseIterable {
    case hold, proceed
  }

  /// Reads `decision`.
  mutating func decision(
    _ value: JSON5Value?,
    objectives: [Objective]
  ) -> (policy: DecisionPolicy, actions: Actions) {
    guard let value,
      let reader = ObjectReader(value, "'decision'", keys: Self.decisionKeys, &mistakes)
    else { return (.strict, Actions()) }
    return (
      policy(reader, objectives: objectives),
      reader.value("actions").map { actions($0) } ?? Actions()
    )
  }

  private mutating func policy(_ reader: ObjectReader, objectives: [Objective]) -> DecisionPolicy {
    checkPolicyKeys(reader)
    let meaning = mistakes.choice(
      reader.value("yellow"),
      "meaning of yellow",
      as: YellowMeaning.self
    )
    let most = reader.value("max_yellow").flatMap { wholeNumber($0, "'max_yellow'") }
    if let score = reader.value("score") {
      return scoreLimits(score, objectives: objectives).map { .scoring($0) } ?? .strict
    }
    return .acceptingYellow(atMost: meaning == .proceed ? .max : most ?? 0)
  }

  /// Two answers to one question are a contradiction, even when they happen to agree.
  private mutating func checkPolicyKeys(_ reader: ObjectReader) {
    let given = ["yellow", "max_yellow", "score"].filter { reader.value($0) != nil }
    guard given.count > 1, let last = reader.value(given[given.count - 1]) else { return }
    mistakes.add(
      .invalidValue,
      "'\(given[0])' and '\(given[given.count - 1])' both say what yellow means",
      at: last.range,
      hint: "keep one: max_yellow: 2 accepts two, yellow: \"proceed\" accepts all, and with "
        + "'score' a yellow objective counts half"
    )
  }

  private mutating func scoreLimits(
    _ value: JSON5Value,
    objectives: [Objective]
  ) -> ScoreLimits? {
    guard let reader = ObjectReader(value, "'score'", keys: ["proceed", "hold"], &mistakes) else {
      return nil
    }
    for key in ["proceed", "hold"] where reader.value(key) == nil {
      mistakes.add(
        .missingKey,
        "'score' does not say from which score to \(key)",
        at: value.range,
        hint: "write  score: { proceed: \"90%\", hold: \"75%\" }"
      )
    }
    if !objectives.isEmpty, !objectives.contains(where: { $0.weight > 0 }) {
      mistakes.add(
        .invalidValue,
        "no objective has a weight, so there is no score",
        at: value.range
      )
    }
    guard let least = reader.value("hold"), let hold = share(least, "'hold'"),
      let proceed = reader.value("proceed").flatMap({ share($0, "'proceed'") })
    else { return nil }
    guard hold <= proceed else {
      mistakes.add(
        .invalidValue,
        "the score to hold is above the one to proceed",
        at: least.range,
        hint: "from 'proceed' up the run proceeds, from 'hold' up it holds, below it rolls back"
      )
      return nil
    }
    return ScoreLimits(proceed: proceed, hold: hold)
  }

  private mutating func actions(_ value: JSON5Value) -> Actions {
    let keys = Decision.allCases.map(\.rawValue)
    guard let texts = ObjectReader(value, "'actions'", keys: keys, &mistakes) else {
      return Actions()
    }
    return Actions(
      proceed: mistakes.string(texts.value("proceed"), "'proceed'")?.text,
      hold: mistakes.string(texts.value("hold"), "'hold'")?.text,
      rollback: mistakes.string(texts.value("rollback"), "'rollback'")?.text
    )
  }
}
