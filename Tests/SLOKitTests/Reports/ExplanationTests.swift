import Testing

@testable import SLOKit

@Suite("Explanations")
struct ExplanationTests {
  private static let rules = """
    columns: { latency: 'ms', hits: { kind: 'counter', unit: '1' }, misses: { kind: 'counter', unit: '1' } },
    define: { lookups: 'increase(hits) + increase(misses)' },
    where: "state != 'cold'",
    objectives: [
      { name: 'Latency', sli: 'mean(latency)', green: '<= 100ms', yellow: '<= 150ms', where: 'hits >= 0' },
      { name: 'Hit rate', sli: 'increase(hits) / lookups', green: '>= 90%' },
      { name: 'Slow share', sli: 'fraction(latency > 120ms)', green: '<= 50%', red: '> baseline + 10%' },
      { name: 'Shown', sli: 'p(latency, 99.5)', role: 'info' },
    ],
    """

  private static let csv = Gate.csv(
    "state,latency,hits,misses",
    [
      "cold,900,0,0", "ok,75,0,0", "ok,120,30,10", "ok,NA,40,10", "ok,130,60,20", "ok,125,NA,NA",
      "ok,121,70,30",
    ]
  )

  private static func report(
    _ objective: String,
    more: String = "",
    baseline: [String] = []
  ) throws -> String {
    try Gate.rules(rules + more).explain(
      objective,
      try MetricsReader(.text(csv, name: "metrics.csv")),
      baseline: try baseline.map { try MetricsReader(.text($0, name: "baseline.csv")) }
    ).map(\.report).joined(separator: "\n")
  }

  @Test func `the formula, the samples and the band that decided are told`() throws {
    // By hand: (75 + 120 + 130 + 121) / 4 = 111.5; the sample without hits does not count.
    #expect(
      try Self.report("latency") == """
        Latency is 112 ms: ! yellow

        Value
            mean(latency)
          = 0.1115 s

        Made of
          mean(latency)  112 ms  4/5 samples

        Bands
          green   <= 100ms  0.1115 <= 0.1   does not hold
          yellow  <= 150ms  0.1115 <= 0.15  holds
          Green does not hold and yellow does, so it is yellow.

        Left out
          1 sample  dropped by the rule file's 'where'
          1 sample  dropped by the objective's 'where'
          1 sample  NA in mean(latency)

        Nearest to 100 ms: latency
          line 4  1970-01-01T00:02:00Z  120 ms
          line 8  1970-01-01T00:06:00Z  121 ms
          line 3  1970-01-01T00:01:00Z  75.0 ms
          line 6  1970-01-01T00:04:00Z  130 ms

        """
    )
  }

  @Test func `definitions are put in, and then numbers`() throws {
    let report = try Self.report("Hit rate")
    #expect(
      report.contains(
        """
        Value
            increase(hits) / lookups
          = increase(hits) / (increase(hits) + increase(misses))
          = 70 / (70 + 30)
          = 0.7 ratio
        """
      )
    )
    #expect(report.contains("Green does not hold and there is no other band, so it is red."))
  }

  @Test func `what a comparison lacks is told`() throws {
    let report = try Self.report("slow-share")
    #expect(report.contains("red    > baseline + 10%  0.6 > NA + 0.1  has no answer"))
    #expect(report.contains("baseline(fraction(latency > 0.12))  NA      no baseline"))
    #expect(report.contains("Nearest to 120 ms: latency\n  line 4  1970-01-01T00:02:00Z  120 ms"))
    let compared = try Self.report("slow-share", baseline: [Self.csv])
    #expect(compared.contains("0.6 > 0.6 + 0.1  does not hold"))
  }

  @Test func `each phase is explained`() throws {
    let phases = "phases: [{ name: 'a', to: '3m' }, { name: 'b', from: '3m' }]"
    let report = try Self.report("shown", more: phases)
    #expect(report.contains("Shown in a is 120 ms: i info"))
    #expect(report.contains("p(latency, 99.5)"))
    #expect(report.contains("3 samples  outside the phase b"))
  }

  @Test func `an unknown objective is an error with a hint`() throws {
    let error = try #require(throws: Diagnostics.self) { try Self.report("latncy") }
    #expect(error.items.map(\.code) == [.unknownObjective])
    #expect(error.items[0].hint == "did you mean 'latency'?")
  }
}
