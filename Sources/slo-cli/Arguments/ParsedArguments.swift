/// The words of a command line, sorted by the table of a command.
///
/// Values are looked up by the constants that declare them, so a misspelt name does not compile.
struct ParsedArguments: Sendable, Hashable {
  /// What was given; an option that was not given is not here.
  let options: [OptionDeclaration: [String]]
  let positionals: [PositionalDeclaration: [String]]
}

extension ParsedArguments {
  /// The value of an option of this command.
  subscript<Value>(option: Option<Value>) -> Value {
    option.read(options[option.declaration] ?? [])
  }

  /// The value of a positional argument of this command.
  subscript<Value>(positional: Positional<Value>) -> Value {
    positional.read(positionals[positional.declaration] ?? [])
  }
}
