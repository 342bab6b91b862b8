import Testing

@testable import SLOKit

/// JUnit XML, SARIF, annotations and the badge.
@Suite("Formats for machines")
struct MachineFormatTests {
  private static let columns = "latency: 's', errors: 'ratio', gone: { unit: 's', optional: true }"
  private static let csv = Gate.csv("latency,errors", ["0.3,0.01", "0.5,0.5", "0.4,NA"])

  /// One objective of each status, an abort condition, and a requirement that is not met.
  private static func evaluation(_ decision: String = "") throws -> Evaluation {
    try Gate.judge(
      """
      name: 'Gate', columns: { \(columns) }, require: { samples: 5 }, \(decision)
      objectives: [
        { name: 'Good', sli: 'max(latency)', green: '<= 1s' },
        { name: 'Fair', sli: 'mean(latency)', green: '<= 300ms', yellow: '<= 450ms' },
        { name: 'Bad', sli: 'min(latency)', green: '<= 100ms', yellow: '<= 200ms' },
        { name: 'Gone', sli: 'mean(gone)', green: '<= 1s' },
        { name: 'Needed', sli: 'max(gone)', green: '<= 1s', mandatory: true },
        { name: 'Shown', sli: 'mean(errors)', role: 'info' },
      ],
      abort: ['errors > 20%'],
      """,
      csv
    )
  }

  @Test func `red fails, NA fails when needed, and what decides nothing is skipped`() throws {
    let root = try MarkupTree.parse(try Self.evaluation().report(.junit))
    #expect(JenkinsTestResults.mistakes(in: root) == [])
    let outcomes = root.all("testcase").map { item in
      "\(item.attributes["name"] ?? ""): \(item.children.first?.name ?? "passed")"
    }
    #expect(
      outcomes == [
        "decision: failure", "abort condition: errors > 20%: failure",
        "requirement: samples ≥ 5: failure", "Good: system-out", "Fair: failure", "Bad: failure",
        "Gone: skipped", "Needed: error", "Shown: skipped",
      ]
    )
    #expect(root.attributes["tests"] == "9")
    #expect(root.attributes["failures"] == "5")
    #expect(root.attributes["errors"] == "1")
  }

  @Test func `yellow that the rules accept is skipped`() throws {
    let evaluation = try Gate.judge(
      Gate.objective(
        "mean(latency)",
        "green: '<= 300ms', yellow: '<= 450ms'",
        columns: Self.columns
      ) + ", decision: { yellow: 'proceed' }",
      Self.csv
    )
    let root = try MarkupTree.parse(evaluation.report(.junit))
    #expect(root.attributes["failures"] == "0")
    #expect(root.all("skipped").first?.attributes["message"]?.hasPrefix("accepted, yellow") == true)
    #expect(evaluation.report(.github).contains("\n::notice file=rules.json5,line=1,"))
  }

  @Test func `a phase is a suite`() throws {
    let evaluation = try Self.evaluation().repeated(inPhases: ["warm-up", "steady"])
    let root = try MarkupTree.parse(evaluation.report(.junit))
    #expect(JenkinsTestResults.mistakes(in: root) == [])
    let names = root.all("testsuite").map { $0.attributes["name"] }
    #expect(names == ["run", "objectives in warm-up", "objectives in steady"])
    #expect(evaluation.report(.github).contains("::warm-up: 300 ms, beyond its limit (<= 200ms)\n"))
  }

  /// The run covers two minutes, and its second phase one.
  @Test func `what is required of a phase and not met is a finding of that phase`() throws {
    let evaluation = try Gate.judge(
      """
      columns: { v: 's' }, require: { samples: 9 },
      objectives: [{ name: 'V', sli: 'mean(v)', green: '<= 1s' }],
      phases: [
        { name: 'first', to: '1m', require: { samples: 1 } },
        { name: 'rest', from: '1m', require: { samples: 5 } },
      ]
      """,
      Gate.csv("v", ["0.1", "0.2", "0.3"])
    )
    let findings = evaluation.findings.filter { $0.rule == "requirement/samples" }
    #expect(findings.map(\.phase) == [nil, "rest"])
    #expect(
      evaluation.report(.github).contains(
        "title=Requirement samples ≥ 5::rest: there are 2 samples of the required 5\n"
      )
    )
    let results =
      try JSONValue(text: evaluation.report(.sarif))["runs"]?[0]?["results"]?.array ?? []
    let fingerprints = results.map { $0["partialFingerprints"]?["slokit/1"]?.string }
    #expect(fingerprints.contains("requirement/samples"))
    #expect(fingerprints.contains("requirement/samples/rest"))
  }

  @Test func `annotations begin with the decision, then the gravest`() throws {
    let report = try Self.evaluation().report(.github)
    #expect(
      report == """
        ::error title=NO-GO%3A roll back::The abort condition 'errors > 20%25' held on 1 sample, \
        first on line 3 at 1970-01-01T00:01:00Z.
        ::error file=rules.json5,line=10,col=9,title=Abort condition errors > 20%25::'errors > \
        20%25' tripped, line 3, 1970-01-01T00:01:00Z, 1 sample
        ::error file=rules.json5,line=5,col=66,title=Bad::300 ms, beyond its limit (<= 200ms)
        ::warning file=rules.json5,line=4,col=48,title=Fair::400 ms, not within green (<= 300ms)
        ::warning file=rules.json5,line=7,col=46,title=Needed::not measured: no such column in \
        this file: gone
        ::warning file=metrics.csv,line=1,title=Requirement samples ≥ 5::there are 3 samples of \
        the required 5

        """
    )
  }

  @Test func `SARIF fits what the specification says`() throws {
    let path = "Tests/Schemas/sarif.schema.json"
    let schema = try JSONSchema(text: try SourceTree.text(at: path))
    let report = try Self.evaluation().repeated(inPhases: ["a", "b"]).report(.sarif)
    #expect(try schema.mistakes(in: report) == [])
    let run = try JSONValue(text: report)["runs"]?[0]
    let results = try #require(run?["results"]).array
    let rules = try #require(run?["tool"]?["driver"]?["rules"]).array
    #expect(results.count == 8)
    #expect(rules.count == 5)
    for result in results {
      let rule = rules[Int(try #require(result["ruleIndex"]?.number))]
      #expect(rule["id"] == result["ruleId"])
    }
    let fingerprints = results.map { $0["partialFingerprints"]?["slokit/1"] }
    #expect(Set(fingerprints).count == results.count)
  }

  @Test(arguments: [
    ("<= 1s", "proceed"), ("<= 100ms", "roll back"), ("<= 1s\", yellow: \"<= 2s", "proceed"),
    ("<= 100ms\", yellow: \"<= 2s", "hold"),
  ])
  func `the badge says the decision`(bands: String, word: String) throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(latency)", "green: \"\(bands)\"", columns: Self.columns),
      Self.csv
    )
    let root = try MarkupTree.parse(evaluation.report(.badge))
    #expect(root.attributes["aria-label"] == "release gate: \(word)")
    #expect(root.all("text").map(\.text) == ["release gate", word])
  }
}
