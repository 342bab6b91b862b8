import Foundation
import Testing

@testable import slo_cli

struct TableTests {
  @Test func `the tables of the tool have no mistakes`() {
    #expect(SloCLI.program.tableProblems == [])
  }

  /// An argument that is declared but not listed could be looked up and would never be there.
  @Test(arguments: [
    ("Check", Check.command), ("Explain", Explain.command), ("Presets", Presets.command),
    ("Help", Help.command),
  ])
  func `every declared argument is in its table`(_ file: String, _ command: Command) throws {
    let shared = Set(RunInput.declarations.map(\.name))
    let sharedCount = command.options.count { shared.contains($0.name) }
    let declared = try declaredCount(in: file)
    // The table's own --help is declared elsewhere.
    #expect(declared == command.positionals.count + command.options.count - 1 - sharedCount)
  }

  @Test func `every shared argument is in the shared table`() throws {
    #expect(try declaredCount(in: "RunInput") == RunInput.declarations.count)
  }

  /// How many arguments a file of the commands declares.
  private func declaredCount(in file: String) throws -> Int {
    let path = #filePath.replacing(
      "Tests/slo-cliTests/Arguments/TableTests.swift",
      with: "Sources/slo-cli/Commands/\(file).swift"
    )
    let source = try String(contentsOfFile: path, encoding: .utf8)
    return source.split(separator: "\n").count {
      $0.hasPrefix("  static let ") && ($0.contains("= Option.") || $0.contains("= Positional."))
    }
  }

  @Test func `each kind of mistake in a table is found`() {
    let flag = Option.flag("flag", short: "h", help: "switch it on")
    let choice = Option<String>(
      declaration: OptionDeclaration(
        name: "choice",
        short: nil,
        kind: .value(placeholder: "C"),
        choices: ["a"],
        defaultValue: "b",
        help: "Choose."
      ),
      read: { $0.first ?? "" }
    )
    let word = Positional.optional("WORD", help: "A word.")
    let command = Command(
      name: "bad",
      abstract: "No full stop",
      positionals: [word.declaration, word.declaration],
      options: [flag.declaration, choice.declaration, flag.declaration],
      run: { _, _ in .proceed }
    )
    let program = Program(
      name: "tool",
      abstract: "Be wrong.",
      version: "",
      commands: [{ command }, { Command(name: "bad", abstract: "Be.", run: { _, _ in .proceed }) }]
    )
    #expect(
      program.tableProblems == [
        "two commands are named 'bad'",
        "bad: the help of 'bad' is no sentence",
        "bad: the help of '--flag' is no sentence",
        "bad: the help of '--flag' is no sentence",
        "bad: two options are named '--flag'",
        "bad: two options are '-h'",
        "bad: two options are '-h'",
        "bad: the default of '--choice' is none of its values",
        "bad: 'WORD' is not the last argument",
        "bad: two arguments are named 'WORD'",
      ]
    )
  }
}
