import SLOKit

/// `slo-cli archive`: judges a metrics file and keeps it with its rules and all reports.
enum Archive {
  static let command = Command(
    name: "archive",
    abstract: "Judge a metrics file, and keep it with the rules and every report.",
    discussion: """
      The folder holds the metrics, the rules that were used, a report in every format, and \
      SHA256SUMS, which 'sha256sum -c SHA256SUMS' checks. What is judged is the copy. A folder \
      that is there already is never changed.
      """,
    positionals: [file.declaration],
    options: [
      folder.declaration,
      Check.checklist.declaration,
      Check.failOn.declaration,
      Check.strict.declaration,
      Check.verbose.declaration,
      Check.quiet.declaration,
    ] + RunInput.declarations,
    examples: [
      Command.Example(
        purpose: "Keep what a release was decided on.",
        words: "--to evidence/2.4.0 metrics.csv"
      )
    ],
    exitStatuses: ExitStatus.allCases,
    run: run
  )

  static let file = Positional.one("FILE", help: "The metrics as CSV.")
  static let folder = Option.value(
    "to",
    placeholder: "FOLDER",
    help: "Create this folder; without it, it is FILE with '-archive' in place of its ending."
  )

  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    var input = try RunInput(arguments)
    input.files.read(arguments[file], as: "FILE")
    for path in arguments[Check.checklist] { input.files.read(path, as: "--checklist") }
    let path = arguments[folder] ?? defaultFolder(for: arguments[file])
    do throws(Diagnostics) {
      try input.checkFiles()
      var folder = try begin(path, arguments)
      do throws(Diagnostics) {
        let evaluation = try fill(&folder, arguments, input, console)
        let heading = "\(evaluation.decision.rawValue): \(evaluation.reason)".escapedForTerminal
        let text = "\(path.escapedForTerminal)\n\(heading)\n"
        return (arguments[Check.quiet] ? .proceed : console.print(text))
          .merged(with: Check.status(of: evaluation.decision, arguments))
      } catch {
        folder.remove()
        throw error
      }
    } catch {
      console.report(error.description)
      return ExitStatus(error.subject)
    }
  }

  private static func begin(
    _ path: String,
    _ arguments: ParsedArguments
  ) throws(Diagnostics) -> ArchiveFolder {
    do throws(Diagnostic) {
      try checkRegular(InputFile(path: arguments[file]))
      return try ArchiveFolder(path: path)
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Checks that the file can be read twice: once to be copied, once to be judged.
  private static func checkRegular(_ file: InputFile) throws(Diagnostic) {
    switch file.kind {
    case .regular?: return
    // Says why there is nothing to read.
    case nil where file.path != "-": _ = try file.contents()
    case nil, .other?: break
    }
    throw Diagnostic(
      .unreadableFile,
      "'\(file.path)' is no regular file, so it cannot be copied and judged",
      hint: "write the stream to a file first"
    )
  }

  private static func fill(
    _ folder: inout ArchiveFolder,
    _ arguments: ParsedArguments,
    _ input: RunInput,
    _ console: Console
  ) throws(Diagnostics) -> Evaluation {
    do throws(Diagnostic) {
      try folder.add(InputFile(path: arguments[file]), as: "metrics.csv")
    } catch {
      throw Diagnostics(error)
    }
    let copy = MetricsSource.file(
      folder.location(of: "metrics.csv"),
      name: arguments[file]
    )
    let combined = try Check.evaluate(
      [copy],
      paths: [arguments[file]],
      arguments,
      input,
      drawsSeries: true,
      console
    )
    let evaluation = combined.evaluations[0]
    do throws(Diagnostic) {
      try folder.add(evaluation.rules.contents, as: RuleSource.fileNames[0])
      for format in ReportFormat.allCases {
        try folder.add(Array(evaluation.report(format).utf8), as: format.fileName)
      }
      try folder.finish()
    } catch {
      throw Diagnostics(error)
    }
    return evaluation
  }

  /// `runs/metrics.csv` goes to `runs/metrics-archive`.
  private static func defaultFolder(for path: String) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let dot = path.lastIndex(of: ".").flatMap { $0 > slash ? $0 : nil } ?? path.endIndex
    return path[..<dot] + "-archive"
  }
}
