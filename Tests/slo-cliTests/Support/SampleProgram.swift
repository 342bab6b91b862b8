@testable import slo_cli

/// A small program with one option of each kind.
enum Sample {
  enum Color: String, CaseIterable {
    case red, green
  }

  static let first = Positional.one("FIRST", help: "The first word.")
  static let second = Positional.optional("SECOND", help: "The second word.")
  static let flag = Option.flag("flag", short: "f", help: "Switch something on.")
  static let value = Option.value("value", short: "v", placeholder: "TEXT", help: "Take a text.")
  static let list = Option.repeated("list", placeholder: "ITEM", help: "Take another item.")
  static let color = Option.choice(
    "color",
    placeholder: "COLOR",
    default: Color.red,
    help: "Choose."
  )

  static let command = Command(
    name: "sample",
    abstract: "Do nothing with several words that a test gives.",
    positionals: [first.declaration, second.declaration],
    options: [flag.declaration, value.declaration, list.declaration, color.declaration],
    run: { _, _ in .proceed }
  )

  static func read(_ words: String...) throws(UsageError) -> ParsedArguments {
    try CommandLineReader.read(words[...], for: command)
  }
}
