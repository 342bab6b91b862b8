import Testing

@testable import SLOKit

@Suite("Variables")
struct VariableTests {
  static let members =
    "vars: { target: '150ms', n: 3, on: false }, "
    + Gate.objective("mean(x)", "green: '<= $target and (count() >= $n or $on)'", columns: "x: 's'")

  @Test(arguments: [
    ("target", "200", "<= 200ms and (count() >= 3 or $on)"),
    ("target", "0.2s", "<= 0.2s and (count() >= 3 or $on)"),
    ("n", "5", "<= 150ms and (count() >= 5 or $on)"),
    ("on", "TRUE", "<= 150ms and (count() >= 3 or $on)"),
  ])
  func `a setting replaces a value`(name: String, value: String, band: String) throws {
    let rules = try Gate.rules(
      Self.members,
      overrides: [VariableOverride(name: name, value: value)]
    )
    #expect(rules.objectives.first?.bands?.green.text == band)
  }

  @Test(arguments: [
    ("target", "5MB", "the value '5MB' of 'target' does not fit the rule file's value, 150ms", nil),
    ("target", "fast", "the value 'fast' of 'target' is not a number", nil),
    (
      "target", "5mss", "the value '5mss' of 'target' has an unknown unit 'mss'",
      "did you mean 'ms'?"
    ),
    ("on", "maybe", "the value 'maybe' of 'on' is not true or false", nil),
    ("tarqet", "5", "unknown variable 'tarqet'", "did you mean 'target'?"),
    ("zzzzzz", "5", "unknown variable 'zzzzzz'", "variables are n, on, target"),
  ])
  func `a setting that does not fit is refused`(
    name: String,
    value: String,
    message: String,
    hint: String?
  ) {
    let override = VariableOverride(name: name, value: value)
    let found = Gate.mistakes(Self.members, overrides: [override])
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.hint) == [hint])
    #expect(found.first?.code.subject == .invocation)
  }

  @Test func `settings win over the environment, and later ones over earlier ones`() throws {
    let place = SourceLocation(file: ".env", line: 1, column: 1)
    let overrides = [
      VariableOverride(name: "target", value: "1"), VariableOverride(name: "target", value: "2"),
      VariableOverride(name: "target", value: "3", origin: .environment(place)),
      VariableOverride(name: "unheard_of", value: "$(rm)", origin: .environment(place)),
    ]
    let rules = try Gate.rules(Self.members, overrides: overrides)
    #expect(rules.objectives.first?.bands?.green.text.hasPrefix("<= 2ms ") == true)
  }

  /// A setting must not be mended in the rules, and least of all in those of a preset.
  @Test(arguments: [
    ("samples", "-1", "expected 'samples' to be a whole number"),
    ("duration", "-2h", "expected 'duration' to be a duration"),
    ("target", "300ms", "yellow"),
  ])
  func `a setting that the rules cannot take is to blame itself`(
    name: String,
    value: String,
    message: String
  ) {
    let members =
      "vars: { samples: 3, duration: '2h', target: '150ms' }, "
      + "require: { samples: '$samples', duration: '$duration' }, "
      + Gate.objective("mean(x)", "green: '<= $target', yellow: '<= 200ms'", columns: "x: 's'")
    let override = VariableOverride(name: name, value: value)
    let found = Gate.mistakes(members, overrides: [override])
    #expect(found.map(\.code) == [.invalidSetting])
    let place = SourceLocation(file: ".env", line: 3, column: 1)
    let read = VariableOverride(name: name, value: value, origin: .environment(place))
    #expect(Gate.mistakes(members, overrides: [read]).map(\.code) == [.environmentValue])
    for mistake in found {
      #expect(
        mistake.message.hasPrefix("the value '\(value)' of '\(name)' does not fit the rules: ")
      )
      #expect(mistake.message.contains(message))
    }
    let other = VariableOverride(name: "target", value: "140")
    #expect(Gate.mistakes(members + ", typo: 1", overrides: [other]).map(\.code) == [.unknownKey])
  }

  @Test(arguments: [
    ("80%", "0.8", false), ("80%", "80", true), ("80%", "0.8%", true), ("80%", "79.5", true),
    ("1%", "0.5", true), ("1%", "0.05", false), ("5%", "1", true), ("99%", "1", false),
    ("80%", "0", true), ("0.8", "0.7", true), ("80ms", "0.8", true),
  ])
  func `a bare number is not both a share and a percentage`(
    original: String,
    value: String,
    isTaken: Bool
  ) {
    let unit = original.hasSuffix("ms") ? "ms" : "%"
    let members =
      "vars: { v: '\(original)' }, "
      + Gate.objective("mean(x)", "green: '<= $v'", columns: "x: '\(unit)'")
    let found = Gate.mistakes(members, overrides: [VariableOverride(name: "v", value: value)])
    #expect(found.isEmpty == isTaken)
    #expect(found.allSatisfy { $0.hint?.hasPrefix("write the unit: \(value)% or ") == true })
  }

  /// An env file holds much else, but a slip of the pen would leave the limit as it was.
  @Test(arguments: [
    (["MAX_ERORR"], ["MAX_ERROR"]), (["max_error"], ["MAX_ERROR"]), (["PATH", "HOME"], []),
    (["MAX_ERROR", "MAX_ERORR"], []), (["MAX_ERORR", "P95_LIMT"], ["MAX_ERROR", "P95_LIMIT"]),
  ])
  func `a name that is almost a variable is told`(names: [String], meant: [String]) throws {
    let members =
      "vars: { MAX_ERROR: '1%', P95_LIMIT: '2s' }, "
      + Gate.objective("mean(x)", "green: '<= $MAX_ERROR'", columns: "x: '%'")
    let text = names.map { "\($0)=2\n" }.joined()
    let overrides = try EnvironmentFile.read(SourceText(name: ".env", text: text))
    let evaluation = try Gate.rules(members, overrides: overrides)
      .evaluate(.text("x\n1\n0.5\n", name: "m.csv"), options: EvaluationOptions(isStrict: true))
    let found = evaluation.warnings.filter { $0.code == .unusedOverride }
    #expect(found.count == meant.count)
    for (warning, name) in zip(found, meant) {
      #expect(warning.message.hasSuffix("which is no variable of the rules: is \(name) meant?"))
    }
    #expect(evaluation.decision == (meant.isEmpty ? .proceed : .hold))
  }

  @Test(arguments: [
    ("\u{FEFF}A=1", "A|1"), ("A=1", "A|1"), ("export A=1", "A|1"), ("  A=1  ", "A|1"),
    ("A='a b'", "A|a b"),
    ("A=\"a b\"", "A|a b"), ("A=\"a\\\"b\\\\\"", "A|a\"b\\"), ("A='a'\"b\"c", "A|abc"),
    ("A=1 # note", "A|1"), ("A=a#b", "A|a#b"), ("A='#'", "A|#"), ("A=", "A|"), ("A=$B", "A|$B"),
    ("A=1\r\nB=2\r\n", "A|1,B|2"), ("# A=1\n\n\nB=2", "B|2"), ("A=1\nA=2", "A|1,A|2"), ("", ""),
    ("A=b=c", "A|b=c"), ("# note\rA=1\rB=2\r", "A|1,B|2"),
  ])
  func `an env file is read as shells do`(text: String, expected: String) throws {
    let read = try EnvironmentFile.read(SourceText(name: ".env", text: text))
    #expect(read.map { "\($0.name)|\($0.value)" }.joined(separator: ",") == expected)
  }

  @Test func `a lone carriage return ends a line of an env file in places, too`() {
    let found = #expect(throws: Diagnostics.self) {
      try EnvironmentFile.read(SourceText(name: ".env", text: "A=1\r\r  nonsense\r\nB=1\rno"))
    }
    #expect(
      found?.items.map(\.description) == [
        ".env:3:3: error: expected NAME=value\n    nonsense\n    ^^^^^^^^",
        ".env:5:1: error: expected NAME=value\n  no\n  ^^",
      ]
    )
  }

  /// An expression has no plus sign before a number, so the band would not be one.
  @Test(arguments: [("'+5ms'", "<= 5ms"), ("+5", "<= 5")])
  func `a band with a variable put in can be read again`(limit: String, shown: String) throws {
    let rules = try Gate.rules(
      "vars: { limit: \(limit) }, \(Gate.objective("mean(x)", "green: '<= $limit'", columns: "x: 'ms'"))"
    )
    let band = try #require(rules.objectives.first?.bands?.green.text)
    #expect(band == shown)
    #expect(throws: Never.self) { try Expression(parsing: band) }
  }

  @Test func `every malformed line of an env file is told`() {
    let text = "A=1\nnonsense\nB = 2\n3C=1\nD='open\nE=a b\nF=2\n"
    let found = #expect(throws: Diagnostics.self) {
      try EnvironmentFile.read(SourceText(name: ".env", text: text))
    }
    #expect(found?.items.map(\.location?.line) == [2, 3, 4, 5, 6])
    #expect(
      found?.items.map(\.message) == [
        "expected NAME=value", "expected NAME=value", "expected NAME=value", "unclosed quote",
        "text behind the value",
      ]
    )
    #expect(found?.subject == .metrics)
  }
}
