/// `slo-cli help`: the help of the program, or of one command.
enum Help {
  static let command = Command(
    name: "help",
    abstract: "Show the help of the program or of one command.",
    positionals: [commandName.declaration],
    run: run
  )

  static let commandName = Positional.optional(
    "COMMAND",
    help: "The command to explain; without it, all are listed."
  )

  @Sendable private static func run(
    _ arguments: ParsedArguments,
    _ console: Console
  ) throws(UsageError) -> ExitStatus {
    let program = SloCLI.program
    guard let name = arguments[commandName] else { return console.print(program.help) }
    return console.print(program.help(for: try program.command(named: name)))
  }
}
