/// The forms that an evaluation can be reported in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For documents and pull requests.
  case markdown
  /// For programs; the schema is `slokit.evaluation/1`.
  case json
  /// For people in a browser: one file with charts, which needs nothing else.
  case html
  /// For CI systems that show test results: JUnit XML as Jenkins reads it.
  case junit
  /// For the log of a GitHub workflow: annotations that lead to lines of the rule file.
  case github
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For a page that shows the decision alone: an SVG image.
  case badge
}

extension ReportFormat {
  /// The format that a file's name tells by its ending; `nil` when it tells none.
  public init?(fileName: String) {
    let ending = fileName.lastIndex(of: ".").map { String(fileName[$0...]) }
    switch ending {
    case ".txt": self = .text
    case ".md": self = .markdown
    case ".json": self = .json
    case ".html", ".htm": self = .html
    case ".xml": self = .junit
    case ".sarif": self = .sarif
    case ".svg": self = .badge
    default: return nil
    }
  }
}

extension ReportFormat {
  /// The name that a file in this format has among the other reports of a run.
  public var fileName: String {
    switch self {
    case .text: "report.txt"
    case .markdown: "report.md"
    case .json: "report.json"
    case .html: "report.html"
    case .junit: "junit.xml"
    case .github: "annotations.txt"
    case .sarif: "report.sarif"
    case .badge: "badge.svg"
    }
  }
}

extension Evaluation {
  /// The report in this format, ending with a line end.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - usesColor: Whether statuses in a text report are coloured; other formats do not depend on
  ///     it.
  /// - Returns: The whole report.
  public func report(_ format: ReportFormat, usesColor: Bool = false) -> String {
    switch format {
    case .text: TextReport(self, usesColor: usesColor).text
    case .markdown: MarkdownReport(self).text
    case .json: JSONReport(self).text
    case .html: HTMLReport(self).text
    case .junit: JUnitReport(CombinedEvaluation([self])).text
    case .github: WorkflowReport(self).text
    case .sarif: SARIFReport(CombinedEvaluation([self])).text
    case .badge: BadgeReport(decision, reason).text
    }
  }
}

extension CombinedEvaluation {
  /// The report in this format, ending with a line end; of one file it is that file's report.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - usesColor: Whether statuses in a text report are coloured; other formats have no colour.
  /// - Returns: The whole report.
  public func report(_ format: ReportFormat, usesColor: Bool = false) -> String {
    if evaluations.count == 1 { return evaluations[0].report(format, usesColor: usesColor) }
    return switch format {
    case .text: TextReport.text(self, usesColor: usesColor)
    case .markdown: MarkdownReport.text(self)
    case .json: JSONReport.text(self)
    case .html: HTMLReport.text(self)
    case .junit: JUnitReport(self).text
    case .github: WorkflowReport.text(self)
    case .sarif: SARIFReport(self).text
    case .badge: BadgeReport(decision, reason).text
    }
  }
}
