extension HTMLReport {
  /// The statuses of all objectives in all phases, when there is more than one phase.
  func writeMatrix(_ writer: inout MarkupWriter) {
    guard matrix.phases.count > 1 else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)phases"]) { writer in
      writer.element("h2", ["id": "\(prefix)phases"], text: "Phases")
      if !extent.isWhole {
        let legend = Status.allCases.map(\.label).joined(by: ", ")
        Self.writeNote("\(legend); the JSON report has the values.", to: &writer)
      }
      Self.writeTable("Status of each objective in each phase", class: "matrix", &writer) {
        writer in
        Self.writeHead(["Objective"] + matrix.phases.map { $0.name ?? "whole run" }, to: &writer)
        writer.element("tbody") { writer in
          for row in matrix.rows { writeRow(row, to: &writer) }
        }
        writer.element("tfoot") { writer in
          writer.element("tr") { writer in
            writer.element("th", ["scope": "row"], text: "Decision")
            for phase in matrix.phases {
              writer.element(
                "td",
                ["class": phase.decision.rawValue],
                text: phase.decision.phrase
              )
            }
          }
        }
      }
    }
  }

  private func writeRow(_ row: PhaseMatrix.Row, to writer: inout MarkupWriter) {
    writer.element("tr") { writer in
      writer.element("th", ["scope": "row"]) { writer in
        writer.add(text: row.name)
        if row.isMandatory { Self.writeMandatory(to: &writer) }
      }
      for result in row.results {
        guard let result else {
          writer.element("td", ["class": "muted"], text: "–")
          continue
        }
        guard extent.isWhole else {
          // A table of thousands of results shows what they are, and no values.
          writer.element("td", ["class": result.status.rawValue], text: result.status.sign)
          continue
        }
        writer.element("td") { writer in
          Self.write(result.status, to: &writer)
          writer.element("span", ["class": "value"], text: result.display)
        }
      }
    }
  }

  /// The objectives of one phase.
  func writeObjectives(ofPhase place: Int, to writer: inout MarkupWriter) {
    let phase = matrix.phases[place]
    let title = phase.name.map { "Objectives in \($0)" } ?? "Objectives"
    let listed = extent.listed(phase.objectives)
    writer.element("section", ["aria-label": title]) { writer in
      writer.element("h2") { writer in
        writer.add(text: title)
        if phase.name != nil {
          let style = "tag \(phase.decision.rawValue)"
          writer.element("span", ["class": style], text: phase.decision.phrase)
        }
      }
      let note = PageExtent.note(shown: listed.count, of: phase.objectives.count)
      Self.writeNote(note, to: &writer)
      Self.writeTable(title, class: "objectives", &writer) { writer in
        let trend = hasTrend ? ["Trend"] : []
        Self.writeHead(
          ["Status", "Objective", "Value"] + (evaluation.baselines.isEmpty ? [] : ["Baseline"])
            + ["Green when"] + trend + ["Samples"],
          to: &writer
        )
        writer.element("tbody") { writer in
          for result in listed { writeRow(result, inPhase: place, to: &writer) }
        }
      }
    }
  }

  /// Whether the tables of objectives show their series.
  private var hasTrend: Bool { evaluation.drawing != nil && extent.isWhole }

  /// What is left out, where something is.
  static func writeNote(_ note: String?, to writer: inout MarkupWriter) {
    if let note { writer.element("p", ["class": "note"], text: note) }
  }

  private func writeRow(
    _ result: ObjectiveResult,
    inPhase phase: Int,
    to writer: inout MarkupWriter
  ) {
    let objective = result.objective
    let drawn = chart(of: objective)
    writer.element("tr") { writer in
      writer.element("td") { Self.write(result.status, to: &$0) }
      writer.element("th", ["scope": "row"]) { writer in
        if let drawn {
          writer.element("a", ["href": "#\(drawn.anchor)"], text: objective.name)
        } else {
          writer.add(text: objective.name)
        }
        if objective.isMandatory { Self.writeMandatory(to: &writer) }
        if !result.note.isEmpty { writer.element("p", ["class": "note"], text: result.note) }
      }
      writer.element("td", ["class": "value"], text: result.display)
      if !evaluation.baselines.isEmpty {
        writer.element("td", ["class": "before"], text: result.baselineDisplay)
      }
      writer.element("td", ["class": "limits"], text: result.limits)
      if hasTrend {
        writer.element("td", ["class": "trend"]) { writer in
          if let drawn {
            drawn.chart.writeSparkline(ofPhase: phase, to: &writer)
          } else {
            writer.element("span", ["class": "muted"], text: "–")
          }
        }
      }
      writer.element("td", ["class": "samples"], text: result.evidence)
    }
  }

  private static func writeMandatory(to writer: inout MarkupWriter) {
    writer.element("span", ["class": "tag"], text: "mandatory")
  }

  /// Requirements, abort conditions, the score and checklists: what decides beside objectives.
  func writeConditions(_ writer: inout MarkupWriter) {
    let conditions = evaluation.conditions
    guard !conditions.isEmpty else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)conditions"]) { writer in
      writer.element("h2", ["id": "\(prefix)conditions"], text: "Conditions on the run")
      Self.writeTable("Conditions on the run", class: "conditions", &writer) { writer in
        Self.writeHead(["", "Condition", "Found"], to: &writer)
        writer.element("tbody") { writer in
          for condition in conditions {
            writer.element("tr") { writer in
              writer.element("td") { writer in
                let style = "status \(condition.style)"
                writer.element("span", ["class": style], text: condition.label)
              }
              writer.element("th", ["scope": "row"], text: condition.name)
              writer.element("td", text: condition.outcome)
            }
          }
        }
      }
    }
  }

  /// The error budgets of all phases.
  func writeBudgets(_ writer: inout MarkupWriter) {
    let rows = BudgetTable(evaluation).rows
    guard !rows.isEmpty else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)budgets"]) { writer in
      writer.element("h2", ["id": "\(prefix)budgets"], text: "Error budgets")
      Self.writeTable("Error budgets", class: "conditions", &writer) { writer in
        Self.writeHead(BudgetTable.header, to: &writer)
        writer.element("tbody") { writer in
          for row in rows {
            writer.element("tr") { writer in
              for (column, cell) in row.enumerated() {
                writer.element(
                  column == 0 ? "th" : "td",
                  column == 0 ? ["scope": "row"] : [:],
                  text: cell
                )
              }
            }
          }
        }
      }
    }
  }

  private static func writeHead(_ titles: [String], to writer: inout MarkupWriter) {
    writer.element("thead") { writer in
      writer.element("tr") { writer in
        for title in titles {
          // A column without a title needs no header cell.
          writer.element(
            title.isEmpty ? "td" : "th",
            title.isEmpty ? [:] : ["scope": "col"],
            text: title
          )
        }
      }
    }
  }

  /// A table that can be scrolled sideways, with the keyboard too, where the page is too narrow.
  private static func writeTable(
    _ caption: String,
    class name: String,
    _ writer: inout MarkupWriter,
    _ body: (inout MarkupWriter) -> Void
  ) {
    writer.element(
      "div",
      ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"]
    ) { writer in
      writer.element("table", ["class": name], body)
    }
  }
}

