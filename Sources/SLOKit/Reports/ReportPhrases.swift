/// The words that the reports for people share.
extension Decision {
  /// The decision in capitals, as a heading.
  var heading: String {
    switch self {
    case .proceed: "GO: proceed"
    case .hold: "NO-GO: hold"
    case .rollback: "NO-GO: roll back"
    }
  }
}

extension Status {
  /// A sign and a word, so that nobody depends on colour.
  var label: String { "\(sign) \(rawValue == "na" ? "NA" : rawValue)" }

  private var sign: String {
    switch self {
    case .green: "✓"
    case .yellow: "!"
    case .red: "✗"
    case .na: "?"
    case .info: "i"
    }
  }
}

extension ObjectiveResult {
  /// The limit in one cell: green, and what lies beyond.
  var limits: String {
    guard let bands = objective.bands else { return "–" }
    switch bands.beyond {
    case .red: return bands.green.text
    case .yellow(let band): return "\(bands.green.text), yellow \(band.text)"
    case .redBand(let band): return "\(bands.green.text), red \(band.text)"
    }
  }

  /// How many of the samples were measured.
  var evidence: String { "\(used)/\(total)" }

  /// Why the value does not count, or how exact it is; empty when there is nothing to say.
  var note: String {
    if let reason { return reason }
    guard let bounds, let value else { return "" }
    let distance = max(bounds.upperBound - value, value - bounds.lowerBound)
    guard distance <= Self.percentileError * abs(value) else {
      let dimension = objective.indicator.dimension
      return "between \(QuantityFormat.text(bounds.lowerBound, dimension)) and "
        + QuantityFormat.text(bounds.upperBound, dimension)
    }
    return "within 0.2 %"
  }

  /// The relative error that a percentile from a histogram has at most.
  private static let percentileError = 0.002
}

extension Evaluation {
  /// The score and its limits, when it decides.
  var scorePhrase: String? {
    guard case .scoring(let limits) = policy else { return nil }
    let value = score.map {
      QuantityFormat.text($0, .ratio, apartFrom: [limits.proceed, limits.hold])
    }
    return "\(value ?? "NA"), proceed from \(QuantityFormat.text(limits.proceed, .ratio)), "
      + "hold from \(QuantityFormat.text(limits.hold, .ratio))"
  }

  /// Whether some value is not exact.
  var isApproximate: Bool { results.contains { $0.bounds != nil } }

  /// What it means that some value is not exact.
  var approximationPhrase: String {
    "a percentile of more samples than are kept: the statuses are certain, and --exact finds the "
      + "exact value"
  }
}

extension RequirementResult {
  /// What is required and what there is, in one cell each.
  var display: (value: String, required: String) {
    func shown(_ number: Double) -> String {
      switch kind {
      case .samples, .clean: number.shortestDecimal
      case .duration, .gap: QuantityFormat.duration(number)
      case .coverage: QuantityFormat.text(number, .ratio)
      }
    }
    let sign =
      switch kind {
      case .samples, .duration, .coverage: "≥"
      case .gap, .clean: "≤"
      }
    let name =
      switch kind {
      case .duration: "time covered"
      case .clean: "warnings"
      case .samples, .gap, .coverage: kind.rawValue
      }
    return (value.map(shown) ?? "unknown", "\(name) \(sign) \(shown(required))")
  }
}

extension AbortResult {
  /// What happened, in one cell.
  var outcome: String {
    guard isTripped else { return isMeasured ? "did not trip" : "? never measured" }
    return "tripped" + (line.map { ", line \($0)" } ?? "")
      + (timestamp.map { ", \($0)" } ?? "")
      + (samples.map { ", \(Verdict.counted($0, "sample"))" } ?? "")
  }
}

extension Checklist {
  /// How many required items are checked: `10/11 (91 %)`.
  ///
  /// 100 % is said of all items alone, and 0 % of none.
  var countPhrase: String {
    let (checked, required) = (checked, required)
    guard required > 0 else { return "nothing required" }
    let percent = (200 * checked + required) / (2 * required)
    let shown = checked == required ? 100 : checked == 0 ? 0 : max(1, min(99, percent))
    return "\(checked)/\(required) (\(shown) %)"
  }
}

extension Checklist.Item {
  /// What is said behind the text of an item that is not checked.
  var remark: String { isOptional ? " (optional)" : "" }
}

extension Evaluation {
  /// Where the numbers come from, in one sentence.
  var provenance: String {
    var text = "\(input.source): \(Verdict.counted(input.samples, "sample"))"
    if input.samples != input.samplesInFile { text += " of \(input.samplesInFile)" }
    if let start = input.start, let end = input.end, let duration = input.duration {
      text += ", \(start) to \(end) (\(QuantityFormat.duration(duration)))"
    }
    return text
  }

  /// The rules, in one phrase.
  var rulesPhrase: String {
    rules.name == rules.source ? rules.name : "\(rules.name) (\(rules.source))"
  }

  /// The results of all objectives.
  var results: [ObjectiveResult] { phases.flatMap(\.objectives) }

  /// What a person can do next, the most urgent first.
  var nextSteps: [String] {
    var steps = action.map { [$0] } ?? []
    for requirement in requirements where !requirement.isMet {
      steps += requirement.nextStep.map { [$0] } ?? []
    }
    for checklist in checklists {
      let open = checklist.uncheckedRequired.count
      if open > 0 {
        steps.append("Settle \(Verdict.counted(open, "open item")) of \(checklist.name).")
      }
    }
    let results = results
    // Several phases may ask for the same.
    func add(_ step: String) {
      if !steps.contains(step) { steps.append(step) }
    }
    for result in results where result.status == .na && result.objective.isMandatory {
      add("Measure \(result.objective.name): \(result.reason ?? "it is NA").")
    }
    for result in results where result.status == .red || result.status == .yellow {
      guard let runbook = result.objective.runbook else { continue }
      add("\(result.objective.name): see \(runbook)")
    }
    return steps
  }
}

extension RequirementResult {
  fileprivate var nextStep: String? {
    guard let value else {
      return "Record a timestamp with each sample, so that the \(kind.rawValue) can be told."
    }
    switch kind {
    case .samples: return "Take \(Verdict.counted(Int(required - value), "more sample"))."
    case .duration: return "Let the run go on for \(QuantityFormat.duration(required - value))."
    case .gap:
      return "Find out why nothing was measured" + (line.map { " before line \($0)." } ?? ".")
    case .coverage: return "Find out why so many samples are NA."
    case .clean: return "Mend what the warnings name."
    }
  }
}
