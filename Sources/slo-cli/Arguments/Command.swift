/// A subcommand: one table for parsing, help and the self-check, and what it does.
struct Command: Sendable {
  /// A command line and what it is good for.
  struct Example: Sendable, Hashable {
    let purpose: String
    let words: String
  }

  typealias Action =
    @Sendable (ParsedArguments, Console) throws(UsageError) -> ExitStatus

  let name: String
  /// One sentence.
  let abstract: String
  let discussion: String?
  let positionals: [PositionalDeclaration]
  /// The options in the order of the help, `--help` last.
  let options: [OptionDeclaration]
  let examples: [Example]
  /// The statuses that help explains; none for a command that decides nothing.
  let exitStatuses: [ExitStatus]
  let run: Action

  init(
    name: String,
    abstract: String,
    discussion: String? = nil,
    positionals: [PositionalDeclaration] = [],
    options: [OptionDeclaration] = [],
    examples: [Example] = [],
    exitStatuses: [ExitStatus] = [],
    run: @escaping Action
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.positionals = positionals
    self.options = options + [Self.help.declaration]
    self.examples = examples
    self.exitStatuses = exitStatuses
    self.run = run
  }
}

extension Command {
  /// The option that every command has, and the program too.
  static let help = Option.flag("help", short: "h", help: "Show this help.")

  /// Whether the words ask for help.
  ///
  /// Asking wins over any mistake in the same line: who makes one needs the help.
  static func isHelpWanted(in words: some Sequence<String>) -> Bool {
    words.prefix { $0 != "--" }.contains(where: help.declaration.isSpelled)
  }
}
