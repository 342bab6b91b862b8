extension Program {
  /// What is wrong with the tables themselves; a test holds that it is nothing.
  ///
  /// Names are unique, everything has a help text that is a sentence, defaults are values that
  /// the option takes, and positionals can be told apart.
  var tableProblems: [String] {
    let names = commands.map(\.name)
    return names.repeated.map { "two commands are named '\($0)'" }
      + Self.sentenceProblems([(name, abstract)])
      + commands.flatMap { command in command.tableProblems.map { "\(command.name): \($0)" } }
  }

  fileprivate static func sentenceProblems(_ texts: [(name: String, text: String)]) -> [String] {
    texts.filter { !$0.text.isSentence }.map { "the help of '\($0.name)' is no sentence" }
  }
}

extension Command {
  fileprivate var tableProblems: [String] {
    let texts =
      [(name, abstract)] + (discussion.map { [(name, $0)] } ?? [])
      + positionals.map { ($0.placeholder, $0.help) }
      + options.map { ($0.spelling, $0.help) }
      + examples.map { ($0.words, $0.purpose) }
    return Program.sentenceProblems(texts)
      + options.map(\.spelling).repeated.map { "two options are named '\($0)'" }
      + options.compactMap(\.short).map { "-\($0)" }.repeated.map { "two options are '\($0)'" }
      + options.filter { !$0.hasValidDefault }
      .map { "the default of '\($0.spelling)' is none of its values" }
      + positionalProblems
  }

  /// Words are handed out from left to right: behind one that may take none or all of them, a
  /// further one could not know its share.
  private var positionalProblems: [String] {
    positionals.dropLast().filter { $0.count != .one }
      .map { "'\($0.placeholder)' is not the last argument" }
      + positionals.map(\.placeholder).repeated.map { "two arguments are named '\($0)'" }
  }
}

extension OptionDeclaration {
  fileprivate var hasValidDefault: Bool {
    guard let defaultValue else { return true }
    return choices.isEmpty || choices.contains(defaultValue)
  }
}

extension String {
  /// Whether the text begins in upper case and ends with a full stop.
  fileprivate var isSentence: Bool {
    hasSuffix(".") && first?.isUppercase == true
  }
}

extension [String] {
  /// The elements that are there more than once.
  fileprivate var repeated: [String] {
    indices.filter { self[..<$0].contains(self[$0]) }.map { self[$0] }
  }
}
