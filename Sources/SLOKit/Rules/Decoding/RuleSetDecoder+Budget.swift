extension RuleSetDecoder {
  /// Reads `budget` of an objective.
  mutating func budget(_ value: JSON5Value?) -> ErrorBudget? {
    guard let value, let reader = ObjectReader(value, "'budget'", keys: ["window"], &mistakes)
    else { return nil }
    guard let windowValue = reader.value("window") else {
      mistakes.add(
        .missingKey,
        "the budget does not say for which time it is",
        at: value.range,
        hint: "write  budget: { window: \"30d\" }"
      )
      return nil
    }
    guard let window = duration(windowValue, "'window'") else { return nil }
    if window == 0 {
      mistakes.add(.invalidValue, "a budget for no time", at: windowValue.range)
    }
    return ErrorBudget(window: window)
  }

  /// Checks that the bands leave a budget.
  mutating func checkBudget(
    of bands: Bands,
    _ indicator: Indicator
  ) {
    guard let share = BadShare(bands.green, of: indicator) else {
      mistakes.add(
        .invalidValue,
        "only a share with one limit has an error budget",
        at: bands.green.place,
        hint: "the indicator must be a ratio, and green such as \">= 99.9%\" or \"<= 0.1%\""
      )
      return
    }
    guard share.allowed <= 0 else { return }
    mistakes.add(
      .invalidValue,
      "the green band '\(bands.green.text)' leaves no error budget",
      at: bands.green.place,
      hint: "a target of 100 % has no budget that could be spent"
    )
  }
}
