/// The words of a command line, sorted by the table of a command.
///
/// Values are looked up by the constants that declare them, so a misspelt name does not compile.
struct ParsedArguments: Sendable {
  /// The values of an option or of a positional, as they were given.
  ///
  /// A command line is short: a list is faster than a dictionary, which costs its start-up.
  struct Entry: Sendable {
    /// The option's name or the positional's placeholder, which is unique in a command's table.
    let name: String
    var values: [String]
  }

  /// What was given; an option that was not given is not here.
  let options: [Entry]
  let positionals: [Entry]
}

extension ParsedArguments {
  /// The value of an option of this command.
  subscript<Value>(option: Option<Value>) -> Value {
    option.read(options.first { $0.name == option.declaration.name }?.values ?? [])
  }

  /// The value of a positional argument of this command.
  subscript<Value>(positional: Positional<Value>) -> Value {
    positional.read(
      positionals.first { $0.name == positional.declaration.placeholder }?.values ?? []
    )
  }
}
