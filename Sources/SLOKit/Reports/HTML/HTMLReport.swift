/// The report for people in a browser: the decision and its reason first, then the evidence, with
/// a chart for each objective.
///
/// One file that loads nothing and runs nothing: a policy in its head forbids both. It is
/// well-formed XML, too.
struct HTMLReport {
  let evaluation: Evaluation
  let axis: ChartAxis?
  /// Stands before the names of places on the page, where several files share one.
  let prefix: String

  init(_ evaluation: Evaluation, prefix: String = "") {
    self.evaluation = evaluation
    self.prefix = prefix
    axis = evaluation.drawing.flatMap { ChartAxis($0) }
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
      for phase in evaluation.phases { writeObjectives(of: phase, to: &writer) }
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
          for step in steps { writer.element("li", text: step) }
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
  /// The objectives that have a chart, once each, with their result in the gravest phase.
  var chartedResults: [ObjectiveResult] {
    PhaseMatrix(evaluation).rows.compactMap { row in
      let results = row.results.compactMap(\.self)
      return results.first { $0.status == .red } ?? results.first { $0.status == .yellow }
        ?? results.first
    }
  }

  /// The chart of an objective; `nil` when nothing was gathered for it.
  func chart(of result: ObjectiveResult) -> ObjectiveChart? {
    guard let drawing = evaluation.drawing, let axis else { return nil }
    let chart = ObjectiveChart(
      result: result,
      drawing: drawing,
      axis: axis,
      aborts: evaluation.aborts.compactMap(\.timestamp)
    )
    return chart.series.isEmpty ? nil : chart
  }

  /// Where the page has an objective's chart; identifiers may hold what a link cannot.
  func anchor(of objective: Objective) -> String? {
    let rows = PhaseMatrix(evaluation).rows
    return rows.firstIndex { $0.id == objective.id }.map { "\(prefix)objective-\($0 + 1)" }
  }

  private func writeCharts(_ writer: inout MarkupWriter) {
    let results = chartedResults.filter { chart(of: $0) != nil }
    guard !results.isEmpty else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)charts"]) { writer in
      writer.element("h2", ["id": "\(prefix)charts"], text: "Over the run")
      writer.element("div", ["class": "cards"]) { writer in
        for result in results { writeCard(result, to: &writer) }
      }
    }
  }

  private func writeCard(_ result: ObjectiveResult, to writer: inout MarkupWriter) {
    let objective = result.objective
    writer.element("article", ["class": "card", "id": anchor(of: objective)]) { writer in
      writer.element("div", ["class": "title"]) { writer in
        writer.element("h3", text: objective.name)
        writer.element("span", ["class": "value"], text: result.display)
        Self.write(result.status, to: &writer)
      }
      writer.element("p", ["class": "muted"]) { writer in
        writer.element("code", text: objective.indicator.text)
        if let description = objective.description { writer.add(text: "· \(description)") }
        if let owner = objective.owner { writer.add(text: "· owner: \(owner)") }
        if let runbook = objective.runbook { Self.writeLink(runbook, to: &writer) }
      }
      chart(of: result)?.write(to: &writer)
    }
  }

  /// Only addresses of the web become links: others could run something.
  private static func writeLink(_ runbook: String, to writer: inout MarkupWriter) {
    writer.add(text: "·")
    if runbook.hasPrefix("https://") || runbook.hasPrefix("http://") {
      writer.element("a", ["href": runbook, "rel": "noreferrer"], text: "runbook")
    } else {
      writer.add(text: "runbook: \(runbook)")
    }
  }

  /// A status as a sign and a word.
  static func write(_ status: Status, to writer: inout MarkupWriter) {
    writer.element("span", ["class": "status \(status.rawValue)"], text: status.label)
  }
}
