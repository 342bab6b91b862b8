/// The report for people at a terminal: the decision and its reason first, then the evidence.
struct TextReport {
  private let evaluation: Evaluation
  private let usesColor: Bool

  init(_ evaluation: Evaluation, usesColor: Bool) {
    self.evaluation = evaluation
    self.usesColor = usesColor
  }

  var text: String {
    var report = SectionedText()
    report.add([Self.heading(evaluation.decision, usesColor), evaluation.reason.escapedForTerminal])
    report.add(nextSteps)
    report.add(phases)
    for phase in evaluation.phases { report.add(objectives(of: phase)) }
    report.add(budgets)
    report.add(score)
    report.add(requirements)
    report.add(aborts)
    report.add(checklists)
    report.add(warnings)
    report.add(provenance)
    return report.text
  }
}

extension TextReport {
  /// The report on several files: what they decide together, and then each of them.
  static func text(_ combined: CombinedEvaluation, usesColor: Bool) -> String {
    var report = SectionedText()
    report.add([heading(combined.decision, usesColor), combined.reason.escapedForTerminal])
    var table = TextTable()
    for evaluation in combined.evaluations {
      table.add([evaluation.decision.phrase, evaluation.input.source.escapedForTerminal])
    }
    report.add(["Files"] + table.lines())
    for evaluation in combined.evaluations {
      let name = evaluation.input.source.escapedForTerminal
      report.add(["──── \(name)"])
      report.add([TextReport(evaluation, usesColor: usesColor).text.withoutLineEnd])
    }
    return report.text
  }

  private static func heading(_ decision: Decision, _ usesColor: Bool) -> String {
    colored(decision.heading, decision.color, isBold: true, usesColor: usesColor)
  }
}

// MARK: - Sections

extension TextReport {
  private var nextSteps: [String] {
    let steps = evaluation.nextSteps
    return steps.isEmpty ? [] : ["Next"] + steps.map { "  " + $0.escapedForTerminal }
  }

  /// Objectives × phases, where there are several.
  private var phases: [String] {
    guard evaluation.phases.count > 1 else { return [] }
    let matrix = PhaseMatrix(evaluation)
    var table = TextTable()
    table.add([""] + matrix.phases.map { ($0.name ?? "").escapedForTerminal })
    table.add(["decision"] + matrix.phases.map(\.decision.phrase))
    for row in matrix.rows {
      let mandatory = row.isMandatory ? " *" : ""
      table.add([row.name.escapedForTerminal + mandatory] + row.results.map { $0?.summary ?? "–" })
    }
    return ["Phases"]
      + table.lines { row, column, cell in
        guard row > 1, column > 0 else { return row == 0 ? colored(cell, .dim) : cell }
        return matrix.rows[row - 2].results[column - 1].map { colored(cell, $0.status.color) }
          ?? cell
      }
  }

  private func objectives(of phase: PhaseResult) -> [String] {
    let hasBaseline = !evaluation.baselines.isEmpty
    var table = TextTable()
    table.add(
      ["status", "objective", "value"] + (hasBaseline ? ["baseline"] : [])
        + ["green when", "samples", ""]
    )
    for result in phase.objectives { table.add(row(result, hasBaseline: hasBaseline)) }
    return ["Objectives" + (phase.heading.map { " in \($0.escapedForTerminal)" } ?? "")]
      + table.lines { row, column, cell in
        guard row > 0 else { return colored(cell, .dim) }
        return column == 0 ? colored(cell, phase.objectives[row - 1].status.color) : cell
      }
  }

  private func row(_ result: ObjectiveResult, hasBaseline: Bool) -> [String] {
    let objective = result.objective
    let mandatory = objective.isMandatory ? " *" : ""
    return [
      result.status.label, objective.name.escapedForTerminal + mandatory, result.display,
    ] + (hasBaseline ? [result.baselineDisplay] : []) + [
      result.limits.escapedForTerminal, result.evidence, result.note.escapedForTerminal,
    ]
  }

