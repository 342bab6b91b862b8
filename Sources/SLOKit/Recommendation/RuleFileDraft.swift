extension Recommendation {
  /// A rule file with the suggested targets, in which every target says what it rests on.
  ///
  /// With present rules it is their file with the new targets; otherwise a new one, whose objectives
  /// the metrics of the draft meet.
  ///
  /// - Throws: A diagnostic with the code ``DiagnosticCode/nothingProposed`` when there is no target to
  ///   write, or when a run like this one could not pass it, for want of a target that it meets.
  public func ruleFile() throws(Diagnostic) -> String {
    guard targets.contains(where: \.isProposed) else {
      throw Diagnostic(
        .nothingProposed,
        "there is no rule file to write: nothing can be recommended for any metric",
        hint: "the draft says why for each"
      )
    }
    if let update = ruleFileUpdate() { return update.text }
    guard targets.contains(where: { $0.isProposed && $0.isMetByDraft }) else {
      throw Diagnostic(
        .nothingProposed,
        "there is no rule file to write: these samples as a whole meet none of the proposed targets, "
          + "which rest on the part after their warm-up",
        hint: "give metrics without the warm-up, or rules with a phase that is not judged"
      )
    }
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
    var names = DraftedNames()
    for target in targets { lines += objective(target, &names) }
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

  private func objective(
    _ target: TargetRecommendation,
    _ names: inout DraftedNames
  ) -> [String] {
    guard let proposal = target.proposal else {
      return [
        "    // \(target.name.escapedForTerminal): no recommendation; "
          + "\((target.refusal ?? "").escapedForTerminal)"
      ]
    }
    var members = names.members(for: target.name)
    members.append("sli: \(RuleFileText.quoted(target.indicator))")
    let sign = target.isLowerBetter ? "<" : ">"
    let equal = target.isStrict ? "" : "="
    members.append("green: \"\(sign)\(equal) \(proposal.suggested.literal)\"")
    if let red = proposal.red { members.append("yellow: \"\(sign)= \(red.literal)\"") }
    members.append(target.isMetByDraft ? "mandatory: true" : "role: \"info\"")
    let doubt =
      target.isMetByDraft
      ? [] : ["    // These samples do not meet it as a whole, so it only informs."]
    return ["    // \(proposal.rationale.escapedForTerminal.sentence)"] + doubt + [
      "    { \(members.joined(separator: ", ")) },"
    ]
  }
}

/// The names and ids of the objectives in a drafted rule file, each of them once.
private struct DraftedNames {
  private var names: [String] = []
  private var identifiers: [String] = []

  /// The members that name an objective: with an id where the one that its name would give is taken,
  /// as for two columns that differ in their punctuation only, or is empty.
  mutating func members(for wanted: String) -> [String] {
    let name = Self.free(wanted, among: names, separator: " ")
    names.append(name)
    let usual = RuleSetDecoder.slug(of: name)
    let identifier = Self.free(usual.isEmpty ? "metric" : usual, among: identifiers, separator: "-")
    identifiers.append(identifier)
    let members = ["name: \(RuleFileText.quoted(name))"]
    return identifier == usual ? members : members + ["id: \(RuleFileText.quoted(identifier))"]
  }

  /// The text, or the first of `text 2`, `text 3` and so on that is not taken.
  private static func free(_ text: String, among taken: [String], separator: String) -> String {
    guard taken.contains(text) else { return text }
    var number = 2
    while taken.contains("\(text)\(separator)\(number)") { number += 1 }
    return "\(text)\(separator)\(number)"
  }
}

extension String {
  /// The text as a sentence: with a capital and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
