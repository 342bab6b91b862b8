import Testing

@testable import slo_cli

struct HelpTests {
  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func `the program explains itself`(_ words: [String]) {
    #expect(
      output(words) == """
        OVERVIEW: Decide from the metrics of a run whether a rollout may proceed.

        USAGE: slo-cli COMMAND [OPTIONS]

        COMMANDS:
          check      Judge a metrics file by its objectives: proceed, hold or roll back.
          explain    Tell how the value and the status of an objective came about.
          recommend  Draft targets from the metrics of runs, with what they rest on.
          archive    Judge a metrics file, and keep it with the rules and every report.
          presets    List the built-in rules, or print one as a rule file.
          help       Show the help of the program or of one command.

        OPTIONS:
              --version  Show the version.
          -h, --help     Show this help.

        EXIT STATUS:
          0   GO: proceed.
          1   NO-GO: roll back.
          2   NO-GO: hold, for a breach or for want of evidence.
          64  The command line is wrong.
          65  The metrics, or a file that comes with them, are wrong.
          66  A file cannot be opened or read.
          70  An error in slo-cli itself.
          73  An output cannot be written.
          78  The rules are wrong.

        See 'slo-cli help COMMAND' for one command.

        """
    )
  }

  @Test(arguments: [
    ["presets", "--help"], ["presets", "-h"], ["help", "presets"], ["presets", "--oops", "-h"],
  ])
  func `a command explains itself, whatever else is wrong`(_ words: [String]) {
    #expect(
      output(words) == """
        OVERVIEW: List the built-in rules, or print one as a rule file.

        USAGE: slo-cli presets [OPTIONS] [NAME]

        ARGUMENTS:
          NAME  The preset to print; without it, all are listed.

        OPTIONS:
          -h, --help  Show this help.

        EXAMPLES:
          Begin a rule file of your own with what a preset has.
            slo-cli presets production-baseline > slo-rules.json5

        """
    )
  }

  @Test func `options are aligned, wrapped and annotated`() {
    let program = Program(name: "tool", abstract: "", version: "", commands: [{ Sample.command }])
    #expect(
      program.help(for: Sample.command) == """
        OVERVIEW: Do nothing with several words that a test gives.

        USAGE: tool sample [OPTIONS] FIRST [SECOND]

        ARGUMENTS:
          FIRST   The first word.
          SECOND  The second word.

        OPTIONS:
          -f, --flag         Switch something on.
          -v, --value TEXT   Take a text.
              --list ITEM    Take another item. (repeatable)
              --color COLOR  Choose. (values: red, green; default: red)
          -h, --help         Show this help.

        """
    )
  }

  @Test func `a label that is too long has a line of its own`() {
    var text = HelpText()
    text.addTable("OPTIONS", [("--an-option-with-a-long-name", "Do it."), ("-x", "Do that.")])
    #expect(
      text.text == """
        OPTIONS:
          --an-option-with-a-long-name
                                  Do it.
          -x                      Do that.

        """
    )
  }

  @Test func `no line of any help is longer than 80 columns`() {
    let texts = SloCLI.program.commands.map { SloCLI.program.help(for: $0) }
    for line in (texts + [SloCLI.program.help]).flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `behind two dashes help is only a word`() {
    let captured = CapturedConsole()
    _ = SloCLI.run(arguments: ["help", "--", "--help"], console: captured.console())
    #expect(captured.error.hasPrefix("slo-cli: error: unknown option '--help'"))
  }

  @Test func `the version is one line`() {
    #expect(output(["--version"]) == "slo-cli \(Version.current)\n")
  }

  @Test func `no command at all shows how to go on`() {
    let captured = CapturedConsole()
    #expect(SloCLI.run(arguments: [], console: captured.console()) == .usage)
    #expect(captured.output.isEmpty)
    #expect(
      captured.error == """
        USAGE: slo-cli COMMAND [OPTIONS]

        COMMANDS:
          check      Judge a metrics file by its objectives: proceed, hold or roll back.
          explain    Tell how the value and the status of an objective came about.
          recommend  Draft targets from the metrics of runs, with what they rest on.
          archive    Judge a metrics file, and keep it with the rules and every report.
          presets    List the built-in rules, or print one as a rule file.
          help       Show the help of the program or of one command.

        See 'slo-cli --help'.

        """
    )
  }

  private func output(
    _ words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let captured = CapturedConsole()
    let status = SloCLI.run(arguments: words, console: captured.console())
    #expect(status == .proceed, sourceLocation: sourceLocation)
    #expect(captured.error.isEmpty, sourceLocation: sourceLocation)
    return captured.output
  }
}
