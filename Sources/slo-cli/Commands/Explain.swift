import SLOKit

/// `slo-cli explain`: tells how an objective came out.
enum Explain {
  static let command = Command(
    name: "explain",
    abstract: "Tell how the value and the status of an objective came about.",
    discussion: """
      Shows the indicator with its numbers put in, the samples that count and those that are left \
      out, which band decided, and the samples nearest to the limit.
      """,
    positionals: [file.declaration],
    options: [objective.declaration] + RunInput.declarations,
    examples: [
      Command.Example(
        purpose: "Find out why an objective is red.",
        words: "metrics.csv --objective p95-latency"
      )
    ],
    run: run
  )

  static let file = Positional.one("FILE", help: "The metrics as CSV; '-' is standard input.")
  static let objective = Option.value(
    "objective",
    placeholder: "ID",
    help: "The objective's id or name; required."
  )

  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    guard let objective = arguments[objective] else {
      throw .missingArgument(placeholder: "--objective")
    }
    var input = try RunInput(arguments)
    input.files.read(arguments[file], as: "FILE")
    do throws(Diagnostics) {
      try input.checkFiles()
      let metrics = try input.metrics(.file(arguments[file]))
      let (source, overrides) = try input.rules(
        forMetrics: [arguments[file]],
        [metrics],
        console
      )
      let rules = try source.ruleSet(overrides: overrides, columns: metrics.columns)
      let explanations = try rules.explain(
        objective,
        metrics,
        baseline: try input.baselines(),
        options: EvaluationOptions(
          percentiles: input.percentiles,
          threads: input.threads,
          phase: input.phase
        )
      )
      return console.print(explanations.map(\.report).joined(separator: "\n"))
    } catch {
      console.report(error.description)
      return ExitStatus(error.subject)
    }
  }
}
