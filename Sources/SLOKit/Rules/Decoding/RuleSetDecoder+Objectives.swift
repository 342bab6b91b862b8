extension RuleSetDecoder {
  private static let keys = [
    "name", "id", "sli", "compare", "worse", "floor", "confidence", "green", "yellow", "red",
    "mandatory", "weight", "role", "where",
    "min_samples", "min_coverage", "budget", "description", "runbook", "owner",
  ]

  /// Reads the objectives; a rule file without any judges nothing and is a mistake.
  mutating func objectives(_ value: JSON5Value?, in root: JSON5Value) -> [Objective] {
    guard let value else {
      mistakes.add(
        .missingKey,
        "the rule file has no objectives",
        at: root.range.lowerBound..<root.range.lowerBound + 1,
        hint: "add  objectives: [ { name: \"…\", sli: \"mean(…)\", green: \"<= …\" } ],"
      )
      return []
    }
    guard let items = mistakes.array(value, "'objectives'", atMost: RuleLimits.objectives) else {
      return []
    }
    if items.isEmpty {
      mistakes.add(.invalidValue, "there is no objective", at: value.range)
    }
    var names = NameTable<String>()
    var identifiers = NameTable<String>()
    return items.compactMap { item in
      guard let reader = ObjectReader(item, "an objective", keys: Self.keys, &mistakes) else {
        return nil
      }
      let name = self.name(reader, at: item.range, among: names)
      let identifier = self.identifier(reader, name: name, at: item.range, among: identifiers)
      names[name] = identifier
      identifiers[identifier] = name
      return objective(reader, name: name, identifier: identifier, at: item.range)
    }
  }

  private mutating func name(
    _ reader: ObjectReader,
    at place: Range<Int>,
    among names: NameTable<String>
  ) -> String {
    guard let value = reader.value("name") else {
      mistakes.add(
        .missingKey,
        "an objective has no name",
        at: place,
        hint: "add  name: \"…\","
      )
      return ""
    }
    let name = mistakes.string(value, "'name'")?.text ?? ""
    if names[name] != nil {
      mistakes.add(.nameClash, "two objectives are called '\(name)'", at: value.range)
    }
    return name
  }

  private mutating func identifier(
    _ reader: ObjectReader,
    name: String,
    at place: Range<Int>,
    among identifiers: NameTable<String>
  ) -> String {
    let value = reader.value("id")
    let identifier = mistakes.string(value, "'id'")?.text ?? Self.slug(of: name)
    if identifier.isEmpty, reader.value("name") != nil {
      mistakes.add(
        .invalidValue,
        "the objective '\(name)' has no id",
        at: value?.range ?? place,
        hint: "add an  id: \"…\",  of letters and digits"
      )
    }
    // Of two objectives with one name, the name is what is wrong.
    if !identifier.isEmpty, identifiers[identifier] != nil, identifiers[identifier] != name {
      mistakes.add(
        .nameClash,
        "two objectives have the id '\(identifier)'",
        at: value?.range ?? place,
        hint: "add an  id: \"…\",  of its own"
      )
    }
    return identifier
  }

  /// The name in lower case, with one hyphen between its words.
  static func slug(of name: String) -> String {
    var slug: [UInt8] = []
    var needsHyphen = false
    for byte in name.utf8 {
      guard byte.isLetter || byte.isDigit || byte >= 0x80 else {
        needsHyphen = !slug.isEmpty
        continue
      }
      if needsHyphen { slug.append(.minus) }
      needsHyphen = false
      slug.append(byte.lowercased)
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private mutating func objective(
    _ reader: ObjectReader,
    name: String,
    identifier: String,
    at place: Range<Int>
  ) -> Objective? {
    let role =
      mistakes.choice(reader.value("role"), "role", as: Objective.Role.self) ?? .gate
    let filter = reader.value("where").flatMap { sampleCondition($0, "where") }
    let measured = indicator(reader, at: place)
    let bands = self.bands(
      reader,
      name: name,
      role: role,
      indicator: measured?.typed,
      at: place
    )
    let isMandatory = mistakes.boolean(reader.value("mandatory"), "'mandatory'") ?? false
    if isMandatory, role == .info, let value = reader.value("mandatory") {
      mistakes.add(
        .invalidValue,
        "an objective that only informs cannot be mandatory",
        at: value.range
      )
    }
    let weight = self.weight(reader.value("weight"))
    let minimumSamples = reader.value("min_samples").flatMap { wholeNumber($0, "'min_samples'") }
    let minimumCoverage = reader.value("min_coverage").flatMap { share($0, "'min_coverage'") }
    guard let measured else { return nil }
    if hasPhases {
      indicators[identifier] = measured
    } else if let value = reader.value("confidence"), !measured.isCompared(bands) {
      mistakes.add(
        .invalidValue,
        "'confidence' means something only where a run is compared with its baseline",
        at: value.range,
        hint: "use 'compare', or shift(…) in 'sli'"
      )
    }
    let indicator = measured.indicator
    let budget = budget(reader.value("budget"))
    if let bands { check(bands, of: measured, hasBudget: budget != nil) }
    return Objective(
      id: identifier,
      name: name,
      indicator: indicator.filtered(by: filter),
      bands: bands?.with(confidence: measured.confidence).filtered(by: filter),
      isMandatory: isMandatory,
      weight: role == .info ? 0 : weight,
      role: role,
      minimumSamples: minimumSamples,
      minimumCoverage: minimumCoverage,
      comparison: measured.comparison,
      comparedDimension: measured.comparedDimension,
      budget: budget,
      description: mistakes.string(reader.value("description"), "'description'")?.text,
      runbook: mistakes.string(reader.value("runbook"), "'runbook'")?.text,
      owner: mistakes.string(reader.value("owner"), "'owner'")?.text,
      filter: filter
    )
  }

  private mutating func indicator(
    _ reader: ObjectReader,
    at place: Range<Int>
  ) -> CheckedIndicator? {
    if let value = reader.value("compare") { return comparedIndicator(value, reader, at: place) }
    _ = comparison(reader, unit: nil, at: place)
    let confidence = confidence(reader.value("confidence"))
    guard let value = reader.value("sli") else {
      mistakes.add(
        .missingKey,
        "an objective has no indicator",
        at: place,
        hint: "add  sli: \"mean(…)\","
      )
      return nil
    }
    guard let parsed = parse(value, "'sli'"),
      let (formula, typed) = check(parsed, { $0.runValue($1) })
    else { return nil }
    if formula.constantValue != nil {
      mistakes.add(.invalidValue, "the indicator measures nothing", at: value.range)
    }
    return CheckedIndicator(
      indicator: Indicator(
        text: text(parsed),
        formula: formula,
        dimension: typed.knownUnit?.dimension
      ).with(confidence: confidence),
      typed: typed,
      confidence: confidence
    )
  }

  /// The shift of what is compared.
  private mutating func comparedIndicator(
    _ value: JSON5Value,
    _ reader: ObjectReader,
    at place: Range<Int>
  ) -> CheckedIndicator? {
    let checked = parse(value, "'compare'").flatMap { parsed in
      check(parsed) { $0.measuredValue($1) }.map { (parsed, $0.0, $0.1) }
    }
    let rule = comparison(reader, unit: checked?.2.knownUnit, at: place)
    guard let (parsed, formula, typed) = checked, let rule else { return nil }
    let shift = Comparison(statistic: .shift, confidence: rule.confidence)
    let aggregate = Aggregate(
      function: .comparison(shift),
      operand: .value(formula),
      filter: nil
    )
    return CheckedIndicator(
      indicator: Indicator(
        text: "shift(\(text(parsed)))",
        formula: .leaf(aggregate),
        dimension: .ratio
      ),
      typed: TypedValue(formula: .run(.leaf(aggregate)), unit: .known(.ratio), size: typed.size),
      comparison: rule,
      comparedDimension: typed.knownUnit?.dimension
    )
  }

  /// Checks what the bands of an objective, or those of a phase, must be beyond making sense.
  mutating func check(
    _ bands: Bands,
    of checked: CheckedIndicator,
    hasBudget: Bool
  ) {
    if let rule = checked.comparison { checkLimits(of: bands, rule, checked.indicator) }
    if hasBudget { checkBudget(of: bands, checked.indicator) }
  }

  private mutating func weight(_ value: JSON5Value?) -> Double {
    guard let value else { return 1 }
    guard case .number(let number) = value.kind, number.value >= 0, number.value.isFinite else {
      mistakes.add(
        .invalidValue,
        "expected 'weight' to be a number from 0",
        at: value.range
      )
      return 1
    }
    return number.value
  }
}

/// An indicator, and what the bands compare with it.
struct CheckedIndicator {
  let indicator: Indicator
  let typed: TypedValue
  /// What the objective says of the intervals in it.
  var confidence: Double?
  var comparison: ComparisonRule?
  var comparedDimension: Dimension?

  /// Whether the indicator or one of the bands rests on a comparison with the baseline.
  func isCompared(_ bands: Bands?) -> Bool {
    var aggregates = indicator.formula.aggregates
    bands?.forEach { aggregates += $0.condition.aggregates }
    return aggregates.contains(where: \.isComparison)
  }
}
