import SLOKit

/// `slo-cli check`: judges a metrics file.
enum Check {
  /// The mildest decision that makes the process fail.
  enum Threshold: String, Sendable, CaseIterable {
    case hold, rollback
  }

  static let command = Command(
    name: "check",
    abstract: "Judge a metrics file by its objectives: proceed, hold or roll back.",
    discussion: """
      Without --rules and --preset, the rules are slo-rules.json5 or slo-rules.json beside FILE, \
      or in the working directory or a folder above it up to the root of its repository, or else the \
      preset that fits the columns.
      """,
    positionals: [files.declaration],
    options: [
      RunInput.rules.declaration,
      RunInput.preset.declaration,
      RunInput.set.declaration,
      RunInput.environmentFile.declaration,
      RunInput.baseline.declaration,
      RunInput.phase.declaration,
      checklist.declaration,
      format.declaration,
      output.declaration,
      document.declaration,
      failOn.declaration,
      RunInput.delimiter.declaration,
      RunInput.columns.declaration,
      strict.declaration,
      RunInput.exact.declaration,
      RunInput.threads.declaration,
      verbose.declaration,
      quiet.declaration,
      color.declaration,
    ],
    examples: [
      Command.Example(
        purpose: "Judge a run by the rule file beside it.",
        words: "metrics.csv"
      ),
      Command.Example(
        purpose: "Judge by a preset, and keep a report for people.",
        words: "--preset production-baseline --output report.md metrics.csv"
      ),
      Command.Example(
        purpose: "Judge a run together with what people have ticked off.",
        words: "--checklist release.md metrics.csv"
      ),
      Command.Example(
        purpose: "Judge what another program writes, for a third one to read.",
        words: "--rules slo-rules.json5 --format json -"
      ),
    ],
    exitStatuses: ExitStatus.allCases,
    run: run
  )

  /// Judges the file and prints the result.
  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    var input = try RunInput(arguments)
    let outputs = try outputs(arguments)
    for path in arguments[files] { input.files.read(path, as: "FILE") }
    for path in arguments[checklist] { input.files.read(path, as: "--checklist") }
    outputs.addRoles(to: &input.files, console)
    do throws(Diagnostics) {
      try input.checkFiles()
      let evaluation = try evaluate(
        arguments[files].map { .file($0) },
        paths: arguments[files],
        arguments,
        input,
        drawsSeries: outputs.contains(.html),
        console
      )
      return try outputs.write(evaluation, console)
        .merged(with: status(of: evaluation.decision, arguments))
    } catch {
      console.report(error.description)
      return ExitStatus(error.subject)
    }
  }

  /// Judges each of `sources` by the rules that come with the files at `paths`.
  static func evaluate(
    _ sources: [MetricsSource],
    paths: [String],
    _ arguments: ParsedArguments,
    _ input: RunInput,
    drawsSeries: Bool,
    _ console: Console
  ) throws(Diagnostics) -> CombinedEvaluation {
    var metrics: [MetricsReader] = []
    for source in sources { metrics.append(try input.metrics(source)) }
    if sources.count > 1 { try input.checkBaselines() }
    let (rules, overrides) = try input.rules(forMetrics: paths, metrics, console)
    var checklists: [Checklist] = []
    for path in arguments[checklist] { checklists.append(try Checklist(contentsOf: path)) }
    let options = EvaluationOptions(
      isStrict: arguments[strict],
      listsUnusedColumns: arguments[verbose],
      percentiles: input.percentiles,
      threads: input.threads,
      checklists: checklists,
      phase: input.phase,
      drawsSeries: drawsSeries
    )
    let line =
      console.error.isTerminal && !arguments[quiet]
      ? ProgressLine(on: console.error, clock: { Platform.seconds }) : nil
    defer { line?.clear() }
    var progress: ReadingProgress.Handler?
    if let line { progress = { line.show($0) } }
    var evaluations: [Evaluation] = []
    for reader in metrics {
      evaluations.append(
        try rules.ruleSet(overrides: overrides, columns: reader.columns)
          .evaluate(
            reader,
            baseline: try input.baselines(),
            options: options,
            progress: progress
          )
      )
    }
    return CombinedEvaluation(evaluations)
  }

  static func status(of decision: Decision, _ arguments: ParsedArguments) -> ExitStatus {
    switch (decision, arguments[failOn]) {
    case (.proceed, _), (.hold, .rollback): .proceed
    case (.hold, .hold): .hold
    case (.rollback, _): .rollback
    }
  }
}

// MARK: - Arguments

extension Check {
  static let files = Positional.oneOrMore(
    "FILE",
    help: """
      The metrics as CSV; '-' is standard input. Several files are judged each on its own, and the \
      worst decision stands.
      """
  )
  static let checklist = Option.repeated(
    "checklist",
    placeholder: "FILE",
    help: "Hold while a Markdown task list in FILE has an open item that is not optional."
  )
  static let format = Option.choice(
    "format",
    placeholder: "FORMAT",
    default: ReportFormat.text,
    help: "Write the result in this format."
  )
  static let output = Option.repeated(
    "output",
    short: "o",
    placeholder: "[FORMAT:]FILE",
    help: """
      Write the result to FILE instead of standard output ('-'), whole or not at all; may be given \
      several times. Without FORMAT, its ending (.html, .json, .md, .sarif, .svg, .txt, .xml) tells the \
      format, or else --format does.
      """
  )
  static let document = Option.repeated(
    "append",
    placeholder: "FILE",
    help: """
      Put the result into a Markdown document: behind it, or in place of the result that it holds \
      already; all else stays as it is.
      """
  )
  static let failOn = Option.choice(
    "fail-on",
    placeholder: "DECISION",
    default: Threshold.hold,
    help: "Exit with 0 when the decision is milder than this one."
  )
  static let strict = Option.flag(
    "strict",
    help: "Hold when there are warnings about the data itself."
  )
  static let verbose = Option.flag(
    "verbose",
    short: "v",
    help: "Tell more: also the columns that no rule uses."
  )
  static let quiet = Option.flag(
    "quiet",
    short: "q",
    help: "Print nothing but errors; the exit status tells the decision."
  )
  static let color = Option.choice(
    "color",
    placeholder: "WHEN",
    default: ColorChoice.auto,
    help: "Colour the result on a terminal, always or never."
  )
}
