/// What is odd about the values of one column, in the run or in its baseline.
extension Judge {
  /// A judged series that stays where a living one would not.
  func constantSeries(_ quality: ColumnQuality) -> [Warning] {
    let column = rules.columns[quality.column]
    let (low, high, count) = (quality.low, quality.high, quality.count)
    guard !column.isConstant, count >= 5, low == high, !isAtRest(low, column) else { return [] }
    let value = QuantityFormat.text(low, column.unit?.dimension)
    return [
      Warning(
        code: .constantSeries,
        column: column.name,
        message: "\(column.name) is \(value) on all \(count) measured samples: a dead sensor or a "
          + "collector's default?"
      )
    ]
  }

  /// Whether a living series may well stay at `value`: at 0, at the end of its unit's range, or
  /// at a whole number without a unit.
  private func isAtRest(_ value: Double, _ column: ColumnTable.Column) -> Bool {
    if value == 0 { return true }
    guard let dimension = column.unit?.dimension, dimension != .count else {
      return value == value.rounded()
    }
    return dimension == .ratio && value == 1
  }

  /// A judged column that holds few measurements.
  func mostlyNA(_ quality: ColumnQuality) -> [Warning] {
    let (count, total) = (quality.count, quality.total)
    guard !quality.isAbsent, 2 * count < total else { return [] }
    let name = rules.columns[quality.column].name
    return [
      Warning(
        code: .mostlyNA,
        column: name,
        message: "\(name) is NA on "
          + (total == 1
            ? "the only sample"
            : count == 0 ? "all \(total) samples" : "\(total - count) of \(total) samples")
      )
    ]
  }

  /// A unit that the column's own name contradicts.
  func contradictoryUnit(_ quality: ColumnQuality) -> [Warning] {
    let column = rules.columns[quality.column]
    guard let unit = column.unit, let named = NamedUnit(of: column.name),
      named.dimension == unit.dimension, !named.symbols.contains(unit.symbol)
    else { return [] }
    return [
      Warning(
        code: .contradictoryUnit,
        column: column.name,
        message: "\(column.name) is declared in \(unit.symbol), and its name says "
          + named.symbols[0]
      )
    ]
  }

  /// Values that the column's unit or kind should not have.
  func impossibleValues(_ quality: ColumnQuality) -> [Warning] {
    let column = rules.columns[quality.column]
    let (low, high) = (quality.low, quality.high)
    guard quality.count > 0 else { return [] }
    var warnings: [Warning] = []
    let dimension = column.unit?.dimension
    func shown(_ value: Double) -> String { QuantityFormat.text(value, dimension) }
    if quality.isBelowZero(column) {
      warnings.append(
        Warning(
          code: .negativeValue,
          column: column.name,
          message: "\(column.name) goes down to \(shown(low)): a text that means NA, or a shifted "
            + "column?"
        )
      )
    }
    if low.isInfinite || high.isInfinite {
      warnings.append(
        Warning(
          code: .infiniteValue,
          column: column.name,
          message: "\(column.name) is infinite on some samples (\(shown(low)) to \(shown(high)))"
        )
      )
    }
    return warnings
  }
}

/// What the checks of the data look at in one judged column.
struct ColumnQuality {
  let column: Int
  let low: Double
  let high: Double
  let count: Int
  let total: Int
  /// Whether no file of the run has the column.
  let isAbsent: Bool

  init(of column: Int, in measurements: Measurements) {
    self.column = column
    low = measurements[Aggregate(.minimum, of: column)].value
    high = measurements[Aggregate(.maximum, of: column)].value
    let values = measurements[.count(of: column)]
    (count, total) = (values.used, values.total)
    isAbsent = measurements.absentColumns.contains(column)
  }

  /// Whether it holds values below 0 though its unit or kind begins there.
  func isBelowZero(_ column: ColumnTable.Column) -> Bool {
    guard low < 0, column.unit?.dimension != .ratio else { return false }
    return ValueRange(of: column).low == 0
  }
}
