/// The report for people in a browser: the decision and its reason first, then the evidence, with
/// a chart for each objective.
///
/// One file that loads nothing and runs nothing: a policy in its head forbids both. It is
/// well-formed XML, too.
struct HTMLReport {
  let evaluation: Evaluation
  let matrix: PhaseMatrix
  let extent: PageExtent
  /// The charts of the objectives, a place for each row of the matrix.
  private let charts: [ObjectiveChart?]
  /// Stands before the names of places on the page, where several files share one.
  let prefix: String

  init(_ evaluation: Evaluation, prefix: String = "") {
    self.evaluation = evaluation
    self.prefix = prefix
    let matrix = PhaseMatrix(evaluation)
    self.matrix = matrix
    extent = PageExtent(matrix)
    var charts = [ObjectiveChart?](repeating: nil, count: matrix.rows.count)
    if let axis = evaluation.drawing.flatMap({ ChartAxis($0) }) {
      let parts = ChartPart.all(of: evaluation, on: axis)
      for row in extent.drawnRows(matrix.rows) {
        charts[row] = ObjectiveChart(matrix.rows[row], evaluation, axis, parts)
      }
    }
    self.charts = charts
  }

  var text: String {
    Self.page("\(evaluation.decision.heading) – \(evaluation.rules.name)") { write(to: &$0) }
  }

  /// The report on several files: what they decide together, and then each of them.
  static func text(_ combined: CombinedEvaluation) -> String {
    page("\(combined.decision.heading) – \(combined.evaluations.count) files") { writer in
      writer.element("header", ["class": "verdict \(combined.decision.rawValue)"]) { writer in
        writeHeading(combined.decision, combined.reason, level: "h1", to: &writer)
        writer.element("ul", ["class": "next"]) { writer in
          for (index, evaluation) in combined.evaluations.enumerated() {
            writer.element("li") { writer in
              writer.element("a", ["href": "#file-\(index + 1)"], text: evaluation.input.source)
              writer.add(text: ": \(evaluation.decision.phrase)")
            }
          }
        }
      }
      for (index, evaluation) in combined.evaluations.enumerated() {
        let name = "file-\(index + 1)"
        writer.element("article", ["id": name, "aria-label": evaluation.input.source]) {
          HTMLReport(evaluation, prefix: name + "-").write(to: &$0, isPart: true)
        }
      }
    }
  }

  private static func page(
    _ title: String,
    _ writeBody: (inout MarkupWriter) -> Void
  ) -> String {
    var writer = MarkupWriter(declaration: "<!DOCTYPE html>", layout: .flat)
    writer.element("html", ["lang": "en"]) { writer in
      writeHead(title, to: &writer)
      writer.element("body") { writeBody(&$0) }
    }
    return writer.text
  }

  private func write(to writer: inout MarkupWriter, isPart: Bool = false) {
    writeVerdict(&writer, isPart: isPart)
    // A page has one main part.
    writer.element(isPart ? "div" : "main") { writer in
      writeMatrix(&writer)
      for phase in matrix.phases.indices { writeObjectives(ofPhase: phase, to: &writer) }
      writeBudgets(&writer)
      writeConditions(&writer)
      writeCharts(&writer)
      writeWarnings(&writer)
      writeRules(&writer)
    }
    writeProvenance(&writer)
  }
}

// MARK: - Head and verdict

extension HTMLReport {
  private static func writeHead(_ title: String, to writer: inout MarkupWriter) {
    writer.element("head") { writer in
      writer.element("meta", ["charset": "utf-8"])
      writer.element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]
      )
      writer.element(
        "meta",
        ["name": "viewport", "content": "width=device-width, initial-scale=1"]
      )
      writer.element("meta", ["name": "color-scheme", "content": "light dark"])
      writer.element("meta", ["name": "generator", "content": "slo-cli \(SLOKitVersion.current)"])
      writer.element("title", text: title)
      writer.element("style", verbatim: HTMLStyle.text)
    }
  }

  private static func writeHeading(
    _ decision: Decision,
    _ reason: String,
    level: String,
    to writer: inout MarkupWriter
  ) {
    writer.element(level) { writer in
      writer.element("span", ["class": "sign", "aria-hidden": "true"], text: decision.sign)
      writer.add(text: decision.heading)
    }
    writer.element("p", ["class": "reason"], text: reason)
  }

  private func writeVerdict(_ writer: inout MarkupWriter, isPart: Bool) {
    let decision = evaluation.decision
    writer.element("header", ["class": "verdict \(decision.rawValue)"]) { writer in
      let kicker = isPart ? evaluation.input.source : evaluation.rules.name
      writer.element("p", ["class": "kicker"], text: kicker)
      Self.writeHeading(decision, evaluation.reason, level: isPart ? "h2" : "h1", to: &writer)
      let steps = evaluation.nextSteps
      if !steps.isEmpty {
        writer.element("h2", text: "Next")
        writer.element("ul", ["class": "next"]) { writer in
          for step in steps { Self.write(step: step, to: &writer) }
        }
      }
    }
  }
}

