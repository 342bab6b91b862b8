/// An explanation for people at a terminal.
struct ExplanationReport {
  private let explanation: Explanation

  init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  var text: String {
    var report = SectionedText()
    report.add([heading, result.note.escapedForTerminal].filter { !$0.isEmpty })
    report.add(value)
    report.add(parts)
    report.add(bands)
    report.add(omissions)
    report.add(nearest)
    return report.text
  }

  private var result: ObjectiveResult { explanation.result }

  private var heading: String {
    let phase = explanation.phase.map { " in \($0)" } ?? ""
    return "\(result.objective.name)\(phase) is \(result.display): \(result.status.label)"
      .escapedForTerminal
  }

  private var value: [String] {
    var lines = [result.objective.indicator.text, explanation.formula]
    // One number in the place of one aggregate is the value itself.
    if explanation.substituted.utf8.contains(.space) { lines.append(explanation.substituted) }
    if lines[0] == lines[1] { lines.remove(at: 1) }
    lines.append(result.value.map { inBaseUnits($0) } ?? "NA")
    return ["Value"]
      + lines.indices.map { ($0 == 0 ? "    " : "  = ") + lines[$0].escapedForTerminal }
  }

  /// The value with its base unit, as it compares with the numbers above it.
  private func inBaseUnits(_ value: Double) -> String {
    let unit = result.objective.indicator.unit ?? ""
    return value.shortestDecimal + (unit.isEmpty || unit == "1" ? "" : " \(unit)")
  }

  private var parts: [String] {
    var table = TextTable()
    for part in explanation.parts {
      let evidence = part.total.map { "\(part.used ?? 0)/\($0) samples" } ?? "no baseline"
      table.add([part.text.escapedForTerminal, part.display, evidence])
    }
    return explanation.parts.isEmpty ? [] : ["Made of"] + table.lines()
  }

  private var bands: [String] {
    var table = TextTable()
    let noAnswer = isUncertain ? "is not certain" : "has no answer"
    for band in explanation.bands {
      let answer = band.holds.map { $0 ? "holds" : "does not hold" } ?? noAnswer
      table.add([
        band.name, band.text.escapedForTerminal, band.substituted.escapedForTerminal, answer,
      ])
    }
    return explanation.bands.isEmpty ? [] : ["Bands"] + table.lines() + ["  \(deciding)"]
  }

  /// Whether a comparison told neither green nor red with its confidence.
  private var isUncertain: Bool { result.status == .yellow && result.comparison != nil }

  /// Which band's condition decided.
  private var deciding: String {
    switch result.status {
    case .green where result.comparison != nil:
      "The whole interval of the shift is within green, so it is green."
    case .red where result.comparison != nil:
      "The whole interval of the shift is beyond what is allowed, so it is red."
    case .green: "Green holds, so it is green."
    case .yellow where isUncertain: "Neither green nor red is certain, so it is yellow."
    case .yellow where result.isUndecided: "Which of them holds is undecided, so it is yellow."
    case .yellow where result.objective.bands?.yellow != nil:
      "Green does not hold and yellow does, so it is yellow."
    case .yellow: "Neither green nor red holds, so it is yellow."
    case .red where result.objective.bands?.red != nil: "Red holds, so it is red."
    case .red where result.objective.bands?.yellow != nil:
      "Neither green nor yellow holds, so it is red."
    case .red: "Green does not hold and there is no other band, so it is red."
    case .na: "It does not count: it is NA."
    case .info: "It is shown only."
    }
  }

  private var omissions: [String] {
    var table = TextTable()
    for omission in explanation.omissions {
      table.add([
        Verdict.counted(omission.samples, "sample"), omission.reason.escapedForTerminal,
      ])
    }
    return explanation.omissions.isEmpty ? [] : ["Left out"] + table.lines()
  }

  private var nearest: [String] {
    guard let nearest = explanation.nearest, !nearest.samples.isEmpty else { return [] }
    var table = TextTable()
    for sample in nearest.samples {
      table.add(["line \(sample.line)", sample.timestamp?.description ?? "", sample.display])
    }
    return ["Nearest to \(nearest.limit): \(nearest.text.escapedForTerminal)"] + table.lines()
  }
}

extension Explanation {
  /// The explanation for people, ending with a line end.
  public var report: String { ExplanationReport(self).text }
}
