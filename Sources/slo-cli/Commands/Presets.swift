import SLOKit

/// `slo-cli presets`: lists the built-in rules, or prints one of them.
enum Presets {
  static let command = Command(
    name: "presets",
    abstract: "List the built-in rules, or print one as a rule file.",
    positionals: [name.declaration],
    examples: [
      Command.Example(
        purpose: "Begin a rule file of your own with what a preset has.",
        words: "production-baseline > slo-rules.json5"
      )
    ],
    run: run
  )

  static let name = Positional.optional(
    "NAME",
    help: "The preset to print; without it, all are listed."
  )

  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    guard let name = arguments[name] else { return console.print(list) }
    do throws(Diagnostic) {
      return console.print(try Preset.named(name).text)
    } catch {
      console.report(error)
      return ExitStatus(error.code.subject)
    }
  }

  /// A line for each preset: its name and what it is for.
  private static var list: String {
    let width = Preset.all.map(\.name.count).max() ?? 0
    return Preset.all.map { preset in
      preset.name + String(repeating: " ", count: width - preset.name.count + 2) + preset.summary
        + "\n"
    }.joined()
  }
}
