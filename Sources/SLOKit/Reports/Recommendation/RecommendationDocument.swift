/// A recommendation as a document that people read and sign.
struct RecommendationDocument {
  let recommendation: Recommendation

  var blocks: [DraftBlock] {
    [
      summary, provenance, targets, revisions, refusals, evidence, outcomes, aborts, backtests,
      budgets, notes, leftOut, warnings, adoption,
    ].flatMap(\.self)
  }
}

extension RecommendationDocument {
  private var nextSamples: String { Verdict.counted(recommendation.nextSamples, "sample") }

  private var proposed: [TargetRecommendation] { recommendation.targets.filter(\.isProposed) }

  private var summary: [DraftBlock] {
    let (count, all) = (proposed.count, recommendation.targets.count)
    let runs = recommendation.inputs.count
    var text =
      "\(count) of \(all) metrics have a recommendation, from "
      + Verdict.counted(recommendation.inputs.reduce(0) { $0 + $1.samples }, "sample") + " in "
      + (runs == 1 ? "one run." : "\(runs) runs.")
    if recommendation.options.method == .prediction {
      text +=
        " A suggested target is one that the next run of \(nextSamples) is beyond with a "
        + "probability of at most \(percent(recommendation.options.alpha)) when nothing changes; "
        + "beyond red, at most \(percent(recommendation.options.redAlpha))."
    } else {
      text += " Targets are rules of thumb on the means: they promise nothing."
    }
    return [
      .heading("SLO draft", level: 1), .paragraph(text),
      .paragraph(
        "This is a draft from what was observed, not from what users need: a target may well be "
          + "tighter or looser for reasons that no metrics file knows."
      ),
    ]
  }

  private var provenance: [DraftBlock] {
    var lines = recommendation.inputs.map { input in
      var line = "\(input.source): \(Verdict.counted(input.samples, "sample"))"
      if let start = input.start, let end = input.end { line += ", \(start) to \(end)" }
      return line + ", SHA-256 \(input.fingerprint)"
    }
    lines.append("Method: \(methodPhrase)")
    lines.append(
      recommendation.rules.map { "Present rules: \($0.name) (\($0.source))" }
        ?? "No rules were given: metrics, units and directions are inferred from the columns"
    )
    if !recommendation.overrides.isEmpty {
      let settings = recommendation.overrides.map { "\($0.name)=\($0.value)" }
      lines.append("Variables that were given other values: \(settings.joined(by: ", "))")
    }
    lines += phases
    return [.heading("Where this comes from", level: 2), .list(lines)]
  }

  /// Which samples count when the rules have phases.
  private var phases: [String] {
    switch recommendation.phases.count {
    case 0: []
    case 1: ["Phase: \(recommendation.phases[0]); the samples of other phases are left out"]
    default:
      [
        "Phases: \(recommendation.phases.joined(by: ", ")), taken together; samples outside of them are "
          + "left out, and so are the bands that a phase has of its own: --phase drafts for one of them"
      ]
    }
  }

  private var methodPhrase: String {
    let options = recommendation.options
    switch options.method {
    case .heuristic: return "heuristic, the classic rules on the means of the run"
    case .prediction:
      return "prediction, alpha \(percent(options.alpha)) for the suggested target, "
        + "\(percent(options.redAlpha)) for red, next run of \(nextSamples)"
    }
  }

  private var refusals: [DraftBlock] {
    let refused = recommendation.targets.filter { !$0.isProposed }
    guard !refused.isEmpty else { return [] }
    return [
      .heading("No recommendation", level: 2),
      .list(
        refused.map { target in
          "\(target.name), \(target.indicator): no recommendation; \(target.refusal ?? "")"
            + (target.heuristic.map { "; the classic rule would say \($0.literal)" } ?? "")
        }
      ),
    ]
  }

  private var notes: [DraftBlock] {
    let items = recommendation.targets.flatMap { target in
      target.notes.map { "\(target.name): \($0)" }
    }
    return items.isEmpty ? [] : [.heading("What to know", level: 2), .list(items)]
  }

  private var leftOut: [DraftBlock] {
    guard !recommendation.leftOut.isEmpty else { return [] }
    return [
      .heading("Columns left out", level: 2),
      .list(recommendation.leftOut.map { "\($0.name): \($0.reason)" }),
    ]
  }

  private var warnings: [DraftBlock] {
    guard !recommendation.warnings.isEmpty else { return [] }
    return [
      .heading("Warnings about the data", level: 2), .list(recommendation.warnings),
    ]
  }

  private var adoption: [DraftBlock] {
    [
      .heading("Before adopting", level: 2),
      .list(
        [
          "Was this a run as it should be: usual load, no incident, the version that is to be kept?",
          "Does each target fit what users notice? If a tighter one is needed, the service must change, "
            + "not the gate.",
          "Are direction and unit of each metric right? See Evidence.",
        ] + rarities + [
          "Will the next run be as long as is reckoned with here, and measured in the same way?",
          "Draft again when the service or its load has changed.",
        ]
      ),
    ]
  }

  /// What so few samples may not have seen; with a confidence of 95 %, n samples without something show
  /// that it happens on at most 1 − 0.05^(1 ÷ n) of them (Clopper & Pearson, 1934, for a count of 0).
  private var rarities: [String] {
    guard recommendation.options.method == .prediction,
      let fewest = proposed.compactMap({ $0.observed?.used }).min(), fewest > 0
    else { return [] }
    let share = ProportionBound.upper(successes: 0, trials: fewest, confidence: 0.95)
    let percent = QuantityFormat.text(share, .ratio)
    return [
      "Was all that happens now and then part of it? \(fewest) samples may well have missed what comes on "
        + "up to \(percent) of them, and no target knows of that."
    ]
  }

  func percent(_ share: Double) -> String {
    DecimalNumber(share, powerOfTen: 2).map { "\($0) %" } ?? "NA"
  }
}

extension TargetRecommendation {
  /// A value of the indicator for people.
  func shown(_ value: Double?) -> String {
    value.map { QuantityFormat.text($0, dimension) } ?? "–"
  }
}
