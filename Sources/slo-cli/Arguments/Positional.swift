/// What the table says about a positional argument, whatever the type of its value.
struct PositionalDeclaration: Sendable, Hashable {
  enum Count: Sendable, Hashable {
    case one
    case optional
    case oneOrMore
  }

  /// The name in help and messages, in capitals.
  let placeholder: String
  let count: Count
  let help: String
}

extension PositionalDeclaration {
  var isRequired: Bool { count != .optional }

  /// The argument as a usage line shows it.
  var usage: String {
    switch count {
    case .one: placeholder
    case .optional: "[\(placeholder)]"
    case .oneOrMore: "\(placeholder)..."
    }
  }
}

/// A positional argument of a command, and the key that looks up its value.
struct Positional<Value: Sendable>: Sendable {
  let declaration: PositionalDeclaration

  /// Makes the value from the texts that were given, which the parser has counted.
  let read: @Sendable ([String]) -> Value
}

extension Positional<String> {
  /// An argument that must be there.
  static func one(_ placeholder: String, help: String) -> Self {
    Self(
      declaration: PositionalDeclaration(placeholder: placeholder, count: .one, help: help),
      read: { $0.first ?? "" }
    )
  }
}

extension Positional<String?> {
  /// An argument that may be left out; `nil` then.
  static func optional(_ placeholder: String, help: String) -> Self {
    Self(
      declaration: PositionalDeclaration(placeholder: placeholder, count: .optional, help: help),
      read: { $0.first }
    )
  }
}

extension Positional<[String]> {
  /// One argument or several: all that are left, so it is the last of its table.
  static func oneOrMore(_ placeholder: String, help: String) -> Self {
    Self(
      declaration: PositionalDeclaration(placeholder: placeholder, count: .oneOrMore, help: help),
      read: { $0 }
    )
  }
}
