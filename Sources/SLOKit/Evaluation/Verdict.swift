/// The decision on a run or on a part of it, and the sentence that says why.
///
/// The order is that of severity: what ends everything, what is bad, what is not known, what is
/// not good enough.
struct Verdict {
  let decision: Decision
  let cause: Evaluation.Cause
  /// Why, without a capital letter and a full stop.
  private let phrase: String

  /// Why, in one sentence.
  var reason: String { phrase.capitalizedSentence }

  private init(_ decision: Decision, _ cause: Evaluation.Cause, _ phrase: String) {
    self.decision = decision
    self.cause = cause
    self.phrase = phrase
  }
}

extension Verdict {
  /// The verdict on a part of a run, or on a whole one.
  init(
    objectives: [ObjectiveResult],
    aborts: [AbortResult] = [],
    requirements: [RequirementResult],
    checklists: [Checklist] = [],
    score: Double?,
    policy: DecisionPolicy
  ) {
    let gates = objectives.filter { $0.objective.role == .gate }
    let red = gates.filter {
      $0.status == .red && (!policy.isScoring || $0.objective.isMandatory)
    }
    let yellow = gates.filter { $0.status == .yellow }
    let unmeasured = gates.filter {
      $0.status == .na && $0.objective.isMandatory || $0.isUndecided
    }
    let unmet = requirements.filter { !$0.isMet }
    let unchecked = checklists.filter { !$0.uncheckedRequired.isEmpty }
    if let abort = aborts.first(where: \.isTripped) {
      let others = aborts.count(where: \.isTripped) - 1
      self.init(.rollback, .abort, Self.phrase(abort) + Self.more(others, "abort condition"))
    } else if !red.isEmpty {
      self.init(.rollback, .breach, Self.phrase(red))
    } else if case .scoring(let limits) = policy, let score, score < limits.hold {
      self.init(.rollback, .breach, Self.phrase(score, below: limits.hold, "hold", gates))
    } else if !unmet.isEmpty || !unmeasured.isEmpty || !unchecked.isEmpty {
      self.init(.hold, .insufficientEvidence, Self.phrase(unmet, unmeasured, unchecked))
    } else if !gates.contains(where: { $0.status != .na }) {
      self.init(.hold, .insufficientEvidence, "no objective has data, so nothing was judged")
    } else {
      switch (policy, score) {
      case (.acceptingYellow(let most), _) where yellow.count > most:
        self.init(.hold, .breach, Self.phrase(yellow))
      case (.acceptingYellow, _):
        self.init(.proceed, .clean, Self.phrase(clean: gates) + Self.phrase(tolerated: objectives))
      case (.scoring, nil):
        let nothing = "no objective with a weight has data, so there is no score"
        self.init(.hold, .insufficientEvidence, nothing)
      case (.scoring(let limits), let score?) where score < limits.proceed:
        self.init(.hold, .breach, Self.phrase(score, below: limits.proceed, "proceed", gates))
      case (.scoring, let score?):
        self.init(
          .proceed,
          .clean,
          Self.phrase(score, gates) + Self.phrase(tolerated: objectives)
        )
      }
    }
  }

  /// The verdict on a run: the worst one of its phases and of what counts for the run as a whole.
  init(
    phases: [PhaseResult],
    aborts: [AbortResult],
    requirements: [RequirementResult],
    checklists: [Checklist],
    policy: DecisionPolicy
  ) {
    let unmet = requirements.filter { !$0.isMet }
    let unchecked = checklists.filter { !$0.uncheckedRequired.isEmpty }
    var verdicts: [Verdict] = []
    if let abort = aborts.first(where: \.isTripped) {
      let others = aborts.count(where: \.isTripped) - 1
      verdicts.append(
        Verdict(.rollback, .abort, Self.phrase(abort) + Self.more(others, "abort condition"))
      )
    }
    if !unmet.isEmpty || !unchecked.isEmpty {
      verdicts.append(Verdict(.hold, .insufficientEvidence, Self.phrase(unmet, [], unchecked)))
    }
    if phases.isEmpty {
      verdicts.append(
        Verdict(.hold, .insufficientEvidence, "the run has no phase that could be judged")
      )
    }
    let ofPhases = phases.map { Verdict($0, policy: policy) }
    let worst = (verdicts + ofPhases).map(\.severity).max() ?? 0
    if worst == 0 {
      self.init(.proceed, .clean, Self.phrase(clean: phases, policy))
    } else if let verdict = verdicts.first(where: { $0.severity == worst }) {
      self = verdict
    } else {
      let verdict = ofPhases.first { $0.severity == worst } ?? ofPhases[0]
      let others = ofPhases.count { $0.decision == verdict.decision } - 1
      self.init(verdict.decision, verdict.cause, verdict.phrase + Self.more(others, "phase"))
    }
  }

  /// The verdict on a phase, as a part of the one on the run.
  private init(_ phase: PhaseResult, policy: DecisionPolicy) {
    let verdict = Verdict(
      objectives: phase.objectives,
      requirements: phase.requirements,
      score: phase.score,
      policy: policy
    )
    self.init(
      verdict.decision,
      verdict.cause,
      "in \(phase.name ?? "the run"), \(verdict.phrase)"
    )
  }

  private var severity: Int { Self.severity(decision, cause) }

