/// The tool: its commands, and the way from the words of a command line to an exit status.
enum SloCLI {
  static let program = Program(
    name: "slo-cli",
    abstract: "Decide from the metrics of a run whether a rollout may proceed.",
    version: Version.current,
    commands: [
      { Check.command }, { Explain.command }, { Recommend.command }, { Archive.command },
      { Presets.command }, { Help.command },
    ]
  )

  /// Runs a command line; `arguments` begin behind the name of the process.
  static func run(arguments: [String], console: Console) -> ExitStatus {
    program.run(arguments, console: console)
  }
}
