extension RuleSetDecoder {
  private static let onlyWithCompare = ["worse", "floor"]

  /// Reads the keys of an objective that compares with the baseline; `nil` when it is none.
  mutating func comparison(
    _ reader: ObjectReader,
    unit: Unit?,
    at place: Range<Int>
  ) -> ComparisonRule? {
    guard let compare = reader.value("compare") else {
      for key in Self.onlyWithCompare {
        guard let value = reader.value(key) else { continue }
        mistakes.add(
          .invalidValue,
          "'\(key)' means something beside 'compare' only",
          at: value.range
        )
      }
      return nil
    }
    for key in ["sli", "yellow", "budget"] {
      guard let value = reader.value(key) else { continue }
      mistakes.add(
        .invalidValue,
        "an objective that compares has no '\(key)'",
        at: value.range,
        hint: key == "yellow"
          ? "what is neither green nor red is yellow" : "'compare' says what is measured"
      )
    }
    if reader.value("worse") == nil {
      mistakes.add(
        .missingKey,
        "it is not said on which side values are worse",
        at: compare.range,
        hint: "add  worse: \"higher\"  as for latencies, or  worse: \"lower\"  as for throughput"
      )
    }
    let worse = mistakes.choice(
      reader.value("worse"),
      "side",
      as: ComparisonRule.WorseSide.self
    )
    let floor = reader.value("floor").flatMap { self.floor($0, unit) }
    return ComparisonRule(
      worse: worse ?? .higher,
      floor: floor,
      confidence: confidence(reader.value("confidence")) ?? Comparison.usualConfidence
    )
  }

  /// A quantity in the unit of what is compared.
  private mutating func floor(_ value: JSON5Value, _ unit: Unit?) -> Double? {
    guard let quantity = quantity(value, "'floor'") else { return nil }
    let floor = quantity.baseValue(defaultUnit: unit)
    guard floor >= 0, floor.isFinite else {
      mistakes.add(.invalidValue, "'floor' is an amount from 0 up", at: value.range)
      return nil
    }
    guard let own = quantity.unit else { return floor }
    guard let unit else {
      mistakes.add(
        .missingUnit,
        "'floor' has a unit, and what is compared has none",
        at: value.range,
        hint: "declare the unit of the column:  columns: { name: \"\(own.symbol)\" }"
      )
      return nil
    }
    guard own.dimension == unit.dimension else {
      mistakes.add(
        .unitMismatch,
        "'floor' is in \(own.symbol), and what is compared in \(unit.symbol)",
        at: value.range
      )
      return nil
    }
    return floor
  }

  /// Reads `confidence`: between 50 % and 100 %, both not included.
  mutating func confidence(_ value: JSON5Value?) -> Double? {
    guard let value, let share = share(value, "'confidence'") else { return nil }
    guard share > 0.5, share < 1 else {
      mistakes.add(
        .invalidValue,
        "a confidence lies between 50 % and 100 %",
        at: value.range,
        hint: "98% is usual"
      )
      return nil
    }
    return share
  }

  /// Checks that the bands of an objective that compares draw limits on its worse side.
  mutating func checkLimits(
    of bands: Bands,
    _ comparison: ComparisonRule,
    _ indicator: Indicator
  ) {
    let isHigher = comparison.worse == .higher
    if comparison.limit(of: bands.green, green: true, indicator) == nil {
      mistakes.add(
        .invalidValue,
        "the green band of a comparison is one limit on the worse side",
        at: bands.green.place,
        hint: isHigher
          ? "for example \"<= 10%\": at most 10 % more than the baseline"
          : "for example \">= -10%\": at most 10 % less than the baseline"
      )
    }
    if let red = bands.red, comparison.limit(of: red, green: false, indicator) == nil {
      mistakes.add(
        .invalidValue,
        "the red band of a comparison is one limit on the worse side",
        at: red.place,
        hint: isHigher ? "for example \"> 25%\"" : "for example \"< -25%\""
      )
    }
  }
}
