import SLOKit

/// `slo-cli archive`: judges a metrics file and keeps it with its rules and all reports.
enum Archive {
  static let command = Command(
    name: "archive",
    abstract: "Judge a metrics file, and keep it with the rules and every report.",
    discussion: """
      The folder holds the metrics, the rules that were used, the baseline, the checklists and the \
      env file, a report in every format, check.sh, which judges them again, and SHA256SUMS, which \
      'sha256sum -c SHA256SUMS' checks. What is judged are the copies. A folder that is there \
      already is never changed.
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
    let input = try RunInput(arguments)
    let command = ArchivedCommand(arguments)
    let copied = try RunInput(command.arguments)
    let path = folderPath(arguments)
    do throws(Diagnostics) {
      // Ended in between, the process would leave the unfinished folder behind.
      let evaluation = try Platform.deferringSignals { () throws(Diagnostics) in
        var folder = try begin(path, command)
        do throws(Diagnostics) {
          let rules = try copy(command, arguments, input, to: &folder)
          let evaluation = try judge(folder, command, copied, console)
          try addReports(evaluation, command.script(rules: rules), to: &folder)
          return evaluation
        } catch {
          folder.remove()
          throw error
        }
      }
      let heading = "\(evaluation.decision.rawValue): \(evaluation.reason)".escapedForTerminal
      let text = "\(path.escapedForTerminal)\n\(heading)\n"
      return (arguments[Check.quiet] ? .proceed : console.print(text))
        .merged(with: Check.status(of: evaluation.decision, arguments))
    } catch {
      let message = error.description
      console.report(message)
      for note in command.originNotes(for: message) { console.report(note) }
      return ExitStatus(error.subject)
    }
  }

  private static func begin(
    _ path: String,
    _ command: ArchivedCommand
  ) throws(Diagnostics) -> ArchiveFolder {
    do throws(Diagnostic) {
      for copy in command.copies { try checkRegular(InputFile(path: copy.path)) }
      return try ArchiveFolder(path: path)
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Checks that the file is one that stays as it is, and that nobody has to wait for.
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

  /// Copies what the decision rests on.
  private static func copy(
    _ command: ArchivedCommand,
    _ arguments: ParsedArguments,
    _ input: RunInput,
    to folder: inout ArchiveFolder
  ) throws(Diagnostics) -> RuleSource {
    do throws(Diagnostic) {
      for copy in command.copies { try folder.add(InputFile(path: copy.path), as: copy.name) }
    } catch {
      throw Diagnostics(error)
    }
    let metrics = MetricsSource.file(
      folder.location(of: ArchivedCommand.metricsFile),
      name: arguments[file]
    )
    let rules = try input.ruleSource(forMetrics: arguments[file], try input.metrics(metrics))
    do throws(Diagnostic) {
      switch rules {
      case .file(let path):
        try checkRegular(InputFile(path: path))
        try folder.add(InputFile(path: path), as: ArchivedCommand.rulesFile)
      case .preset(let preset):
        try folder.add(Array(preset.text.utf8), as: ArchivedCommand.rulesFile)
      }
    } catch {
      throw Diagnostics(error)
    }
    return rules
  }

  /// Judges the copies in their folder, by the command that is kept with them.
  private static func judge(
    _ folder: ArchiveFolder,
    _ command: ArchivedCommand,
    _ input: RunInput,
    _ console: Console
  ) throws(Diagnostics) -> Evaluation {
    let before: Int32
    do throws(Diagnostic) {
      before = try folder.enter()
    } catch {
      throw Diagnostics(error)
    }
    defer { Platform.returnToFolder(before) }
    return try Check.evaluate(
      [.file(ArchivedCommand.metricsFile)],
      path: ArchivedCommand.metricsFile,
      command.arguments,
      input,
      drawsSeries: true,
      console
    ).evaluations[0]
  }

  private static func addReports(
    _ evaluation: Evaluation,
    _ script: String,
    to folder: inout ArchiveFolder
  ) throws(Diagnostics) {
    do throws(Diagnostic) {
      for format in ReportFormat.allCases {
        try folder.add(Array(evaluation.report(format).utf8), as: format.fileName)
      }
      try folder.add(Array(script.utf8), as: ArchivedCommand.scriptFile)
      try folder.finish()
    } catch {
      throw Diagnostics(error)
    }
  }

  /// The folder that is named, without the slashes behind it, or the one beside the metrics.
  private static func folderPath(_ arguments: ParsedArguments) -> String {
    guard var path = arguments[folder] else { return defaultFolder(for: arguments[file]) }
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// `runs/metrics.csv` goes to `runs/metrics-archive`.
  private static func defaultFolder(for path: String) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let dot = path.lastIndex(of: ".").flatMap { $0 > slash ? $0 : nil } ?? path.endIndex
    return path[..<dot] + "-archive"
  }
}