  /// How grave a verdict is: of two on parts of one whole, the graver one stands.
  static func severity(_ decision: Decision, _ cause: Evaluation.Cause) -> Int {
    switch (decision, cause) {
    case (.rollback, .abort): 4
    case (.rollback, _): 3
    case (.hold, .insufficientEvidence): 2
    case (.hold, _): 1
    case (.proceed, _): 0
    }
  }
}

// MARK: - Sentences

extension Verdict {
  private static func phrase(_ abort: AbortResult) -> String {
    var text = "the abort condition '\(abort.when)' held"
    if let extent = abort.extent { text += " on \(extent)" }
    if let line = abort.line { text += ", first on line \(line)" }
    if let timestamp = abort.timestamp { text += " at \(timestamp)" }
    return text
  }

  private static func phrase(_ missed: [ObjectiveResult]) -> String {
    guard let first = missed.first else { return "" }
    let finding = first.comparison == nil ? "" : first.reason.map { ": \($0)" } ?? ""
    return "\(first.objective.name) is \(first.display), \(first.limitPhrase)\(finding)"
      + more(missed.count - 1, "\(first.status.rawValue) objective")
  }

  private static func phrase(
    _ unmet: [RequirementResult],
    _ unmeasured: [ObjectiveResult],
    _ unchecked: [Checklist]
  ) -> String {
    // An objective without a verdict says more than its coverage does.
    let isSaid = !unmeasured.isEmpty
    var parts = unmet.filter { !isSaid || $0.kind != .coverage }.map(\.phrase)
    if let first = unmeasured.first {
      let names = unmeasured.map(\.objective.name).joined(by: ", ")
      let kind = unmeasured.allSatisfy(\.objective.isMandatory) ? "mandatory " : ""
      parts.append(
        unmeasured.count == 1
          ? "\(kind)\(names) has no verdict (\(first.reason ?? "NA"))"
          : "\(kind)objectives have no verdict: \(names)"
      )
    }
    for checklist in unchecked { parts.append(checklist.phrase) }
    return parts.joined(by: "; ")
  }

  private static func phrase(clean gates: [ObjectiveResult]) -> String {
    let green = gates.count { $0.status == .green }
    let yellow = gates.count { $0.status == .yellow }
    let unmeasured = gates.count - green - yellow
    let all =
      if yellow > 0 {
        green == 0
          ? "no measured objective is green, and \(yellow) yellow \(yellow == 1 ? "is" : "are") accepted"
          : "\(green) of \(counted(green + yellow, "measured objective")) "
            + "\(green == 1 ? "is" : "are") green, and \(yellow) yellow "
            + "\(yellow == 1 ? "is" : "are") accepted"
      } else if green == 1 {
        "the measured objective is green"
      } else {
        "all \(green) measured objectives are green"
      }
    return all
      + (unmeasured == 0 ? "" : "; \(counted(unmeasured, "optional objective")) had no data")
  }

  /// What is red in a run that goes on all the same: it only informs, or the score outweighs it.
  private static func phrase(tolerated objectives: [ObjectiveResult]) -> String {
    let red = objectives.filter { $0.status == .red }
    guard let first = red.first else { return "" }
    return "; \(first.objective.name) is red, which does not decide"
      + more(red.count - 1, "red objective")
  }

  private static func phrase(clean phases: [PhaseResult], _ policy: DecisionPolicy) -> String {
    let gates = phases.flatMap(\.objectives).filter { $0.objective.role == .gate }
    let lowest = phases.compactMap(\.score).min() ?? 0
    let phrase =
      (policy.isScoring ? phrase(lowest, gates) : phrase(clean: gates))
      + phrase(tolerated: phases.flatMap(\.objectives))
    return phases.count == 1
      ? "in \(phases[0].name ?? "the run"), \(phrase)"
      : "in \(phases.count) phases, \(phrase)"
  }

  private static func phrase(
    _ score: Double,
    below limit: Double,
    _ decision: String,
    _ gates: [ObjectiveResult]
  ) -> String {
    "the score is \(QuantityFormat.text(score, .ratio, apartFrom: [limit])), below the "
      + "\(QuantityFormat.text(limit, .ratio)) from which to \(decision)"
      + (worst(of: gates).map { "; the worst is \($0.objective.name), \($0.display)" } ?? "")
  }

  private static func phrase(_ score: Double, _ gates: [ObjectiveResult]) -> String {
    let count = gates.count { $0.status != .na }
    return "the score of \(counted(count, "measured objective")) is "
      + QuantityFormat.text(score, .ratio)
  }

  /// The first red objective, or the first yellow one.
  private static func worst(of gates: [ObjectiveResult]) -> ObjectiveResult? {
    gates.first { $0.status == .red } ?? gates.first { $0.status == .yellow }
  }

  private static func more(_ count: Int, _ what: String) -> String {
    count == 0 ? "" : "; \(counted(count, "more \(what)"))"
  }

  static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }
}

extension DecisionPolicy {
  /// Whether the score decides in place of single statuses.
  fileprivate var isScoring: Bool {
    switch self {
    case .acceptingYellow: false
    case .scoring: true
    }
  }
}

extension String {
  /// The text with an ASCII letter at its beginning in upper case, and a full stop.
  fileprivate var capitalizedSentence: String {
    var bytes = Array(utf8)
    if let first = bytes.first, first.isLetter { bytes[0] = first & ~0x20 }
    return String(decoding: bytes, as: UTF8.self) + "."
  }
}
