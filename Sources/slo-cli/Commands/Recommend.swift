import SLOKit

/// `slo-cli recommend`: drafts targets from the metrics of runs.
enum Recommend {
  static let command = Command(
    name: "recommend",
    abstract: "Draft targets from the metrics of runs, with what they rest on.",
    discussion: """
      With --rules or --preset, targets are drafted for the objectives of these rules; without, for \
      every column that is plainly a service metric. A target is the limit that an unchanged next \
      run misses with a stated probability; where the data cannot promise that, there is none, and \
      the draft says why.
      """,
    positionals: [files.declaration],
    options: [
      rules.declaration,
      preset.declaration,
      RunInput.set.declaration,
      RunInput.environmentFile.declaration,
      phase.declaration,
      method.declaration,
      alpha.declaration,
      next.declaration,
      format.declaration,
      output.declaration,
      emitRules.declaration,
      update.declaration,
      diff.declaration,
      RunInput.delimiter.declaration,
      RunInput.columns.declaration,
    ],
    examples: [
      Command.Example(
        purpose: "Draft targets from a run, as a document to discuss.",
        words: "metrics.csv --output SLO_DRAFT.md"
      ),
      Command.Example(
        purpose: "Begin a rule file with the targets of a draft.",
        words: "metrics.csv --emit-rules slo-rules.json5"
      ),
      Command.Example(
        purpose: "Show what two runs would change in present rules.",
        words: "run-1.csv run-2.csv --rules slo-rules.json5 --diff"
      ),
    ],
    run: run
  )

  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    try checkCombination(arguments)
    let options = try self.options(arguments)
    let csv = try RunInput.csvFormat(arguments)
    do throws(Diagnostics) {
      try checkFiles(arguments)
      let recommendation = try Recommendation(
        metrics: arguments[files].map { .file($0) },
        rules: try source(arguments),
        overrides: try RunInput.overrides(arguments),
        options: options,
        format: csv
      )
      if arguments[diff] { return print(recommendation.ruleFileUpdate(), console) }
      let status = try write(recommendation, arguments, console)
      return try status.merged(with: writeRules(recommendation, arguments, console))
    } catch {
      console.report(error.description)
      return ExitStatus(error.subject)
    }
  }

  /// Checks that no input would be overwritten but the rule file that is to be updated.
  private static func checkFiles(_ arguments: ParsedArguments) throws(Diagnostics) {
    var roles = FileRoles()
    for path in arguments[files] { roles.read(path, as: "FILE") }
    roles.read(arguments[rules], as: "--rules")
    roles.read(arguments[RunInput.environmentFile], as: "--env-file")
    if !arguments[diff] {
      roles.write(arguments[output], as: "--output")
      roles.write(arguments[emitRules], as: "--emit-rules")
      roles.write(arguments[update], as: "--update")
    }
    do throws(Diagnostic) {
      try roles.check()
    } catch {
      throw Diagnostics(error)
    }
  }

  private static func source(_ arguments: ParsedArguments) throws(Diagnostics) -> RuleSource? {
    if let path = arguments[rules] ?? arguments[update] { return .file(path) }
    guard let name = arguments[preset] else { return nil }
    do throws(Diagnostic) {
      return .preset(try Preset.named(name))
    } catch {
      throw Diagnostics(error)
    }
  }

  private static func options(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> RecommendationOptions {
    var options = RecommendationOptions(method: arguments[method], phase: arguments[phase])
    if let text = arguments[alpha] {
      guard let share = RecommendationOptions.alpha(text) else {
        throw .malformedValue(
          text,
          option: "--alpha",
          expected: "a probability above 0 and below 50%, such as 5%"
        )
      }
      options.alpha = share
    }
    if let text = arguments[next] {
      guard let count = Int(text), (1...100_000).contains(count) else {
        throw .malformedValue(text, option: "--next", expected: "a number of samples, 1 to 100000")
      }
      options.nextSamples = count
    }
    return options
  }

  /// Writes the rule files that are asked for.
  private static func writeRules(
    _ recommendation: Recommendation,
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(Diagnostics) -> ExitStatus {
    do throws(Diagnostic) {
      if let path = arguments[emitRules] {
        try OutputFile(path: path).write(recommendation.ruleFile(), console: console)
      }
      if let path = arguments[update], let update = recommendation.ruleFileUpdate() {
        report(update.skipped, console)
        guard update.text != update.original else { return .proceed }
        try OutputFile(path: path).write(update.text, console: console)
      }
    } catch {
      throw Diagnostics(error)
    }
    return .proceed
  }

  private static func print(_ update: RuleFileUpdate?, _ console: Console) -> ExitStatus {
    guard let update else { return .proceed }
    report(update.skipped, console)
    return console.print(update.diff)
  }

  /// Says what stays as it is although something is proposed for it.
  private static func report(_ skipped: [String], _ console: Console) {
    for reason in skipped { console.report("not updated: \(reason.escapedForTerminal)") }
  }

  private static func write(
    _ recommendation: Recommendation,
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(Diagnostics) -> ExitStatus {
    let printed = recommendation.report(arguments[format])
    guard let path = arguments[output] else { return console.print(printed) }
    do throws(Diagnostic) {
      let text = RecommendationFormat(fileName: path).map { recommendation.report($0) } ?? printed
      try OutputFile(path: path).write(text, console: console)
    } catch {
      throw Diagnostics(error)
    }
    return .proceed
  }
}

// MARK: - Arguments

extension Recommend {
  static let files = Positional.oneOrMore(
    "FILE",
    help: "The metrics of a run as CSV, the earliest run first; '-' is standard input."
  )
  static let rules = Option.value(
    "rules",
    placeholder: "FILE",
    help: "Draft targets for the objectives of this rule file."
  )
  static let preset = Option.value(
    "preset",
    placeholder: "NAME",
    help: "Draft targets for the objectives of the built-in rules NAME."
  )
  static let phase = Option.value(
    "phase",
    placeholder: "NAME",
    help: "Draft from the samples of the phase NAME of the rules alone, for its own targets."
  )
  static let method = Option.choice(
    "method",
    placeholder: "METHOD",
    default: RecommendationMethod.prediction,
    help: "Find limits by predicting the next run, or by the classic rules of thumb."
  )
  static let alpha = Option.value(
    "alpha",
    placeholder: "SHARE",
    help: "Let an unchanged next run miss a target with at most this probability; 5% without it."
  )
  static let next = Option.value(
    "next",
    placeholder: "N",
    help: "Reckon with a next run of N samples; without it, as many as a run here has."
  )
  static let format = Option.choice(
    "format",
    placeholder: "FORMAT",
    default: RecommendationFormat.markdown,
    help: "Write the draft in this format."
  )
  static let output = Option.value(
    "output",
    short: "o",
    placeholder: "FILE",
    help: """
      Write the draft to FILE instead of standard output, whole or not at all; its ending \
      (.md, .json, .txt) tells the format, or else --format does.
      """
  )
  static let emitRules = Option.value(
    "emit-rules",
    placeholder: "FILE",
    help: """
      Write a rule file with the suggested targets, which 'check' takes as it is; without a target, \
      write none and exit with 65.
      """
  )
  static let update = Option.value(
    "update",
    placeholder: "FILE",
    help: """
      Put the suggested targets into this rule file, and change nothing else in it; of five or more \
      runs, only those that they clearly ask for.
      """
  )
  static let diff = Option.flag(
    "diff",
    help: "Print what would change in the file of --rules or --update, and write nothing."
  )
}
