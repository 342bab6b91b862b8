/// Turns the JSON5 of a rule file into a rule set, collecting every mistake on the way.
///
/// The order matters: expressions need the columns, the variables and the definitions.
struct RuleSetDecoder {
  static let version = 1

  private static let keys = [
    "slo", "name", "columns", "na", "time", "vars", "define", "require", "where", "objectives",
    "phases", "abort", "decision",
  ]

  var mistakes: Mistakes
  var context = CheckingContext()
  let overrides: [VariableOverride]
  var overrideMistakes = MistakeList()
  var unusedOverrides: [UnusedOverride] = []
  /// Whether there are phases, which may have bands of their own.
  private(set) var hasPhases = false
  /// The checked indicators of the objectives, by their ids, when there are phases.
  var indicators = NameTable<CheckedIndicator>()

  private init(_ source: SourceText, overrides: [VariableOverride]) {
    mistakes = Mistakes(in: source)
    self.overrides = overrides
  }

  /// Reads the rule set in `source`.
  ///
  /// With the header of the metrics, columns that are not in it are reported along with
  /// everything else.
  static func decode(
    _ source: SourceText,
    overrides: [VariableOverride],
    header: [String]?
  ) throws(Diagnostics) -> RuleSet {
    let root: JSON5Value
    do throws(Diagnostic) {
      root = try JSON5Reader.read(source)
    } catch {
      throw Diagnostics(error)
    }
    let (decoder, rules) = decoded(root, source, overrides, header)
    if let mistakes = decoder.mistakes.diagnostics {
      throw blame(overrides, for: mistakes) { overrides in
        decoded(root, source, overrides, header).decoder.mistakes.diagnostics
      }
    }
    if let mistakes = decoder.overrideMistakes.diagnostics { throw mistakes }
    return rules
  }

  private static func decoded(
    _ root: JSON5Value,
    _ source: SourceText,
    _ overrides: [VariableOverride],
    _ header: [String]?
  ) -> (decoder: RuleSetDecoder, rules: RuleSet) {
    var decoder = RuleSetDecoder(source, overrides: overrides)
    decoder.context.header = header
    let rules = decoder.ruleSet(root)
    if let header { decoder.checkColumns(of: rules, header: header) }
    return (decoder, rules)
  }

  /// Lays mistakes in the rules at the door of the override that makes them, where one does.
  ///
  /// The rules are fine without it then: whoever wrote them need not look at them.
  private static func blame(
    _ overrides: [VariableOverride],
    for mistakes: Diagnostics,
    mistakesWith: ([VariableOverride]) -> Diagnostics?
  ) -> Diagnostics {
    guard !overrides.isEmpty, mistakesWith([]) == nil else { return mistakes }
    var blamed: [Diagnostic] = []
    for override in overrides {
      if let own = mistakesWith([override]) { blamed.append(override.mistake(own.items[0])) }
    }
    // Where each alone is fine, they do not fit each other.
    if blamed.isEmpty, let last = overrides.last { blamed = [last.mistake(mistakes.items[0])] }
    return Diagnostics(blamed) ?? mistakes
  }

  private mutating func checkColumns(of rules: RuleSet, header: [String]) {
    for (column, place) in rules.missingColumns(in: header) {
      mistakes.add(.unknownColumn, column.message, at: place, hint: column.hint(header))
    }
  }

  private mutating func ruleSet(_ root: JSON5Value) -> RuleSet {
    let reader = ObjectReader(root, "the rule file", keys: Self.keys, &mistakes)
    checkVersion(reader?.value("slo"), of: root)
    context.missingTokens = missingTokens(reader?.value("na"))
    columns(reader?.value("columns"))
    variables(reader?.value("vars"))
    definitions(reader?.value("define"))
    let time = reader?.value("time").flatMap { timeColumn($0) }
    let filter = reader?.value("where").flatMap { rowFilter($0) }
    hasPhases = reader?.value("phases") != nil
    let objectives = reader.map { self.objectives($0.value("objectives"), in: root) } ?? []
    let phases = self.phases(reader?.value("phases"), objectives)
    let aborts = self.aborts(reader?.value("abort"))
    let requirements = reader?.value("require").flatMap { self.requirements($0) }
    let decision = self.decision(reader?.value("decision"), objectives: objectives)
    collectExpressionMistakes()
    checkColumnCount()
    return RuleSet(
      name: mistakes.string(reader?.value("name"), "'name'")?.text ?? mistakes.source.name,
      objectives: objectives,
      phases: phases,
      aborts: aborts,
      requirements: requirements ?? Requirements(),
      policy: decision.policy,
      actions: decision.actions,
      text: mistakes.source,
      columns: context.columns,
      time: time,
      missingTokens: context.missingTokens,
      filter: filter,
      unusedOverrides: unusedOverrides
    )
  }

