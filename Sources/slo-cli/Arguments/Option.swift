/// What the table says about an option, whatever the type of its value.
struct OptionDeclaration: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case flag
    case value(placeholder: String)
    /// An option that may be given several times.
    case repeated(placeholder: String)
  }

  /// The long name without its dashes.
  let name: String
  let short: Character?
  let kind: Kind
  /// All the values there are; empty when any text will do.
  let choices: [String]
  let defaultValue: String?
  let help: String
}

extension OptionDeclaration {
  /// The long name as it is written.
  var spelling: String { "--\(name)" }

  /// What stands for the value in help, or `nil` for a flag.
  var placeholder: String? {
    switch kind {
    case .flag: nil
    case .value(let placeholder), .repeated(let placeholder): placeholder
    }
  }

  var isRepeatable: Bool {
    switch kind {
    case .flag, .value: false
    case .repeated: true
    }
  }

  /// Whether `word` is the option's long or short name, dashes included.
  func isSpelled(_ word: some StringProtocol) -> Bool {
    if word == spelling { return true }
    guard let short else { return false }
    return word == "-\(short)"
  }
}

/// An option of a command, and the key that looks up its value.
///
/// A command keeps its options as constants, lists them in its table, and reads
/// `arguments[format]`; the type of what comes back follows from how the option was declared.
struct Option<Value: Sendable>: Sendable {
  let declaration: OptionDeclaration

  /// Makes the value from the texts that were given, which the parser has checked.
  let read: @Sendable ([String]) -> Value
}

extension Option<Bool> {
  /// An option without a value: given or not.
  static func flag(_ name: String, short: Character? = nil, help: String) -> Self {
    Self(
      declaration: OptionDeclaration(
        name: name,
        short: short,
        kind: .flag,
        choices: [],
        defaultValue: nil,
        help: help
      ),
      read: { !$0.isEmpty }
    )
  }
}

extension Option<String?> {
  /// An option with any text as its value; `nil` when it is not given.
  static func value(
    _ name: String,
    short: Character? = nil,
    placeholder: String,
    help: String
  ) -> Self {
    Self(
      declaration: OptionDeclaration(
        name: name,
        short: short,
        kind: .value(placeholder: placeholder),
        choices: [],
        defaultValue: nil,
        help: help
      ),
      read: { $0.first }
    )
  }
}

extension Option<[String]> {
  /// An option that may be given several times; its values in the order they were given.
  static func repeated(
    _ name: String,
    short: Character? = nil,
    placeholder: String,
    help: String
  ) -> Self {
    Self(
      declaration: OptionDeclaration(
        name: name,
        short: short,
        kind: .repeated(placeholder: placeholder),
        choices: [],
        defaultValue: nil,
        help: help
      ),
      read: { $0 }
    )
  }
}

extension Option where Value: CaseIterable & RawRepresentable<String> {
  /// An option with one value of a closed set.
  static func choice(
    _ name: String,
    short: Character? = nil,
    placeholder: String,
    default defaultValue: Value,
    help: String
  ) -> Self {
    Self(
      declaration: OptionDeclaration(
        name: name,
        short: short,
        kind: .value(placeholder: placeholder),
        choices: Value.allCases.map(\.rawValue),
        defaultValue: defaultValue.rawValue,
        help: help
      ),
      read: { $0.first.flatMap(Value.init(rawValue:)) ?? defaultValue }
    )
  }
}
