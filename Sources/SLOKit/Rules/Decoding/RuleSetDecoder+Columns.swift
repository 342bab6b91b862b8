extension RuleSetDecoder {
  /// The cells that mean NA in every file, in lower case.
  static let missingTokens = ["", "na", "n/a", "nan", "null", "none", "-"]

  /// The NA tokens: the usual ones and those of the rule file.
  mutating func missingTokens(_ value: JSON5Value?) -> [String] {
    var tokens = Self.missingTokens
    for item in mistakes.array(value, "'na'", atMost: RuleLimits.missingTokens) ?? [] {
      guard let text = mistakes.string(item, "an NA token")?.text else { continue }
      // Cells are compared without the blanks around them.
      let token = text.utf8.map(\.lowercased)
      let trimmed = MissingTokens.trimmed(0..<token.count, in: token.span)
      tokens.append(String(decoding: token[trimmed], as: UTF8.self))
    }
    return tokens
  }

  /// Declares the columns of the rule file.
  mutating func columns(_ value: JSON5Value?) {
    guard let members = mistakes.members(value, "'columns'") else { return }
    for member in members where context.columns.index(of: member.key) == nil {
      context.columns.add(column(member))
    }
  }

  /// A column: its unit alone, or an object.
  private mutating func column(_ member: JSON5Member) -> ColumnTable.Column {
    var column = ColumnTable.Column(name: member.key, place: member.keyRange)
    if case .string = member.value.kind {
      column.unit = unit(member.value)
      return column
    }
    let what = "the column '\(member.key)'"
    let keys = ["unit", "kind", "optional", "constant", "min", "max"]
    guard let reader = ObjectReader(member.value, what, keys: keys, &mistakes) else {
      return column
    }
    column.unit = reader.value("unit").flatMap { unit($0) }
    column.kind = mistakes.choice(
      reader.value("kind"),
      "kind of column",
      as: ColumnTable.Kind.self
    )
    column.isOptional = mistakes.boolean(reader.value("optional"), "'optional'") ?? false
    column.isConstant = mistakes.boolean(reader.value("constant"), "'constant'") ?? false
    if column.kind == .label, let unit = reader.value("unit") {
      mistakes.add(.invalidValue, "a label has no unit", at: unit.range)
    }
    column.bounds = bounds(reader.value("min"), reader.value("max"), of: column)
    return column
  }

  /// What the values of a column lie between; `nil` when neither end is given, or one is wrong.
  private mutating func bounds(
    _ least: JSON5Value?,
    _ greatest: JSON5Value?,
    of column: ColumnTable.Column
  ) -> ClosedRange<Double>? {
    guard let place = (greatest ?? least)?.range else { return nil }
    if column.kind == .label {
      mistakes.add(.invalidValue, "a label has no least or greatest value", at: place)
      return nil
    }
    let (low, high) = (
      least.map { bound($0, "'min'", of: column) } ?? -.infinity,
      greatest.map { bound($0, "'max'", of: column) } ?? .infinity
    )
    guard let low, let high else { return nil }
    guard low <= high else {
      mistakes.add(.invalidValue, "'max' is less than 'min'", at: place)
      return nil
    }
    return low...high
  }

  /// An end of what a column's values lie between, in base units.
  private mutating func bound(
    _ value: JSON5Value,
    _ what: String,
    of column: ColumnTable.Column
  ) -> Double? {
    guard let quantity = quantity(value, what) else { return nil }
    if let unit = quantity.unit, unit.dimension != column.unit?.dimension {
      mistakes.add(
        .unitMismatch,
        "\(what) is \(quantity), and the column "
          + (column.unit.map { "is in \($0.symbol)" } ?? "has no unit"),
        at: value.range
      )
      return nil
    }
    return quantity.baseValue(defaultUnit: column.unit ?? .count)
  }

  private mutating func unit(_ value: JSON5Value) -> Unit? {
    guard let text = mistakes.string(value, "a unit")?.text else { return nil }
    do throws(UnknownUnit) {
      return try Unit.named(text)
    } catch {
      mistakes.add(.unknownUnit, error.message, at: value.range, hint: error.hint)
      return nil
    }
  }

  /// Registers the definitions; each is checked when it is first used, or at the end.
  mutating func definitions(_ value: JSON5Value?) {
    guard let members = mistakes.members(value, "'define'") else { return }
    for member in members where context.definitions[member.key] == nil {
      let isColumn = context.isInHeader(member.key) == true
      if isColumn || context.columns.index(of: member.key) != nil {
        mistakes.add(
          .nameClash,
          "'\(member.key)' is a column already",
          at: member.keyRange,
          hint: "give the definition a name of its own"
        )
      }
      guard let string = mistakes.string(member.value, "a definition") else { continue }
      context.definitions[member.key] = .unchecked(
        CheckingContext.Source(text: string.text, place: string.sourceRange)
      )
    }
    // A definition is checked even when nothing uses it.
    for member in members {
      guard case .unchecked(let source) = context.definitions[member.key] else { continue }
      _ = context.check(definition: member.key, source)
    }
  }

  /// The column that holds the time.
  mutating func timeColumn(_ value: JSON5Value) -> TimeColumn? {
    guard let reader = ObjectReader(value, "'time'", keys: ["column"], &mistakes) else {
      return nil
    }
    guard let column = reader.value("column") else {
      mistakes.add(
        .missingKey,
        "'time' does not name a column",
        at: value.range,
        hint: "write  time: { column: \"…\" }"
      )
      return nil
    }
    return mistakes.string(column, "'column'").map {
      TimeColumn(name: $0.text, place: column.range)
    }
  }
}
