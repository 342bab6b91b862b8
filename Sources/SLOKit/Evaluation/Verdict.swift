/// The decision on a run and the sentence that says why.
///
/// The order is that of severity: what ends everything, what is bad, what is not known, what is
/// not good enough.
struct Verdict {
  let decision: Decision
  let cause: Evaluation.Cause
  let reason: String

  init(
    objectives: [ObjectiveResult],
    aborts: [AbortResult],
    requirements: [RequirementResult],
    checklists: [Checklist],
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
      switch policy {
      case .acceptingYellow(let most) where yellow.count > most:
        self.init(.hold, .breach, Self.phrase(yellow))
      case .scoring(let limits) where score ?? 0 < limits.proceed:
        self.init(.hold, .breach, Self.phrase(score ?? 0, below: limits.proceed, "proceed", gates))
      case .acceptingYellow: self.init(.proceed, .clean, Self.phrase(clean: gates))
      case .scoring: self.init(.proceed, .clean, Self.phrase(score ?? 0, gates))
      }
    }
  }

  private init(_ decision: Decision, _ cause: Evaluation.Cause, _ reason: String) {
    self.decision = decision
    self.cause = cause
    self.reason = reason.capitalizedSentence
  }
}

// MARK: - Sentences

extension Verdict {
  private static func phrase(_ abort: AbortResult) -> String {
    var text = "the abort condition '\(abort.when)' held"
    if let samples = abort.samples { text += " on \(counted(samples, "sample"))" }
    if let line = abort.line { text += ", first on line \(line)" }
    if let timestamp = abort.timestamp { text += " at \(timestamp)" }
    return text
  }

  private static func phrase(_ missed: [ObjectiveResult]) -> String {
    guard let first = missed.first else { return "" }
    return "\(first.objective.name) is \(first.display), \(first.limitPhrase)"
      + more(missed.count - 1, "\(first.status.rawValue) objective")
  }

  private static func phrase(
    _ unmet: [RequirementResult],
    _ unmeasured: [ObjectiveResult],
    _ unchecked: [Checklist]
  ) -> String {
    var parts = unmet.map(\.phrase)
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
        "\(green) of \(counted(green + yellow, "measured objective")) "
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

extension ObjectiveResult {
  /// How the value lies to its limits, for a sentence.
  var limitPhrase: String {
    guard let bands = objective.bands else { return "" }
    switch status {
    case .yellow: return "not within green (\(bands.green.text))"
    case .red:
      let limit = bands.yellow ?? bands.green
      return bands.red.map { "which is red (\($0.text))" } ?? "beyond its limit (\(limit.text))"
    case .na, .info, .green: return ""
    }
  }
}

extension Checklist {
  /// What is not checked, for a sentence.
  var phrase: String {
    let items = uncheckedRequired
    guard let first = items.first else { return "" }
    return "\(Verdict.counted(items.count, "item")) of \(name) "
      + (items.count == 1 ? "is not checked: " : "are not checked, the first is ")
      + "'\(first.text)' (line \(first.line))"
  }
}

extension RequirementResult {
  /// What is missing, for a sentence.
  var phrase: String {
    guard let value else { return "the \(kind.rawValue) cannot be told without timestamps" }
    switch kind {
    case .samples:
      return "there \(value == 1 ? "is" : "are") \(Verdict.counted(Int(value), "sample")) "
        + "of the required \(Int(required))"
    case .duration:
      return "the samples cover \(QuantityFormat.duration(value)) "
        + "of the required \(QuantityFormat.duration(required))"
    case .gap:
      return "there is a gap of \(QuantityFormat.duration(value))"
        + (line.map { " before line \($0)" } ?? "")
        + ", longer than \(QuantityFormat.duration(required))"
    case .coverage:
      return "an objective is measured on \(QuantityFormat.text(value, .ratio)) of the samples, "
        + "less than the required \(QuantityFormat.text(required, .ratio))"
    case .clean:
      return "\(Verdict.counted(Int(value), "warning")) about the data, and none is accepted"
    }
  }
}
