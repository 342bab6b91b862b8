/// The report for the log of a GitHub workflow: one annotation a line, the decision first.
///
/// The form is that of workflow commands: `::error file=…,line=…,title=…::message`.
struct WorkflowReport {
  private let evaluation: Evaluation
  /// The file, where the log has reports on several.
  private let file: String?

  init(_ evaluation: Evaluation, file: String? = nil) {
    self.evaluation = evaluation
    self.file = file
  }

  /// The reports on several files, one after the other.
  static func text(_ combined: CombinedEvaluation) -> String {
    combined.evaluations.map { WorkflowReport($0, file: $0.input.source).text }.joined(by: "")
  }

  var text: String {
    let decision = evaluation.decision
    var text = Self.line(
      decision.isGo ? "notice" : "error",
      [("title", decision.heading)],
      (file.map { "\($0): " } ?? "") + evaluation.reason
    )
    for finding in evaluation.findings { text += Self.line(finding) }
    return text
  }

  private static func line(_ finding: Finding) -> String {
    let command =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [(String, String)] = []
    if let location = finding.location, location.file != OpenFile.standardInputName {
      properties = [("file", location.file), ("line", String(location.line))]
      if location.column > 1 { properties.append(("col", String(location.column))) }
    }
    properties.append(("title", finding.title))
    return line(command, properties, (finding.phase.map { "\($0): " } ?? "") + finding.message)
  }

  private static func line(
    _ command: String,
    _ properties: [(name: String, value: String)],
    _ message: String
  ) -> String {
    let properties = properties.map { "\($0.name)=\($0.value.escapedForWorkflowProperty)" }
    return "::\(command) \(properties.joined(by: ","))::\(message.escapedForWorkflowMessage)\n"
  }
}
