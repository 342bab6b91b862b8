import Testing

@testable import SLOKit

@Suite("A rule file with many mistakes")
struct ManyMistakesTests {
  static let rules = """
    {
      slo: 1,
      columns: { p95_latency: "Ms", rss_mb: "MB" },
      objectives: [
        { name: "Latency", sli: "maen(p95_latency)", green: "<= 150ms", mandatry: true },
        { name: "Memory", sli: "mean(rss_mb)", green: "<= 500ms" },
        { name: "Errors", sli: "mean(eror_rate)", green: "<= 1" },
      ],
    }
    """

  @Test func `all mistakes are told in the order of the text`() {
    let columns = ["timestamp", "p95_latency", "rss_mb", "error_rate"]
    let found = #expect(throws: Diagnostics.self) {
      try RuleSet(text: Self.rules, source: "slo-rules.json5", columns: columns)
    }
    #expect(
      found?.description == """
        slo-rules.json5:3:27: error: unknown unit 'Ms'
            columns: { p95_latency: "Ms", rss_mb: "MB" },
                                    ^^^^
        hint: did you mean 'ms'?
        slo-rules.json5:5:30: error: unknown function 'maen'
              { name: "Latency", sli: "maen(p95_latency)", green: "<= 150ms", mandatry: true },
                                       ^^^^
        hint: did you mean 'mean'?
        slo-rules.json5:5:69: error: unknown key 'mandatry' in an objective
              { name: "Latency", sli: "maen(p95_latency)", green: "<= 150ms", mandatry: true },
                                                                              ^^^^^^^^
        hint: did you mean 'mandatory'?
        slo-rules.json5:6:52: error: cannot compare an amount of data (MB) and a time (ms)
              { name: "Memory", sli: "mean(rss_mb)", green: "<= 500ms" },
                                                             ^^^^^^^^
        slo-rules.json5:7:34: error: the metrics have no column 'eror_rate'
              { name: "Errors", sli: "mean(eror_rate)", green: "<= 1" },
                                           ^^^^^^^^^
        hint: did you mean 'error_rate'?
        """
    )
    #expect(
      found?.items.map(\.code) == [
        .unknownUnit, .unknownFunction, .unknownKey, .unitMismatch, .unknownColumn,
      ]
    )
    #expect(found?.subject == .rules)
  }

  @Test func `a mistake in a string with escapes is under its place`() {
    let found = Gate.mistakes(
      #"objectives: [{ name: "O", sli: "\x6dean(x)\u0020+ )", green: "> 0" }]"#
    )
    #expect(found.map(\.marked) == [")"])
  }
}
