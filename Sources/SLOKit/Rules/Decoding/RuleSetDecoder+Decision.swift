extension RuleSetDecoder {
  /// Reads `abort`: conditions on single samples, each with an optional `for`.
  mutating func aborts(_ value: JSON5Value?) -> [AbortCondition] {
    (mistakes.array(value, "'abort'", atMost: RuleLimits.aborts) ?? []).compactMap { item in
      guard let parsed = parse(item, "an abort condition"),
        let condition = check(parsed, { $0.condition($1) })
      else { return nil }
      guard let held = Self.held(condition.condition) else {
        context.errors.append(
          (
            TextError(
              .notPerSample,
              "an abort condition is about single samples, with at most one 'for' around it",
              at: parsed.expression.range,
              hint: "write '(a and b) for 3 samples', or make it an objective with a red band"
            ),
            parsed.range
          )
        )
        return nil
      }
      return AbortCondition(text: text(parsed), held: held, place: parsed.range)
    }
  }

  private static func held(_ condition: LeveledCondition) -> Aggregate? {
    switch condition {
    case .sample(let sample):
      Aggregate(function: .held(.samples(1)), operand: .condition(sample), filter: nil)
    case .run(.fact(let fact)): fact
    case .run, .constant: nil
    }
  }

  /// Reads `require`, of which these keys mean something.
  mutating func requirements(
    _ value: JSON5Value,
    keys: [String] = ["samples", "duration", "gap", "coverage", "clean"]
  ) -> Requirements? {
    guard let reader = ObjectReader(value, "'require'", keys: keys, &mistakes) else { return nil }
    return Requirements(
      samples: reader.value("samples").flatMap { wholeNumber($0, "'samples'") },
      duration: reader.value("duration").flatMap { duration($0, "'duration'") },
      gap: reader.value("gap").flatMap { duration($0, "'gap'") },
      coverage: reader.value("coverage").flatMap { share($0, "'coverage'") },
      isClean: mistakes.boolean(reader.value("clean"), "'clean'") ?? false
    )
  }

  mutating func wholeNumber(_ value: JSON5Value, _ what: String) -> Int? {
    guard let quantity = quantity(value, what) else { return nil }
    // A double counts up to there one by one, which is more than any file holds.
    guard quantity.unit == nil, let number = Int(quantity.digits), (0...1 << 53).contains(number)
    else {
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a whole number up to 2^53, found '\(quantity)'",
        at: value.range
      )
      return nil
    }
    return number
  }

  mutating func duration(_ value: JSON5Value, _ what: String) -> Double? {
    guard let quantity = quantity(value, what) else { return nil }
    let seconds = quantity.baseValue()
    guard quantity.unit?.dimension == .time, seconds >= 0, seconds.isFinite else {
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a duration such as 2h, found '\(quantity)'",
        at: value.range
      )
      return nil
    }
    return seconds
  }

  mutating func share(_ value: JSON5Value, _ what: String) -> Double? {
    guard let quantity = quantity(value, what) else { return nil }
    let share = quantity.baseValue()
    guard (quantity.unit ?? .ratio).dimension == .ratio, (0...1).contains(share) else {
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a share such as 80%, found '\(quantity)'",
        at: value.range,
        hint: "a bare number is a ratio from 0 to 1"
      )
      return nil
    }
    return share
  }
}