  private mutating func checkVersion(_ value: JSON5Value?, of root: JSON5Value) {
    guard let value else {
      guard case .object = root.kind else { return }
      mistakes.add(
        .missingKey,
        "the format version is missing",
        at: root.range.prefix(1),
        hint: "begin with  slo: \(Self.version),"
      )
      return
    }
    guard case .number(let number) = value.kind, number.value == Double(Self.version) else {
      mistakes.add(
        .unsupportedVersion,
        "unsupported format version",
        at: value.range,
        hint: "this program reads  slo: \(Self.version)"
      )
      return
    }
  }

  private mutating func checkColumnCount() {
    let columns = context.columns.columns
    guard columns.count > ColumnTable.limit else { return }
    mistakes.add(
      .tooLarge,
      "\(columns.count) columns, more than the limit of \(ColumnTable.limit)",
      at: columns[ColumnTable.limit].place,
      hint: "judge by several rule files"
    )
  }

  private mutating func collectExpressionMistakes() {
    for (error, place) in context.errors {
      mistakes.add(error.code, error.message, at: place, hint: error.hint)
    }
    context.errors = []
  }
}

// MARK: - Expressions

extension RuleSetDecoder {
  /// An expression of the rule file, parsed and ready to be checked.
  struct Parsed {
    let expression: Expression
    let source: CheckingContext.Source
    let range: Range<Int>
  }

  /// Parses the expression in `value`; a mistake is reported.
  mutating func parse(_ value: JSON5Value?, _ what: String) -> Parsed? {
    guard let value, let string = mistakes.string(value, what) else { return nil }
    let source = CheckingContext.Source(text: string.text, place: string.sourceRange)
    do throws(TextError) {
      let expression = try Expression(parsing: string.text)
      return Parsed(expression: expression, source: source, range: value.range)
    } catch {
      context.errors.append((error, source.place(error.range)))
      return nil
    }
  }

  /// Lets a checker work on `parsed` and takes over what it finds.
  mutating func check<Result>(
    _ parsed: Parsed,
    indicator: TypedValue? = nil,
    _ body: (inout Checker, Expression) -> Result?
  ) -> Result? {
    var checker = Checker(context, source: parsed.source, indicator: indicator)
    // The checker has the context to itself: what two of them share is copied when it changes.
    context = CheckingContext()
    let result = body(&checker, parsed.expression)
    context = checker.context
    return result
  }

  /// The condition that says which rows count; it cannot depend on which of them do.
  mutating func rowFilter(_ value: JSON5Value) -> SampleCondition? {
    guard let condition = sampleCondition(value, "where") else { return nil }
    if condition.columns.contains(where: { context.columns[$0].isDerived }) {
      mistakes.add(
        .wrongArguments,
        "'where' says which rows there are, so it cannot look at the rows before",
        at: value.range,
        hint: "put the window into the 'where' of an objective or an aggregate"
      )
    }
    return condition
  }

  mutating func sampleCondition(_ value: JSON5Value, _ what: String) -> SampleCondition? {
    guard let parsed = parse(value, "'\(what)'") else { return nil }
    return check(parsed) { $0.sampleCondition($1) }?.0
  }

  /// The expression as it is written, with the values of quantities put in; switches keep their
  /// names.
  func text(_ parsed: Parsed) -> String {
    var text = ""
    var position = 0
    let bytes = Array(parsed.source.text.utf8)
    for use in parsed.expression.variables {
      guard case .quantity(let quantity) = context.variables[use.name] else { continue }
      text += String(decoding: bytes[position..<use.range.lowerBound], as: UTF8.self)
      text += quantity.description
      position = use.range.upperBound
    }
    guard position > 0 else { return parsed.source.text }
    return text + String(decoding: bytes[position...], as: UTF8.self)
  }
}
