import SLOKit

/// The program with all its commands: takes a command line to the command that it names.
struct Program: Sendable {
  let name: String
  /// One sentence.
  let abstract: String
  let version: String
  /// Makes the table of each command: only the one that runs is made, which matters where the
  /// whole run takes a millisecond.
  private let commandTables: [@Sendable () -> Command]

  init(
    name: String,
    abstract: String,
    version: String,
    commands: [@Sendable () -> Command]
  ) {
    self.name = name
    self.abstract = abstract
    self.version = version
    commandTables = commands
  }
}

extension Program {
  static let version = Option.flag("version", help: "Show the version.")

  /// All commands, in the order of the help.
  var commands: [Command] { commandTables.map { $0() } }

  /// What may stand in place of a command.
  var options: [OptionDeclaration] { [Self.version.declaration, Command.help.declaration] }

  /// Runs the command that the first word names with the words behind it.
  func run(_ words: [String], console: Console) -> ExitStatus {
    guard let word = words.first else {
      console.report(summary)
      return .usage
    }
    if Command.help.declaration.isSpelled(word) { return console.print(help) }
    if Self.version.declaration.isSpelled(word) { return console.print("\(name) \(version)\n") }
    do {
      return run(try command(named: word), words.dropFirst(), console: console)
    } catch {
      return report(error, seeAlso: "\(name) --help", console: console)
    }
  }

  /// The command with that name.
  func command(named word: String) throws(UsageError) -> Command {
    for table in commandTables {
      let command = table()
      if command.name == word { return command }
    }
    throw word.isOption
      ? .unknownOption(word, candidates: options.map(\.spelling))
      : .unknownCommand(word, candidates: commands.map(\.name))
  }

  private func run(
    _ command: Command,
    _ words: ArraySlice<String>,
    console: Console
  ) -> ExitStatus {
    if Command.isHelpWanted(in: words) { return console.print(help(for: command)) }
    do {
      return try command.run(try CommandLineReader.read(words, for: command), console)
    } catch {
      return report(error, seeAlso: "\(name) \(command.name) --help", console: console)
    }
  }

  private func report(
    _ error: UsageError,
    seeAlso line: String,
    console: Console
  ) -> ExitStatus {
    var lines = ["\(name): error: \(error.message)"]
    if let hint = error.hint { lines.append("hint: \(hint)") }
    lines.append("See '\(line)'.")
    // Words of the command line are often made by scripts, from what others wrote.
    console.report(lines.map(\.escapedForTerminal).joined(separator: "\n"))
    return .usage
  }
}
