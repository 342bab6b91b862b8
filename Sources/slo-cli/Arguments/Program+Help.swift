extension Program {
  /// The help of the program: what its commands are.
  var help: String {
    var text = HelpText()
    text.addParagraph("OVERVIEW", abstract)
    text.addParagraph("USAGE", "\(name) COMMAND [OPTIONS]")
    text.addTable("COMMANDS", commands.map { ($0.name, $0.abstract) })
    text.addTable("OPTIONS", options.map { ($0.label, $0.explanation) })
    text.addTable("EXIT STATUS", ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    text.addParagraph("See '\(name) help COMMAND' for one command.")
    return text.text
  }

  /// The short form for a line without a command.
  var summary: String {
    var text = HelpText()
    text.addParagraph("USAGE", "\(name) COMMAND [OPTIONS]")
    text.addTable("COMMANDS", commands.map { ($0.name, $0.abstract) })
    text.addParagraph("See '\(name) --help'.")
    return String(text.text.dropLast())
  }

  /// The help of one command.
  func help(for command: Command) -> String {
    let positionals = command.positionals.map { " \($0.usage)" }.joined()
    var text = HelpText()
    text.addParagraph("OVERVIEW", command.abstract)
    if let discussion = command.discussion { text.addParagraph(discussion) }
    text.addParagraph("USAGE", "\(name) \(command.name) [OPTIONS]\(positionals)")
    text.addTable("ARGUMENTS", command.positionals.map { ($0.placeholder, $0.help) })
    text.addTable("OPTIONS", command.options.map { ($0.label, $0.explanation) })
    text.addTable("EXIT STATUS", command.exitStatuses.map { ("\($0.rawValue)", $0.meaning) })
    text.addExamples(
      command.examples.map { ($0.purpose, "\(name) \(command.name) \($0.words)") }
    )
    return text.text
  }
}

extension OptionDeclaration {
  /// Both names and the placeholder; long names stand one below the other.
  fileprivate var label: String {
    let names = (short.map { "-\($0), " } ?? "    ") + spelling
    return placeholder.map { "\(names) \($0)" } ?? names
  }

  /// The help with what the declaration adds to it.
  fileprivate var explanation: String {
    var notes: [String] = []
    if !choices.isEmpty { notes.append("values: " + choices.joined(separator: ", ")) }
    if let defaultValue { notes.append("default: \(defaultValue)") }
    if isRepeatable { notes.append("repeatable") }
    return notes.isEmpty ? help : "\(help) (\(notes.joined(separator: "; ")))"
  }
}
