import Testing

@testable import slo_cli

struct CommandLineReaderTests {
  @Test func `what is not given has its default`() throws {
    let arguments = try Sample.read("a")
    #expect(arguments[Sample.first] == "a")
    #expect(arguments[Sample.second] == nil)
    #expect(arguments[Sample.flag] == false)
    #expect(arguments[Sample.value] == nil)
    #expect(arguments[Sample.list] == [])
    #expect(arguments[Sample.color] == .red)
  }

  @Test(arguments: [
    ["--value", "x", "a"], ["--value=x", "a"], ["-v", "x", "a"], ["a", "-v", "x"],
    ["--value=x", "--", "a"],
  ])
  func `a value is read in every way of writing it`(_ words: [String]) throws {
    let arguments = try CommandLineReader.read(words[...], for: Sample.command)
    #expect(arguments[Sample.value] == "x")
    #expect(arguments[Sample.first] == "a")
  }

  @Test(arguments: ["--flag", "-f"])
  func `a flag is read by both names`(_ name: String) throws {
    let arguments = try Sample.read(name, "a")
    #expect(arguments[Sample.flag])
  }

  @Test func `options and positionals come in any order`() throws {
    let arguments = try Sample.read("a", "--list", "1", "b", "--color=green", "--list=2=3")
    #expect(arguments[Sample.first] == "a")
    #expect(arguments[Sample.second] == "b")
    #expect(arguments[Sample.list] == ["1", "2=3"])
    #expect(arguments[Sample.color] == .green)
  }

  @Test func `two dashes end the options`() throws {
    let arguments = try Sample.read("--", "--flag", "--")
    #expect(arguments[Sample.first] == "--flag")
    #expect(arguments[Sample.second] == "--")
    #expect(!arguments[Sample.flag])
  }

  @Test func `one dash is a positional and a value`() throws {
    let arguments = try Sample.read("-", "--value", "-")
    #expect(arguments[Sample.first] == "-")
    #expect(arguments[Sample.value] == "-")
  }

  @Test func `a value with a dash is written with an equals sign`() throws {
    #expect(try Sample.read("a", "--value=-5")[Sample.value] == "-5")
  }

  @Test func `the last positional may take all words`() throws {
    let files = Positional.oneOrMore("FILE", help: "The files.")
    let command = Command(name: "all", abstract: "Read.", positionals: [files.declaration]) {
      _,
      _ in .proceed
    }
    #expect(try CommandLineReader.read(["a", "b"], for: command)[files] == ["a", "b"])
    #expect(throws: UsageError.missingArgument(placeholder: "FILE")) {
      try CommandLineReader.read([], for: command)
    }
  }
}
