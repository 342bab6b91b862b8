/// The report for documents and pull requests.
struct MarkdownReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  var text: String {
    var report = SectionedText()
    report.add(["## \(evaluation.decision.heading)", "", evaluation.reason.escapedForMarkdown])
    report.add(nextSteps)
    report.add(matrix)
    for phase in evaluation.phases { report.add(objectives(in: phase)) }
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
  private var nextSteps: [String] {
    let steps = evaluation.nextSteps
    guard !steps.isEmpty else { return [] }
    return ["**Next**", ""] + steps.map { "- " + $0.escapedForMarkdown }
  }

  /// The statuses of all objectives in all phases, when there is more than one phase.
  private var matrix: [String] {
    let matrix = PhaseMatrix(evaluation)
    guard matrix.phases.count > 1 else { return [] }
    return table(
      ["Objective"] + matrix.phases.map { $0.name ?? "whole run" },
      matrix.rows.map { row in [row.name] + row.results.map { $0?.status.label ?? "–" } }
        + [["Decision"] + matrix.phases.map(\.decision.rawValue)]
    )
  }

  private func objectives(in phase: PhaseResult) -> [String] {
    (phase.name.map { ["### \($0.escapedForMarkdown): \(phase.decision.rawValue)", ""] } ?? [])
      + table(
        ["Status", "Objective", "Value", "Green when", "Samples", "Note"],
        phase.objectives.map { result in
          [
            result.status.label,
            result.objective.name + (result.objective.isMandatory ? " (mandatory)" : ""),
            result.display, result.limits, result.evidence, result.note,
          ]
        }
      )
  }

  private var score: [String] {
    evaluation.scorePhrase.map { ["**Score:** \($0.escapedForMarkdown)"] } ?? []
  }

  private var requirements: [String] {
    guard !evaluation.requirements.isEmpty else { return [] }
    return table(
      ["Requirement", "Found", ""],
      evaluation.requirements.map {
        [$0.display.required, $0.display.value, $0.isMet ? "✓ met" : "? not met"]
      }
    )
  }

  private var aborts: [String] {
    guard !evaluation.aborts.isEmpty else { return [] }
    return table(
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
    var lines = [
      "Metrics: \(evaluation.provenance.escapedForMarkdown)  ",
      "Rules: \(evaluation.rulesPhrase.escapedForMarkdown)",
    ]
    let absent = evaluation.input.absentColumns
    if !absent.isEmpty {
      lines[1] += "  "
      lines.append(
        "Columns not in the file: \(absent.joined(by: ", ").escapedForMarkdown)"
      )
    }
    if evaluation.isApproximate {
      lines[lines.count - 1] += "  "
      lines.append("≈ \(evaluation.approximationPhrase.escapedForMarkdown)")
    }
    return lines
  }

  private func table(_ header: [String], _ rows: [[String]]) -> [String] {
    [line(header.map(\.escapedForMarkdown)), line(header.map { _ in "---" })]
      + rows.map { line($0.map(\.escapedForMarkdown)) }
  }

  private func line(_ cells: [String]) -> String {
    "| \(cells.joined(by: " | ")) |"
  }
}
