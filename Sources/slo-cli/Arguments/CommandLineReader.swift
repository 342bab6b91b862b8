/// Sorts the words behind a command's name by the command's table.
///
/// Options and positionals come in any order. `--` ends the options; `-` alone is a positional or
/// a value, because it names standard input or output.
struct CommandLineReader {
  /// The most values of one option or positional: each may be a file that is held open.
  static let valueLimit = 256

  private let command: Command
  private var words: ArraySlice<String>
  private var operands: [String] = []
  private var options: [ParsedArguments.Entry] = []

  private init(_ words: ArraySlice<String>, command: Command) {
    self.words = words
    self.command = command
  }

  /// Reads all words, or throws the first mistake in them.
  static func read(
    _ words: ArraySlice<String>,
    for command: Command
  ) throws(UsageError) -> ParsedArguments {
    var reader = CommandLineReader(words, command: command)
    try reader.readWords()
    return ParsedArguments(options: reader.options, positionals: try reader.positionals())
  }
}

extension CommandLineReader {
  private mutating func readWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        return
      }
      if word.isOption {
        try readOption(word)
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func readOption(_ word: String) throws(UsageError) {
    let (name, attached) = word.splitAtEqualsSign
    guard let option = command.options.first(where: { $0.isSpelled(name) }) else {
      throw .unknownOption(String(name), candidates: command.options.map(\.spelling))
    }
    let value = try readValue(of: option, attached: attached)
    guard let index = options.firstIndex(where: { $0.name == option.name }) else {
      options.append(ParsedArguments.Entry(name: option.name, values: [value]))
      return
    }
    guard option.isRepeatable else { throw .repeatedOption(option.spelling) }
    guard options[index].values.count < Self.valueLimit else {
      throw .tooManyValues(option.spelling, limit: Self.valueLimit)
    }
    options[index].values.append(value)
  }

  /// The text behind `=`, or else the next word; for a flag an empty text.
  private mutating func readValue(
    of option: OptionDeclaration,
    attached: Substring?
  ) throws(UsageError) -> String {
    guard let placeholder = option.placeholder else {
      guard attached == nil else { throw .unexpectedValue(option: option.spelling) }
      return ""
    }
    let missing: (String?) -> UsageError = {
      .missingValue(option: option.spelling, placeholder: placeholder, nextWord: $0)
    }
    guard let value = attached.map(String.init) ?? nextValue() else { throw missing(words.first) }
    // An unset variable in a script leaves an empty value behind; that is a mistake, too.
    guard !value.isEmpty else { throw missing(nil) }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw .unknownValue(value, option: option.spelling, choices: option.choices)
    }
    return value
  }

  /// Takes the next word, unless it is an option: then a value was forgotten.
  private mutating func nextValue() -> String? {
    guard let word = words.first, !word.isOption else { return nil }
    words.removeFirst()
    return word
  }

  /// Hands the operands out to the positionals, in the order of the table.
  private func positionals() throws(UsageError) -> [ParsedArguments.Entry] {
    var rest = operands[...]
    var result: [ParsedArguments.Entry] = []
    for positional in command.positionals {
      let share = positional.count == .oneOrMore ? rest : rest.prefix(1)
      guard !share.isEmpty || !positional.isRequired else {
        throw .missingArgument(placeholder: positional.placeholder)
      }
      guard share.count <= Self.valueLimit else {
        throw .tooManyValues(positional.placeholder, limit: Self.valueLimit)
      }
      result.append(ParsedArguments.Entry(name: positional.placeholder, values: Array(share)))
      rest = rest.dropFirst(share.count)
    }
    if let extra = rest.first { throw .unexpectedArgument(extra) }
    return result
  }
}

extension String {
  /// Whether the word is meant as an option, `--` included.
  var isOption: Bool { hasPrefix("-") && self != "-" }

  /// `--name=value` in two; only long options have this form.
  fileprivate var splitAtEqualsSign: (name: Substring, value: Substring?) {
    guard hasPrefix("--"), let sign = firstIndex(of: "=") else { return (self[...], nil) }
    return (self[..<sign], self[index(after: sign)...])
  }
}