/// A condition on the run as a whole, and how it came out.
private struct RunConditionRow {
  let label: String
  let style: String
  let name: String
  let outcome: String
}

extension Evaluation {
  fileprivate var conditions: [RunConditionRow] {
    let aborts = aborts.map { abort in
      let (label, style) =
        abort.isTripped
        ? ("✗ tripped", "red") : abort.isMeasured ? ("✓ clear", "green") : ("? NA", "na")
      return RunConditionRow(
        label: label,
        style: style,
        name: "abort when \(abort.when)",
        outcome: abort.outcome
      )
    }
    let requirements = allRequirements.map { phase, requirement in
      RunConditionRow(
        label: requirement.isMet ? "✓ met" : "! not met",
        style: requirement.isMet ? "green" : "yellow",
        name: requirement.display.required + (phase.map { " in \($0)" } ?? ""),
        outcome: requirement.display.value
      )
    }
    let checklists = checklists.flatMap { checklist in
      let isOpen = !checklist.uncheckedRequired.isEmpty
      let summary = RunConditionRow(
        label: isOpen ? "! open" : "✓ done",
        style: isOpen ? "yellow" : "green",
        name: "checklist \(checklist.name)",
        outcome: checklist.countPhrase
      )
      let items = checklist.unchecked.map { item in
        RunConditionRow(
          label: item.isOptional ? "i open" : "! open",
          style: item.isOptional ? "info" : "yellow",
          name: item.text + item.remark,
          outcome: "line \(item.line)"
        )
      }
      return [summary] + items
    }
    let score = scorePhrase.map {
      [RunConditionRow(label: "i score", style: "info", name: "score", outcome: $0)]
    }
    return (score ?? []) + aborts + requirements + checklists
  }
}
