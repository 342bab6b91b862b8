import SLOKit

/// Everywhere that the result of a check goes.
struct CheckOutputs: Sendable {
  /// Files, as the command line names them; without any, standard output.
  ///
  /// They become targets when they are needed: most runs have none, and a type of array that is
  /// never made costs nothing at start-up.
  let words: [String]
  /// Markdown documents that hold the report as one of their sections.
  let documents: [String]
  /// For what names no format, and for standard output.
  let format: ReportFormat
  let color: ColorChoice
  let isQuiet: Bool

  /// Whether a report in this format is wanted.
  func contains(_ format: ReportFormat) -> Bool {
    guard !words.isEmpty else {
      return documents.isEmpty && !isQuiet && self.format == format
    }
    return words.contains { (OutputTarget($0).format ?? self.format) == format }
  }

  /// Writes the result to each output, in its format.
  func write(_ evaluation: CombinedEvaluation, _ console: Console) throws(Diagnostics) -> ExitStatus
  {
    do throws(Diagnostic) {
      for word in words {
        let target = OutputTarget(word)
        try target.file.write(evaluation.report(target.format ?? format), console: console)
      }
      for path in documents { try insert(evaluation.report(.markdown), into: path, console) }
      if contains(.github), let path = console.environment(Self.summaryVariable), !path.isEmpty {
        try OutputFile(path: path).append(evaluation.report(.markdown))
      }
    } catch {
      throw Diagnostics(error)
    }
    guard words.isEmpty, documents.isEmpty, !isQuiet else { return .proceed }
    return console.print(evaluation.report(format, usesColor: console.usesColor(color)))
  }

  /// Says which files are written.
  func addRoles(to files: inout FileRoles, _ console: Console) {
    for word in words { files.write(OutputTarget(word).file.path, as: "--output") }
    for path in documents { files.write(path, as: "--append") }
    if contains(.github) {
      files.write(console.environment(Self.summaryVariable), as: Self.summaryVariable)
    }
  }

  private func insert(
    _ report: String,
    into path: String,
    _ console: Console
  ) throws(Diagnostic) {
    let file = InputFile(path: path)
    let document = try file.kind == nil ? [] : file.contents()
    let result = try MarkdownSection.inserting(report, into: document, name: path)
    try OutputFile(path: path).write(result, console: console)
  }

  /// Names the file in which a GitHub workflow gathers the summary of a step, as Markdown.
  private static let summaryVariable = "GITHUB_STEP_SUMMARY"
}

extension Check {
  /// The outputs that the command line names.
  static func outputs(_ arguments: ParsedArguments) throws(UsageError) -> CheckOutputs {
    for word in arguments[output] {
      if let name = OutputTarget.unknownFormat(in: word) {
        throw .unknownFormat(name, word: word, option: "--output")
      }
      let path = OutputTarget(word).file.path
      guard !path.isEmpty else {
        throw .malformedValue(word, option: "--output", expected: "a file behind the format")
      }
    }
    for path in arguments[document] where path == "-" {
      throw .malformedValue(path, option: "--append", expected: "a file, not standard output")
    }
    return CheckOutputs(
      words: arguments[output],
      documents: arguments[document],
      format: arguments[format],
      color: arguments[color],
      isQuiet: arguments[quiet]
    )
  }
}
