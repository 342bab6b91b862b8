/// The report for documents and pull requests.
struct MarkdownReport {
  private let evaluation: Evaluation
  private let heading: String

  init(_ evaluation: Evaluation) {
    self.init(evaluation, heading: evaluation.decision.heading)
  }

  private init(_ evaluation: Evaluation, heading: String) {
    self.evaluation = evaluation
    self.heading = heading
  }

  var text: String {
    var report = SectionedText()
    report.add([
      "## \(heading.escapedForMarkdown)", "", evaluation.reason.escapedForMarkdown,
    ])
    report.add(nextSteps)
    report.add(matrix)
    for phase in evaluation.phases { report.add(objectives(in: phase)) }
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

extension MarkdownReport {
  /// The report on several files: what they decide together, and then each of them.
  static func text(_ combined: CombinedEvaluation) -> String {
    var report = SectionedText()
    report.add(["# \(combined.decision.heading)", "", combined.reason.escapedForMarkdown])
    report.add(
      MarkdownTable.lines(
        ["File", "Decision"],
        combined.evaluations.map { [$0.input.source, $0.decision.phrase] }
      )
    )
    for evaluation in combined.evaluations {
      let heading = "\(evaluation.input.source): \(evaluation.decision.phrase)"
      report.add([MarkdownReport(evaluation, heading: heading).text.withoutLineEnd])
    }
    return report.text
  }

  private var nextSteps: [String] {
    let steps = evaluation.nextSteps
    guard !steps.isEmpty else { return [] }
    return ["**Next**", ""] + steps.map { "- " + $0.escapedForMarkdown }
  }

  /// The results of all objectives in all phases, when there is more than one phase.
  private var matrix: [String] {
    let matrix = PhaseMatrix(evaluation)
    guard matrix.phases.count > 1 else { return [] }
    return MarkdownTable.lines(
      ["Objective"] + matrix.phases.map { $0.name ?? "whole run" },
      matrix.rows.map { row in [row.name] + row.results.map { $0?.summary ?? "–" } }
        + [["Decision"] + matrix.phases.map(\.decision.phrase)]
    )
  }

  private func objectives(in phase: PhaseResult) -> [String] {
    let hasBaseline = !evaluation.baselines.isEmpty
    let heading = phase.name.map { "\($0): \(phase.decision.phrase)" }
    return (heading.map { ["### " + $0.escapedForMarkdown, "", phase.extent, ""] } ?? [])
      + MarkdownTable.lines(
        ["Status", "Objective", "Value"] + (hasBaseline ? ["Baseline"] : [])
          + ["Green when", "Samples", "Note"],
        phase.objectives.map { result in
          [
            result.status.label,
            result.objective.name + (result.objective.isMandatory ? " (mandatory)" : ""),
            result.display,
          ] + (hasBaseline ? [result.baselineDisplay] : []) + [
            result.limits, result.evidence, result.note,
          ]
        }
      )
  }

  private var budgets: [String] {
    let rows = BudgetTable(evaluation).rows
    return rows.isEmpty ? [] : MarkdownTable.lines(BudgetTable.header, rows)
  }

  private var score: [String] {
    evaluation.scorePhrase.map { ["**Score:** \($0.escapedForMarkdown)"] } ?? []
  }

  private var requirements: [String] {
    let all = evaluation.allRequirements
    guard !all.isEmpty else { return [] }
    return MarkdownTable.lines(
      ["Requirement", "Found", ""],
      all.map { phase, requirement in
        [
          requirement.display.required + (phase.map { " in \($0)" } ?? ""),
          requirement.display.value, requirement.isMet ? "✓ met" : "? not met",
        ]
      }
    )
  }

  private var aborts: [String] {
    guard !evaluation.aborts.isEmpty else { return [] }
    return MarkdownTable.lines(
      ["Abort condition", "Outcome"],
      evaluation.aborts.map { [$0.when, $0.outcome] }
    )
  }

  private var checklists: [String] {
    guard !evaluation.checklists.isEmpty else { return [] }
    return ["**Checklist**", ""]
      + evaluation.checklists.flatMap { checklist in
        ["- \(checklist.name.escapedForMarkdown): \(checklist.countPhrase)"]
          + checklist.unchecked.map {
            "  - line \($0.line): \($0.text.escapedForMarkdown)\($0.remark)"
          }
      }
  }

  private var warnings: [String] {
    guard !evaluation.warnings.isEmpty else { return [] }
    let count = Verdict.counted(evaluation.warnings.count, "warning")
    return ["<details>", "<summary>\(count) about the data</summary>", ""]
      + evaluation.warnings.map { "- `\($0.code.rawValue)`: \($0.message.escapedForMarkdown)" }
      + ["", "</details>"]
  }

  private var provenance: [String] {
    var lines = ["Metrics: \(evaluation.input.provenance)"]
    lines += evaluation.baselines.map { "Baseline: \($0.provenance)" }
    lines.append("Rules: \(evaluation.rulesPhrase)")
    lines += evaluation.phasesLeftOut
    let absent = evaluation.input.absentColumns
    if !absent.isEmpty { lines.append("Columns not in the file: \(absent.joined(by: ", "))") }
    if evaluation.isApproximate { lines.append("≈ \(evaluation.approximationPhrase)") }
    // Two blanks at its end break a line.
    return lines.indices.map {
      lines[$0].escapedForMarkdown + ($0 < lines.count - 1 ? "  " : "")
    }
  }
}
