/// Something that a person should look at, with the line that it is about.
///
/// The formats for machines that show notes beside lines share this list.
struct Finding {
  enum Level: String {
    /// It alone makes the decision a rollback.
    case error
    /// It holds the run, or would under stricter rules.
    case warning
    /// It is odd, and decides nothing.
    case note
  }

  /// A stable name of what is wrong, the same from run to run: `objective/p95-latency`.
  let rule: String
  /// What is looked at.
  let title: String
  let message: String
  let level: Level
  /// The phase, in a run that has phases.
  var phase: String?
  /// The line of the rule file, or of the checklist; of the metrics where there is none.
  var location: SourceLocation?
  /// The line of the metrics on which it was seen.
  var sample: SourceLocation?
}

extension Evaluation {
  /// Everything that stands in the way of a GO, the most urgent first, then what is odd.
  var findings: [Finding] {
    let findings =
      abortFindings
      + phases.flatMap { phase in phase.objectives.compactMap { finding($0, in: phase) } }
      + requirementFindings + checklistFindings
    let sorted =
      findings.filter { $0.level == .error } + findings.filter { $0.level == .warning }
      + findings.filter { $0.level == .note }
    return sorted + warningFindings
  }

  private var abortFindings: [Finding] {
    aborts.enumerated().filter(\.element.isTripped).map { number, abort in
      let sample = abort.line.map { SourceLocation(file: input.source, line: $0, column: 1) }
      return Finding(
        rule: "abort/\(number + 1)",
        title: "Abort condition \(abort.when)",
        message: "'\(abort.when)' \(abort.outcome)",
        level: .error,
        location: location(of: abort.place) ?? sample,
        sample: sample
      )
    }
  }

  private func finding(_ result: ObjectiveResult, in phase: PhaseResult) -> Finding? {
    let objective = result.objective
    guard objective.role == .gate else { return nil }
    let level: Finding.Level
    let message: String
    switch result.status {
    case .green, .info: return nil
    case .na:
      guard objective.isMandatory else { return nil }
      level = .warning
      message = "not measured: \(result.reason ?? "NA")"
    case .yellow:
      level = phase.decision.isGo ? .note : .warning
      message = "\(result.display), \(result.reason ?? result.limitPhrase)"
    case .red:
      level = .error
      message = "\(result.display), \(result.limitPhrase)"
    }
    return Finding(
      rule: "objective/\(objective.id)",
      title: objective.name,
      message: message,
      level: level,
      phase: phase.name,
      location: result.decisivePlace.flatMap { location(of: $0) } ?? metricsLocation
    )
  }

  private var requirementFindings: [Finding] {
    allRequirements.filter { !$0.requirement.isMet }.map { phase, requirement in
      let sample = requirement.line.map { SourceLocation(file: input.source, line: $0, column: 1) }
      return Finding(
        rule: "requirement/\(requirement.kind.rawValue)",
        title: "Requirement \(requirement.display.required)",
        message: requirement.phrase,
        level: .warning,
        phase: phase,
        location: sample ?? metricsLocation,
        sample: sample
      )
    }
  }

  private var checklistFindings: [Finding] {
    checklists.flatMap { checklist in
      checklist.uncheckedRequired.map { item in
        Finding(
          rule: "checklist/open-item",
          title: "Open item of \(checklist.name)",
          message: item.text,
          level: .warning,
          location: SourceLocation(file: checklist.name, line: item.line, column: 1)
        )
      }
    }
  }

  private var warningFindings: [Finding] {
    warnings.map { warning in
      Finding(
        rule: "data/\(warning.code.rawValue)",
        title: "Data: \(warning.code.rawValue)",
        message: warning.message,
        level: .note,
        location: metricsLocation
      )
    }
  }

  /// The place in the rule file; `nil` for a preset, which has no file.
  private func location(of place: Range<Int>) -> SourceLocation? {
    guard !Preset.all.contains(where: { $0.source == rules.source }) else { return nil }
    return rules.text.location(at: place.lowerBound)
  }

  /// The header of the metrics, where there is no better place; `nil` for standard input.
  private var metricsLocation: SourceLocation? {
    input.source == OpenFile.standardInputName
      ? nil : SourceLocation(file: input.source, line: 1, column: 1)
  }
}

extension ObjectiveResult {
  /// Where the rule file has the band that the status follows from.
  fileprivate var decisivePlace: Range<Int>? {
    guard let bands = objective.bands else { return nil }
    guard status == .red else { return bands.green.place }
    return (bands.red ?? bands.yellow ?? bands.green).place
  }
}
