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

  /// The decision as a word.
  var phrase: String {
    switch self {
    case .proceed: "proceed"
    case .hold: "hold"
    case .rollback: "roll back"
    }
  }
}

extension Status {
  /// A sign and a word, so that nobody depends on colour.
  var label: String { "\(sign) \(rawValue == "na" ? "NA" : rawValue)" }

  var sign: String {
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

  /// The status and the value, in one cell.
  var summary: String { "\(status.sign) \(display)" }

  /// The indicator's value on the baseline, in one cell; of a comparison, the baseline's median.
  var baselineDisplay: String {
    if let comparison {
      return QuantityFormat.text(comparison.baselineMedian, objective.comparedDimension)
    }
    return QuantityFormat.text(baseline ?? .nan, objective.indicator.dimension)
  }

  /// How many of the samples were measured.
  var evidence: String { "\(used)/\(total)" }

  /// Why the value does not count, or how exact it is; empty when there is nothing to say.
  var note: String {
    let thinned = thinning.map { $0.phrase(isComparison ? "compared" : "trend") }
    if let reason {
      // What a comparison found says nothing of how many values it rests on.
      guard let thinned, isComparison else { return reason }
      return "\(reason); \(thinned)"
    }
    if let thinned { return thinned }
    guard let bounds, let value else { return "" }
    let distance = max(bounds.upperBound - value, value - bounds.lowerBound)
    guard distance <= Self.percentileError * abs(value) else {
      let dimension = objective.indicator.dimension
      return "between \(QuantityFormat.text(bounds.lowerBound, dimension)) and "
        + QuantityFormat.text(bounds.upperBound, dimension)
    }
    return "within 0.2 %"
  }

  private var isComparison: Bool {
    objective.indicator.formula.aggregates.contains(where: \.isComparison)
  }

  /// The relative error that a percentile from a histogram has at most.
  private static let percentileError = 0.002
}

extension Thinning {
  /// What was used of what there was: `trend from 2,000 of 1,200,000 samples`.
  fileprivate func phrase(_ what: String) -> String {
    "\(what) from \(Self.grouped(points)) of \(Self.grouped(samples)) samples"
  }

  /// A number with commas between its thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(.comma) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
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
      + (extent.map { ", \($0)" } ?? "")
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

extension InputSummary {
  /// Where the numbers come from, in one sentence.
  var provenance: String {
    var text = "\(source): \(Verdict.counted(samples, "sample"))"
    if samples != samplesInFile { text += " of \(samplesInFile)" }
    return text + range(start, end)
  }
}

extension PhaseResult {
  /// The name, with what the phase consists of; `nil` when the whole run is one phase.
  var heading: String? {
    name.map { "\($0): \(extent)" }
  }

  /// How many samples it has, and from when to when.
  var extent: String { Verdict.counted(samples, "sample") + range(start, end) }
}

/// From when to when, behind something else; empty without timestamps.
private func range(_ start: Timestamp?, _ end: Timestamp?) -> String {
  guard let start, let end else { return "" }
  return ", \(start) to \(end) (\(QuantityFormat.duration(end.seconds(since: start))))"
}

extension Evaluation {
  /// What is required of the run and of its phases, with the phase's name.
  var allRequirements: [(phase: String?, requirement: RequirementResult)] {
    // Most rules require nothing of phases, and many nothing at all.
    if requirements.isEmpty, phases.allSatisfy(\.requirements.isEmpty) { return [] }
    return requirements.map { (nil, $0) }
      + phases.flatMap { phase in phase.requirements.map { (phase.name, $0) } }
  }

  /// Which phases of the rules have no results here, and why.
  var phasesLeftOut: [String] {
    if unjudgedPhases.isEmpty, unreachedPhases.isEmpty { return [] }
    return [("Phases not judged", unjudgedPhases), ("Phases without a sample", unreachedPhases)]
      .filter { !$0.1.isEmpty }
      .map { "\($0): \($1.joined(by: ", "))" }
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
    // More evidence does not undo a rollback: whoever rolls back must not be told to go on.
    if decision != .rollback { steps += stepsToEvidence }
    for result in results where result.status == .red || result.status == .yellow {
      guard let runbook = result.objective.runbook else { continue }
      steps.append("\(result.objective.name): see \(runbook)")
    }
    // Several phases may ask for the same.
    var distinct: [String] = []
    for step in steps where !distinct.contains(step) { distinct.append(step) }
    return distinct
  }

  /// What to do about the evidence that is missing.
  private var stepsToEvidence: [String] {
    var steps: [String] = []
    for (phase, requirement) in allRequirements where !requirement.isMet {
      steps.append((phase.map { "\($0): " } ?? "") + requirement.nextStep)
    }
    for checklist in checklists {
      let open = checklist.uncheckedRequired.count
      if open > 0 {
        steps.append("Settle \(Verdict.counted(open, "open item")) of \(checklist.name).")
      }
    }
    return steps + stepsToMeasure
  }

  /// The mandatory objectives that were not measured, each with the phases in which it was not.
  private var stepsToMeasure: [String] {
    guard let first = phases.first else { return [] }
    return first.objectives.indices.compactMap { index in
      let missing = phases.filter {
        $0.objectives[index].status == .na && $0.objectives[index].objective.isMandatory
      }
      guard let result = missing.first?.objectives[index] else { return nil }
      let names = missing.compactMap(\.name).joined(by: ", ")
      return "Measure \(result.objective.name)" + (names.isEmpty ? "" : " in \(names)")
        // The reason speaks of the samples of one phase.
        + (missing.count == 1 ? ": \(result.reason ?? "it is NA")." : ".")
    }
  }
}

extension RequirementResult {
  fileprivate var nextStep: String {
    guard let value else {
      return "Record a timestamp with each sample, so that the \(kind.rawValue) can be told."
    }
    switch kind {
    case .samples: return "Take \(Verdict.counted(Int(required - value), "more sample"))."
    case .duration: return "Let the run go on for \(QuantityFormat.duration(required - value))."
    case .gap: return "Find out why nothing was measured\(place)."
    case .coverage: return "Find out why so many samples are NA."
    case .clean: return "Mend what the warnings name."
    }
  }
}
