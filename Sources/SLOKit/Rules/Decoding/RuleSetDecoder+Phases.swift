extension RuleSetDecoder {
  private static let phaseKeys = [
    "name", "from", "to", "where", "judge", "optional", "baseline", "objectives", "require",
  ]

  /// Reads `phases`; `objectives` are those of the rule file.
  mutating func phases(_ value: JSON5Value?, _ objectives: [Objective]) -> [Phase] {
    guard let value,
      let items = mistakes.array(value, "'phases'", atMost: RuleLimits.phases)
    else { return [] }
    guard items.count * objectives.count <= RuleLimits.results else {
      mistakes.add(
        .tooLarge,
        "\(objectives.count) objectives in \(items.count) phases, more than \(RuleLimits.results) "
          + "results",
        at: value.range.prefix(1),
        hint: "judge by several rule files"
      )
      return []
    }
    var names = NameTable<Bool>()
    var phases: [Phase] = []
    for item in items {
      guard let reader = ObjectReader(item, "a phase", keys: Self.phaseKeys, &mistakes),
        let name = phaseName(reader, at: item.range, among: &names),
        let phase = phase(reader, name, objectives, at: item.range)
      else { continue }
      checkOverlap(of: phase, with: phases, at: item.range)
      phases.append(phase)
    }
    if !items.isEmpty, phases.count == items.count, !phases.contains(where: \.isJudged) {
      mistakes.add(.invalidValue, "no phase is judged", at: value.range)
    }
    return phases
  }

  private mutating func phaseName(
    _ reader: ObjectReader,
    at place: Range<Int>,
    among names: inout NameTable<Bool>
  ) -> String? {
    guard let value = reader.value("name") else {
      mistakes.add(.missingKey, "a phase has no name", at: place, hint: "add  name: \"…\",")
      return nil
    }
    guard let name = mistakes.string(value, "'name'")?.text else { return nil }
    if name.isEmpty { mistakes.add(.invalidValue, "a phase has no name", at: value.range) }
    if names[name] != nil {
      mistakes.add(.nameClash, "two phases are called '\(name)'", at: value.range)
    }
    names[name] = true
    return name
  }

  private mutating func phase(
    _ reader: ObjectReader,
    _ name: String,
    _ objectives: [Objective],
    at place: Range<Int>
  ) -> Phase? {
    let start = reader.value("from").flatMap { border($0, "'from'") }
    let end = reader.value("to").flatMap { border($0, "'to'") }
    let condition = reader.value("where").flatMap { rowFilter($0) }
    if ["from", "to", "where"].allSatisfy({ reader.value($0) == nil }) {
      mistakes.add(
        .missingKey,
        "nothing says which samples belong to the phase '\(name)'",
        at: place,
        hint: "add  from: \"0h\", to: \"2h\"  or  where: \"…\""
      )
    }
    if let end, let value = reader.value("to"),
      Self.isBefore(start ?? .offset(0), end) == false
    {
      mistakes.add(
        .invalidValue,
        "the phase '\(name)' ends before it begins",
        at: value.range,
        hint: "'from' is included, 'to' is not"
      )
    }
    let isJudged = mistakes.boolean(reader.value("judge"), "'judge'") ?? true
    let part = mistakes.choice(
      reader.value("baseline"),
      "part of the baseline",
      as: Phase.BaselinePart.self
    )
    return Phase(
      name: name,
      isJudged: isJudged,
      isOptional: mistakes.boolean(reader.value("optional"), "'optional'") ?? false,
      objectives: overridden(objectives, by: reader.value("objectives")),
      requirements: reader.value("require").flatMap { phaseRequirements($0) } ?? Requirements(),
      baselinePart: part ?? .phase,
      start: start,
      end: end,
      condition: condition
    )
  }

  /// What is odd about the data is told of the whole file.
  private mutating func phaseRequirements(_ value: JSON5Value) -> Requirements? {
    requirements(value, keys: ["samples", "duration", "gap", "coverage"])
  }
}

