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
      or in the working directory or a folder above it, or else the preset that fits the columns.
      """,
    positionals: [file.declaration],
    options: [
      rules.declaration,
      preset.declaration,
      set.declaration,
      environmentFile.declaration,
      checklist.declaration,
      format.declaration,
      output.declaration,
      failOn.declaration,
      delimiter.declaration,
      columns.declaration,
      strict.declaration,
      exact.declaration,
      threads.declaration,
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
    guard arguments[rules] == nil || arguments[preset] == nil else {
      throw .conflictingOptions("--rules", "--preset")
    }
    for path in arguments[output] where path != "-" {
      let inputs = [arguments[file], arguments[rules], arguments[environmentFile]]
      guard !inputs.contains(path), !arguments[checklist].contains(path) else {
        throw .malformedValue(path, option: "--output", expected: "a file that is not an input")
      }
    }
    let format = try CSVArguments.format(arguments[delimiter], arguments[columns])
    let threadCount = try threadCount(arguments)
    do throws(Diagnostics) {
      let evaluation = try evaluate(arguments, format, threads: threadCount, console)
      return try write(evaluation, arguments, console)
        .merged(with: status(of: evaluation.decision, arguments))
    } catch {
      console.report(error.description)
      return ExitStatus(error.subject)
    }
  }

  private static func evaluate(
    _ arguments: ParsedArguments,
    _ format: CSVFormat,
    threads: Int?,
    _ console: Console
  ) throws(Diagnostics) -> Evaluation {
    let metrics = try MetricsReader(.file(arguments[file]), format: format)
    let columns = metrics.columns
    let rules = try source(arguments, columns: columns)
      .ruleSet(overrides: try overrides(arguments), columns: columns)
    var checklists: [Checklist] = []
    for path in arguments[checklist] { checklists.append(try Checklist(contentsOf: path)) }
    let options = EvaluationOptions(
      isStrict: arguments[strict],
      listsUnusedColumns: arguments[verbose],
      percentiles: arguments[exact] ? .exact : .exactWhereDecisive,
      threads: threads,
      checklists: checklists
    )
    guard console.error.isTerminal, !arguments[quiet] else {
      return try rules.evaluate(metrics, options: options)
    }
    let line = ProgressLine(on: console.error, clock: { Platform.seconds })
    defer { line.clear() }
    return try rules.evaluate(metrics, options: options) { line.show($0) }
  }

  private static func source(
    _ arguments: ParsedArguments,
    columns: [String]
  ) throws(Diagnostics) -> RuleSource {
    if let path = arguments[rules] { return .file(path) }
    do throws(Diagnostic) {
      if let name = arguments[preset] { return .preset(try Preset.named(name)) }
      return try RuleSource.discover(forMetrics: arguments[file], columns: columns)
    } catch {
      throw Diagnostics(error)
    }
  }

  private static func overrides(
    _ arguments: ParsedArguments
  ) throws(Diagnostics) -> [VariableOverride] {
    var overrides: [VariableOverride] = []
    if let path = arguments[environmentFile] {
      overrides += try VariableOverride.environment(contentsOf: path)
    }
    do throws(Diagnostic) {
      for setting in arguments[set] { overrides.append(try VariableOverride(setting: setting)) }
    } catch {
      throw Diagnostics(error)
    }
    return overrides
  }

  private static func threadCount(_ arguments: ParsedArguments) throws(UsageError) -> Int? {
    guard let text = arguments[threads] else { return nil }
    guard let count = Int(text), (1...256).contains(count) else {
      throw .malformedValue(text, option: "--threads", expected: "a number from 1 to 256")
    }
    return count
  }

  /// Writes the result to each output, in the format that its name tells.
  private static func write(
    _ evaluation: Evaluation,
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(Diagnostics) -> ExitStatus {
    do throws(Diagnostic) {
      for path in arguments[output] {
        let format = ReportFormat(fileName: path) ?? arguments[format]
        try OutputFile(path: path).write(evaluation.report(format), console: console)
      }
    } catch {
      throw Diagnostics(error)
    }
    guard arguments[output].isEmpty, !arguments[quiet] else { return .proceed }
    let usesColor = console.usesColor(arguments[color])
    return console.print(evaluation.report(arguments[format], usesColor: usesColor))
  }

  private static func status(of decision: Decision, _ arguments: ParsedArguments) -> ExitStatus {
    switch (decision, arguments[failOn]) {
    case (.proceed, _), (.hold, .rollback): .proceed
    case (.hold, .hold): .hold
    case (.rollback, _): .rollback
    }
  }
}

// MARK: - Arguments

extension Check {
  static let file = Positional.one("FILE", help: "The metrics as CSV; '-' is standard input.")
  static let rules = Option.value(
    "rules",
    placeholder: "FILE",
    help: "Judge by this rule file."
  )
  static let preset = Option.value(
    "preset",
    placeholder: "NAME",
    help: "Judge by the built-in rules NAME; 'slo-cli presets' lists them."
  )
  static let set = Option.repeated(
    "set",
    placeholder: "NAME=VALUE",
    help: "Give a variable of the rules another value, such as p95_target=200ms."
  )
  static let environmentFile = Option.value(
    "env-file",
    placeholder: "FILE",
    help: "Take values of variables from lines of NAME=VALUE; --set wins over them."
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
    placeholder: "FILE",
    help: """
      Write the result to FILE instead of standard output ('-'), whole or not at all; its ending \
      (.md, .json, .txt) tells the format, or else --format does.
      """
  )
  static let failOn = Option.choice(
    "fail-on",
    placeholder: "DECISION",
    default: Threshold.hold,
    help: "Exit with 0 when the decision is milder than this one."
  )
  static let delimiter = Option.value(
    "delimiter",
    placeholder: "C",
    help: "Expect C between fields; otherwise the header shows what is."
  )
  static let columns = Option.value(
    "columns",
    placeholder: "NAMES",
    help: "Name the columns of a file that has no header, with commas between the names."
  )
  static let strict = Option.flag(
    "strict",
    help: "Hold when there are warnings about the data itself."
  )
  static let exact = Option.flag(
    "exact",
    help: """
      Find exact percentiles of more than a million values, too, by reading the file again; \
      without it they are within 0.2 %, and exact where a status depends on it.
      """
  )
  static let threads = Option.value(
    "threads",
    placeholder: "N",
    help: "Read a large file on N threads; the result does not depend on it."
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