extension Decision {
  /// A sign beside the word, so that nobody depends on colour.
  fileprivate var sign: String {
    switch self {
    case .proceed: "✓"
    case .hold: "!"
    case .rollback: "✗"
    }
  }
}

// MARK: - Charts

extension HTMLReport {
  /// The chart of an objective and its place on the page; `nil` when nothing was gathered for it.
  func chart(of objective: Objective) -> (chart: ObjectiveChart, anchor: String)? {
    guard let row = matrix.rows.firstIndex(where: { $0.id == objective.id }) else { return nil }
    return charts[row].map { ($0, anchor(ofRow: row)) }
  }

  /// Identifiers of objectives may hold what a link cannot.
  private func anchor(ofRow row: Int) -> String { "\(prefix)objective-\(row + 1)" }

  private func writeCharts(_ writer: inout MarkupWriter) {
    guard charts.contains(where: { $0 != nil }) else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)charts"]) { writer in
      writer.element("h2", ["id": "\(prefix)charts"], text: "Over the run")
      if !extent.isWhole {
        let drawn = extent.drawnRows(matrix.rows).count
        Self.writeNote(PageExtent.note(shown: drawn, of: matrix.rows.count), to: &writer)
      }
      writer.element("div", ["class": "cards"]) { writer in
        for row in matrix.rows.indices { writeCard(row, to: &writer) }
      }
    }
  }

  /// The chart of an objective, with its result in the gravest phase.
  private func writeCard(_ row: Int, to writer: inout MarkupWriter) {
    guard let chart = charts[row], let (phase, result) = matrix.rows[row].gravest else { return }
    let objective = result.objective
    writer.element("article", ["class": "card", "id": anchor(ofRow: row)]) { writer in
      writer.element("div", ["class": "title"]) { writer in
        writer.element("h3", text: objective.name)
        writer.element("div") { writer in
          if matrix.phases.count > 1, let name = matrix.phases[phase].name {
            writer.element("span", ["class": "muted"], text: "in \(name)")
          }
          writer.element("span", ["class": "value"], text: result.display)
          Self.write(result.status, to: &writer)
        }
      }
      writer.element("p", ["class": "muted"]) { writer in
        writer.element("code", text: objective.indicator.text)
        if let description = objective.description { writer.add(text: "· \(description)") }
        if let owner = objective.owner { writer.add(text: "· owner: \(owner)") }
        if let runbook = objective.runbook {
          writer.add(text: "·")
          Self.writeLink(runbook, "runbook", to: &writer)
        }
      }
      chart.write(to: &writer)
    }
  }

  /// A step, in which an address at the end is a link.
  private static func write(step: String, to writer: inout MarkupWriter) {
    let start = step.lastIndex(of: " ").map { step.index(after: $0) } ?? step.startIndex
    let address = String(step[start...])
    guard isAddress(address) else { return writer.element("li", text: step) }
    writer.element("li") { writer in
      writer.add(text: String(step[..<start]))
      writeLink(address, address, to: &writer)
    }
  }

  /// Only addresses of the web become links: others could run something.
  private static func writeLink(
    _ address: String,
    _ text: String,
    to writer: inout MarkupWriter
  ) {
    if isAddress(address) {
      writer.element("a", ["href": address, "rel": "noreferrer"], text: text)
    } else {
      writer.add(text: "\(text): \(address)")
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// A status as a sign and a word.
  static func write(_ status: Status, to writer: inout MarkupWriter) {
    writer.element("span", ["class": "status \(status.rawValue)"], text: status.label)
  }
}