// MARK: - Borders

extension RuleSetDecoder {
  /// A distance from the first sample, or a moment.
  private mutating func border(_ value: JSON5Value, _ what: String) -> PhaseBorder? {
    if case .string(let string) = value.kind, let moment = TimestampParser.parse(date: string.text)
    {
      return .moment(moment)
    }
    guard let quantity = quantity(value, what) else { return nil }
    let nanoseconds = Int64(exactly: (quantity.baseValue() * 1e9).rounded())
    guard quantity.unit?.dimension == .time, let nanoseconds, nanoseconds >= 0 else {
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a time from the first sample or a moment, found '\(quantity)'",
        at: value.range,
        hint: "for example 2h or 2025-11-24T14:00:00Z"
      )
      return nil
    }
    return .offset(nanoseconds)
  }

  /// Whether one border is before another; `nil` when that depends on the run.
  private static func isBefore(_ a: PhaseBorder, _ b: PhaseBorder) -> Bool? {
    switch (a, b) {
    case (.offset(let a), .offset(let b)): a < b
    case (.moment(let a), .moment(let b)): a < b
    case (_, _): nil
    }
  }

  /// Of two phases that both claim a time, the second would silently be cut short.
  private mutating func checkOverlap(
    of phase: Phase,
    with others: [Phase],
    at place: Range<Int>
  ) {
    guard phase.condition == nil, phase.hasBorder else { return }
    func isOver(_ end: PhaseBorder?, by start: PhaseBorder?) -> Bool? {
      guard let end, let start else { return false }
      return Self.isBefore(start, end).map { !$0 }
    }
    for other in others where other.condition == nil && other.hasBorder {
      guard isOver(other.end, by: phase.start) == false, isOver(phase.end, by: other.start) == false
      else { continue }
      mistakes.add(
        .invalidValue,
        "the phases '\(other.name)' and '\(phase.name)' overlap",
        at: place,
        hint: "a sample belongs to one phase only"
      )
    }
  }
}

// MARK: - Objectives of a phase

extension RuleSetDecoder {
  /// The objectives with the bands that a phase gives some of them.
  private mutating func overridden(_ objectives: [Objective], by value: JSON5Value?) -> [Objective]
  {
    guard let value, let members = mistakes.members(value, "'objectives' of a phase") else {
      return objectives
    }
    var objectives = objectives
    for member in members {
      let index =
        objectives.firstIndex { $0.name == member.key }
        ?? objectives.firstIndex { $0.id == member.key }
      guard let index else {
        mistakes.add(
          .unknownKey,
          "no objective is called '\(member.key)'",
          at: member.keyRange,
          hint: spellingHint(for: member.key, among: objectives.map(\.name))
            ?? "objectives are \(objectives.prefix(6).map(\.name).joined(by: ", "))"
        )
        continue
      }
      objectives[index].bands =
        bands(of: objectives[index], member.value) ?? objectives[index].bands
    }
    return objectives
  }

  /// The bands that take the place of all that the objective has elsewhere.
  private mutating func bands(of objective: Objective, _ value: JSON5Value) -> Bands? {
    let what = "the objective '\(objective.name)' of a phase"
    let keys = ["green", "yellow", "red"]
    guard let reader = ObjectReader(value, what, keys: keys, &mistakes) else { return nil }
    let checked = indicators[objective.id]
    let bands = self.bands(
      reader,
      name: objective.name,
      role: objective.role,
      hint: "a phase changes nothing but the bands of an objective: add  green: \"<= …\"",
      indicator: checked?.typed,
      at: value.range
    )
    guard let bands, let checked else { return nil }
    check(bands, of: checked, hasBudget: objective.budget != nil)
    return bands.with(confidence: checked.confidence).filtered(by: objective.filter)
  }
}
