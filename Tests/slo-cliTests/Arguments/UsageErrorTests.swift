import Testing

@testable import slo_cli

/// The words of a mistaken command line, and what is said about them.
struct Mistake: Sendable {
  let words: [String]
  let message: String
  let hint: String?
  var seeAlso = "slo-cli check --help"

  var report: String {
    let hint = hint.map { "hint: \($0)\n" } ?? ""
    return "slo-cli: error: \(message)\n\(hint)See '\(seeAlso)'.\n"
  }
}

struct UsageErrorTests {
  @Test(arguments: [
    Mistake(
      words: ["chek", "m.csv"],
      message: "unknown command 'chek'",
      hint: "did you mean 'check'?",
      seeAlso: "slo-cli --help"
    ),
    Mistake(
      words: ["m.csv"],
      message: "unknown command 'm.csv'",
      hint: "the commands are check, explain, recommend, archive, presets, help",
      seeAlso: "slo-cli --help"
    ),
    Mistake(
      words: ["--verison"],
      message: "unknown option '--verison'",
      hint: "did you mean '--version'?",
      seeAlso: "slo-cli --help"
    ),
    Mistake(
      words: ["help", "presest"],
      message: "unknown command 'presest'",
      hint: "did you mean 'presets'?",
      seeAlso: "slo-cli help --help"
    ),
  ])
  func `a mistake in place of a command names the commands`(_ mistake: Mistake) {
    expect(mistake)
  }

  @Test(arguments: [
    Mistake(
      words: ["check", "--fromat=json", "m.csv"],
      message: "unknown option '--fromat'",
      hint: "did you mean '--format'?"
    ),
    Mistake(
      words: ["check", "-format", "json", "m.csv"],
      message: "unknown option '-format'",
      hint: "did you mean '--format'?"
    ),
    Mistake(words: ["check", "--zebra"], message: "unknown option '--zebra'", hint: nil),
    Mistake(words: ["check", "-oreport.md"], message: "unknown option '-oreport.md'", hint: nil),
  ])
  func `a mistyped option names the nearest one`(_ mistake: Mistake) {
    expect(mistake)
  }

  @Test(arguments: [
    Mistake(
      words: ["check", "m.csv", "--rules"],
      message: "option '--rules' needs a value: --rules FILE",
      hint: nil
    ),
    Mistake(
      words: ["check", "m.csv", "-o", "--quiet"],
      message: "option '--output' needs a value: --output [FORMAT:]FILE",
      hint: "if '--quiet' is the value, write '--output=--quiet'"
    ),
    Mistake(
      words: ["check", "m.csv", "--rules="],
      message: "option '--rules' needs a value: --rules FILE",
      hint: nil
    ),
    Mistake(
      words: ["check", "--rules", "", "m.csv"],
      message: "option '--rules' needs a value: --rules FILE",
      hint: nil
    ),
    Mistake(
      words: ["check", "--strict=yes", "m.csv"],
      message: "option '--strict' takes no value",
      hint: "write '--strict' alone"
    ),
    Mistake(
      words: ["check", "--format", "jsno", "m.csv"],
      message:
        "'jsno' is not a value of '--format', expected text, markdown, json, html, junit, github, sarif or badge",
      hint: "did you mean 'json'?"
    ),
    Mistake(
      words: ["check", "--fail-on=never", "m.csv"],
      message: "'never' is not a value of '--fail-on', expected hold or rollback",
      hint: nil
    ),
  ])
  func `a wrong value names what is expected`(_ mistake: Mistake) {
    expect(mistake)
  }

  @Test(arguments: [
    Mistake(
      words: ["check", "--quiet", "m.csv", "-q"],
      message: "option '--quiet' is given more than once",
      hint: "keep one of them"
    ),
    Mistake(
      words: ["check", "--format=json", "--format=text", "m.csv"],
      message: "option '--format' is given more than once",
      hint: "keep one of them"
    ),
    Mistake(words: ["check"], message: "missing argument FILE", hint: nil),
    Mistake(
      words: ["presets", "a", "b"],
      message: "unexpected argument 'b'",
      hint: nil,
      seeAlso: "slo-cli presets --help"
    ),
  ])
  func `too much and too little is said`(_ mistake: Mistake) {
    expect(mistake)
  }

  @Test func `words of strangers cannot steer the terminal`() {
    expect(
      Mistake(
        words: ["check", "--\u{1B}[2J"],
        message: #"unknown option '--\u{1B}[2J'"#,
        hint: nil
      )
    )
  }

  @Test func `what only a command can find has its words too`() {
    let lonely = UsageError.missingCompanion(option: "--diff", companions: ["--rules", "--update"])
    #expect(lonely.message == "option '--diff' needs --rules or --update beside it")
    let conflict = UsageError.conflictingOptions("--rules", "--preset")
    #expect(conflict.message == "options '--rules' and '--preset' exclude each other")
    #expect(conflict.hint == "keep one of them")
    let malformed = UsageError.malformedValue("x", option: "--set", expected: "NAME=VALUE")
    #expect(malformed.message == "'x' is not a value of '--set', expected NAME=VALUE")
    #expect(malformed.hint == nil)
  }

  private func expect(_ mistake: Mistake, sourceLocation: SourceLocation = #_sourceLocation) {
    let captured = CapturedConsole()
    let status = SloCLI.run(arguments: mistake.words, console: captured.console())
    #expect(status == .usage, sourceLocation: sourceLocation)
    #expect(captured.output.isEmpty, sourceLocation: sourceLocation)
    #expect(captured.error == mistake.report, sourceLocation: sourceLocation)
  }
}
