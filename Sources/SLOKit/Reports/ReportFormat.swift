/// The forms that an evaluation can be reported in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people at a terminal.
  case text
  /// For documents and pull requests.
  case markdown
  /// For programs; the schema is `slokit.evaluation/1`.
  case json
}

extension ReportFormat {
  /// The format that a file's name tells by its ending; `nil` when it tells none.
  public init?(fileName: String) {
    let ending = fileName.lastIndex(of: ".").map { String(fileName[$0...]) }
    switch ending {
    case ".txt": self = .text
    case ".md": self = .markdown
    case ".json": self = .json
    default: return nil
    }
  }
}

extension Evaluation {
  /// The report in this format, ending with a line end.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - usesColor: Whether statuses in a text report are coloured; other formats have no colour.
  /// - Returns: The whole report.
  public func report(_ format: ReportFormat, usesColor: Bool = false) -> String {
    switch format {
    case .text: TextReport(self, usesColor: usesColor).text
    case .markdown: MarkdownReport(self).text
    case .json: JSONReport(self).text
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
    switch format {
    case .text: return TextReport.text(self, usesColor: usesColor)
    case .markdown: return MarkdownReport.text(self)
    case .json: return JSONReport.text(self)
    }
  }
}
