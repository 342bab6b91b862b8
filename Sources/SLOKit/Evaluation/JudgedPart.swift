/// A part of the run that is judged on its own: a phase, or the whole run when there are none.
struct JudgedPart: Sendable {
  /// The phase's name; `nil` for the whole run.
  let name: String?
  let objectives: [Objective]
  /// What the part must offer as evidence; what the whole run must offer is judged apart.
  let requirements: Requirements
  /// Whether a run may have no sample of it.
  let isOptional: Bool
  /// The samples of the run that it has.
  let scope: Aggregate.Scope
  /// The samples of the baseline that it is compared with.
  let baselineScope: Aggregate.Scope
}

extension JudgedPart {
  /// An aggregate of the rules, over the samples of this part.
  func located(_ aggregate: Aggregate) -> Aggregate {
    switch aggregate.source {
    case .candidate: aggregate.within(scope)
    case .baseline: aggregate.within(baselineScope)
    }
  }

  /// How many samples it has.
  var sampleCount: Aggregate { .sampleCount(nil).within(scope) }

  /// How long the samples of the part cover, and the gaps between them.
  var timeline: Aggregate {
    Aggregate(function: .duration, operand: .none, filter: nil).within(scope)
  }
}

extension RuleSet {
  /// The parts that are judged; only the phase called `name`, when there is a name.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-phase`.
  func judgedParts(only name: String?) throws(Diagnostic) -> [JudgedPart] {
    guard let name else {
      let places = phases.indices.filter { phases[$0].isJudged }
      return phases.isEmpty ? [wholeRun] : places.map { part($0) }
    }
    guard let place = phases.firstIndex(where: { $0.name == name }) else {
      let names = phases.map(\.name)
      throw Diagnostic(
        .unknownPhase,
        "the rules have no phase '\(name)'",
        hint: spellingHint(for: name, among: names)
          ?? (names.isEmpty ? nil : "phases are \(names.joined(by: ", "))")
      )
    }
    return [part(place, isOptional: false)]
  }

  /// The whole run as one part.
  var wholeRun: JudgedPart {
    JudgedPart(
      name: nil,
      objectives: objectives,
      requirements: Requirements(),
      isOptional: false,
      scope: .run,
      baselineScope: .run
    )
  }

  private func part(_ place: Int, isOptional: Bool? = nil) -> JudgedPart {
    let phase = phases[place]
    return JudgedPart(
      name: phase.name,
      objectives: phase.objectives,
      requirements: phase.requirements,
      isOptional: isOptional ?? phase.isOptional,
      scope: .phase(place),
      baselineScope: phase.baselinePart == .phase ? .phase(place) : .run
    )
  }
}