  private var budgets: [String] {
    let rows = BudgetTable(evaluation).rows
    guard !rows.isEmpty else { return [] }
    var table = TextTable()
    table.add(BudgetTable.header.map { $0.lowercased() })
    for row in rows { table.add(row.map(\.escapedForTerminal)) }
    return ["Error budgets"]
      + table.lines { row, _, cell in row == 0 ? colored(cell, .dim) : cell }
  }

  private var score: [String] {
    evaluation.scorePhrase.map { ["Score", "  \($0)"] } ?? []
  }

  private var requirements: [String] {
    let all = evaluation.allRequirements
    guard !all.isEmpty else { return [] }
    var table = TextTable()
    for (phase, requirement) in all {
      let status: Status = requirement.isMet ? .green : .na
      let display = requirement.display
      table.add([
        requirement.isMet ? "\(status.label.prefix(1)) met" : "? not met",
        display.required, display.value, phase.map { "in \($0.escapedForTerminal)" } ?? "",
      ])
    }
    return ["Requirements"]
      + table.lines { row, column, cell in
        column == 0 ? colored(cell, all[row].requirement.isMet ? .green : .yellow) : cell
      }
  }

  private var aborts: [String] {
    guard !evaluation.aborts.isEmpty else { return [] }
    var table = TextTable()
    for abort in evaluation.aborts { table.add([abort.when.escapedForTerminal, abort.outcome]) }
    return ["Abort conditions"]
      + table.lines { row, column, cell in
        column == 1 && evaluation.aborts[row].isTripped ? colored(cell, .red) : cell
      }
  }

  private var checklists: [String] {
    guard !evaluation.checklists.isEmpty else { return [] }
    return ["Checklist"]
      + evaluation.checklists.flatMap { checklist in
        let count = colored(
          checklist.countPhrase,
          checklist.uncheckedRequired.isEmpty ? .green : .yellow
        )
        var table = TextTable()
        for item in checklist.unchecked {
          table.add(["line \(item.line)", item.text.escapedForTerminal + item.remark])
        }
        return ["  \(checklist.name.escapedForTerminal)  \(count)"] + table.lines(indent: "    ")
      }
  }

  private var warnings: [String] {
    guard !evaluation.warnings.isEmpty else { return [] }
    var table = TextTable()
    for warning in evaluation.warnings {
      table.add([warning.code.rawValue, warning.message.escapedForTerminal])
    }
    return ["Warnings"]
      + table.lines { _, column, cell in
        column == 0 ? colored(cell, .yellow) : cell
      }
  }

  private var provenance: [String] {
    var lines = [
      evaluation.input.provenance.escapedForTerminal,
      "Rules: \(evaluation.rulesPhrase.escapedForTerminal)",
    ]
    for baseline in evaluation.baselines {
      lines.insert("Baseline: \(baseline.provenance.escapedForTerminal)", at: lines.count - 1)
    }
    lines += evaluation.phasesLeftOut.map(\.escapedForTerminal)
    let absent = evaluation.input.absentColumns
    if !absent.isEmpty {
      lines.append("Columns not in the file: \(absent.joined(by: ", ").escapedForTerminal)")
    }
    if evaluation.results.contains(where: \.objective.isMandatory) {
      lines.append("* mandatory: must be measured for a GO")
    }
    if evaluation.isApproximate { lines.append("≈ \(evaluation.approximationPhrase)") }
    return lines
  }
}

// MARK: - Colour

/// The colours that a terminal theme can adapt.
private enum Color: Int {
  case dim = 2
  case red = 31
  case green = 32
  case yellow = 33
  case blue = 34
}

extension TextReport {
  private func colored(_ text: String, _ color: Color) -> String {
    Self.colored(text, color, usesColor: usesColor)
  }

  private static func colored(
    _ text: String,
    _ color: Color,
    isBold: Bool = false,
    usesColor: Bool
  ) -> String {
    usesColor ? "\u{1B}[\(isBold ? "1;" : "")\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Decision {
  fileprivate var color: Color {
    switch self {
    case .proceed: .green
    case .hold: .yellow
    case .rollback: .red
    }
  }
}

extension Status {
  fileprivate var color: Color {
    switch self {
    case .green: .green
    case .yellow: .yellow
    case .red: .red
    case .na: .blue
    case .info: .dim
    }
  }
}
