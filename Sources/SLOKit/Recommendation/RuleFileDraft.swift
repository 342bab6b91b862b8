extension Recommendation {
  /// A rule file with the suggested targets, in which every target says what it rests on.
  ///
  /// With present rules it is their file with the new targets; otherwise a new one, whose objectives
  /// the metrics of the draft meet.
  public func ruleFile() -> String {
    if let update = ruleFileUpdate() { return update.text }
    var lines = header + ["{", "  slo: 1,", "  name: \(RuleFileText.quoted(draftName)),", ""]
    lines.append("  columns: {")
    for (name, unit, isCounter) in targets.filter(\.isProposed).flatMap(\.columns) {
      lines.append("    \(RuleFileText.column(name, unit: unit, isCounter: isCounter)),")
    }
    lines += ["  },", ""]
    let required = samples.runs.map(\.count).min() ?? nextSamples
    lines += [
      "  // Targets are for runs of this length: a shorter one varies more.",
      "  require: { samples: \(min(required, nextSamples)) },", "", "  objectives: [",
    ]
    for target in targets { lines += objective(target) }
    lines += ["  ],", "}", ""]
    return lines.joined(separator: "\n")
  }

  private var draftName: String {
    "Draft from " + inputs.map(\.source).joined(separator: ", ")
  }

  private var header: [String] {
    var lines = ["// Targets drafted by slo-cli recommend, to be read before they are used."]
    for input in inputs {
      lines.append("// From \(input.source.escapedForTerminal), SHA-256 \(input.fingerprint)")
    }
    lines.append("// Green fits an unchanged run, yellow calls for a look, red is beyond chance.")
    return lines
  }

  private func objective(_ target: TargetRecommendation) -> [String] {
    guard let proposal = target.proposal else {
      return [
        "    // \(target.name.escapedForTerminal): no recommendation; "
          + "\((target.refusal ?? "").escapedForTerminal)"
      ]
    }
    var members = [
      "name: \(RuleFileText.quoted(target.name))",
      "sli: \(RuleFileText.quoted(target.indicator))",
    ]
    let sign = target.isLowerBetter ? "<" : ">"
    let equal = target.isStrict ? "" : "="
    members.append("green: \"\(sign)\(equal) \(proposal.suggested.literal)\"")
    if let red = proposal.red { members.append("yellow: \"\(sign)= \(red.literal)\"") }
    members.append(target.isMetByDraft ? "mandatory: true" : "role: \"info\"")
    let doubt =
      target.isMetByDraft
      ? [] : ["    // These samples do not meet it as a whole, so it only informs."]
    return ["    // \(proposal.rationale.escapedForTerminal)"] + doubt + [
      "    { \(members.joined(separator: ", ")) },"
    ]
  }
}
