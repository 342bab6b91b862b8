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
    let keys = ["unit", "kind", "optional", "constant"]
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
    return column
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
