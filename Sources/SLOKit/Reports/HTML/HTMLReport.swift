/// The report for people in a browser: the decision and its reason first, then the evidence, with
/// a chart for each objective.
///
/// One file that loads nothing and runs nothing: a policy in its head forbids both. It is
/// well-formed XML, too.
struct HTMLReport {
  let evaluation: Evaluation
  let axis: ChartAxis?

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    axis = evaluation.drawing.flatMap { ChartAxis($0) }
  }

  var text: String {
    var writer = MarkupWriter(declaration: "<!DOCTYPE html>", layout: .flat)
    writer.element("html", ["lang": "en"]) { writer in
      writeHead(&writer)
      writer.element("body") { writer in
        writeVerdict(&writer)
        writer.element("main") { writer in
          writeMatrix(&writer)
          for phase in evaluation.phases { writeObjectives(of: phase, to: &writer) }
          writeConditions(&writer)
          writeCharts(&writer)
          writeWarnings(&writer)
          writeRules(&writer)
        }
        writeProvenance(&writer)
      }
    }
    return writer.text
  }
}

// MARK: - Head and verdict

extension HTMLReport {
  private func writeHead(_ writer: inout MarkupWriter) {
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
      let title = "\(evaluation.decision.heading) – \(evaluation.rules.name)"
      writer.element("title", text: title)
      writer.element("style", verbatim: HTMLStyle.text)
    }
  }

  private func writeVerdict(_ writer: inout MarkupWriter) {
    let decision = evaluation.decision
    writer.element("header", ["class": "verdict \(decision.rawValue)"]) { writer in
      writer.element("p", ["class": "kicker"], text: evaluation.rules.name)
      writer.element("h1") { writer in
        writer.element("span", ["class": "sign", "aria-hidden": "true"], text: decision.sign)
        writer.add(text: decision.heading)
      }
      writer.element("p", ["class": "reason"], text: evaluation.reason)
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
    return rows.firstIndex { $0.id == objective.id }.map { "objective-\($0 + 1)" }
  }

  private func writeCharts(_ writer: inout MarkupWriter) {
    let results = chartedResults.filter { chart(of: $0) != nil }
    guard !results.isEmpty else { return }
    writer.element("section", ["aria-labelledby": "charts"]) { writer in
      writer.element("h2", ["id": "charts"], text: "Over the run")
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
