import Testing

@testable import SLOKit

@Suite("Units that do not fit")
struct UnitMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let columns: String
    let sli: String
    let band: String
    let message: String
    var hint: String?
    var code = DiagnosticCode.unitMismatch

    var testDescription: String { message }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      columns: "p95_latency: 's'",
      sli: "mean(p95_latency)",
      band: "<= 500MB",
      message: "cannot compare a time (s) and an amount of data (MB)"
    ),
    Mistake(
      columns: "",
      sli: "count()",
      band: ">= 5%",
      message: "cannot compare a count and a ratio (%)",
      hint: "a count divided by a count is a ratio; a column of 0s and 1s is declared as \"ratio\""
    ),
    Mistake(
      columns: "hits: '1'",
      sli: "rate(hits)",
      band: "<= 100ms",
      message: "cannot compare a frequency (/s) and a time (ms)"
    ),
    Mistake(
      columns: "size: 'MB'",
      sli: "rate(size)",
      band: "<= 5MB",
      message: "cannot compare a quantity in B/s and an amount of data (MB)"
    ),
    Mistake(
      columns: "size: 'MB'",
      sli: "rate(size)",
      band: "<= 5",
      message: "a bare number beside a quantity in B/s does not say its scale",
      hint: "write what it is a product or a quotient of, for example 5MB / 1s",
      code: .missingUnit
    ),
    Mistake(
      columns: "",
      sli: "mean(p95)",
      band: "<= 150ms",
      message: "cannot compare 'p95', which has no unit, and a time (ms)",
      hint: "add to columns, with the unit that its cells have:  p95: \"ms\",",
      code: .missingUnit
    ),
    Mistake(
      columns: "",
      sli: "mean(`p 95`)",
      band: "<= 150ms",
      message: "cannot compare 'p 95', which has no unit, and a time (ms)",
      hint: "add to columns, with the unit that its cells have:  \"p 95\": \"ms\",",
      code: .missingUnit
    ),
    Mistake(
      columns: "",
      sli: "mean(errors)",
      band: "<= 1%",
      message: "cannot compare 'errors', which has no unit, and a ratio (%)",
      hint: "add to columns, with the unit that its cells have:  errors: \"ratio\",",
      code: .missingUnit
    ),
  ]

  @Test(arguments: mistakes)
  func `a limit of another kind is refused`(mistake: Mistake) {
    let members = Gate.objective(
      mistake.sli,
      "green: '\(mistake.band)'",
      columns: mistake.columns
    )
    let found = Gate.mistakes(members)
    #expect(found.map(\.message) == [mistake.message])
    #expect(found.first?.code == mistake.code)
    #expect(found.first?.hint == mistake.hint)
    #expect(found.first?.marked == mistake.band)
  }

  private static let suggestion = "add to columns, with the unit that its cells have:  "

  @Test(arguments: mistakes.filter { $0.hint?.hasPrefix(suggestion) == true })
  func `the line of the hint mends the rules`(mistake: Mistake) throws {
    let line = try #require(mistake.hint).dropFirst(Self.suggestion.count)
    let members = Gate.objective(mistake.sli, "green: '\(mistake.band)'", columns: String(line))
    #expect(Gate.mistakes(members).isEmpty)
  }

  @Test(arguments: ["5MB / 1s", "5kB / 1ms", "0"])
  func `a rate of data says its scale`(limit: String) {
    #expect(
      Gate.mistakes(Gate.objective("rate(size)", "green: '<= \(limit)'", columns: "size: 'MB'"))
        .isEmpty
    )
  }

  @Test(arguments: [
    ("mean(ms) + mean(MB)", "cannot add a time (ms) and an amount of data (MB)"),
    ("mean(ms - MB)", "cannot subtract a time (ms) and an amount of data (MB)"),
    (
      "greatest(mean(ms), mean(MB))", "cannot choose between a time (ms) and an amount of data (MB)"
    ),
    ("if(mean(ms) > 1, 5ms, 5MB)", "cannot choose between a time (ms) and an amount of data (MB)"),
    ("mean(ms where MB > 5s)", "cannot compare an amount of data (MB) and a time (s)"),
    ("mean(ms * ms) + mean(ms)", "cannot add a quantity in s^2 and a time (ms)"),
  ])
  func `values of two kinds do not mix`(sli: String, message: String) {
    let members = Gate.objective(sli, "role: 'info'", columns: "ms: 'ms', MB: 'MB'")
    let found = Gate.mistakes(members)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.code) == [.unitMismatch])
  }
}
