import Testing

@testable import SLOKit

/// A number that counts what was never measured is no evidence, for green as little as for red.
struct EvidenceTests {
  private func evaluation(_ members: String, _ csv: String) throws -> Evaluation {
    try RuleSet(text: "{ slo: 1, \(members) }", source: "rules.json5")
      .evaluate(.text(csv, name: "m.csv"))
  }

  private static let blind = [
    ("sli: \"count(errors where state == 'up')\", green: '== 0'", "errors,state", "NA,up"),
    ("sli: 'count(errors where errors > 5)', green: '== 0'", "errors,state", "NA,up"),
    (
      "sli: \"count(errors where errors > 5 and state == 'up')\", green: '== 0'", "errors,state",
      "NA,up"
    ),
    ("sli: 'count(errors) / count(requests)', green: '<= 1%'", "errors,requests", "NA,100"),
    ("sli: 'count(errors)', green: '>= 3'", "errors,requests", "NA,100"),
    ("sli: 'mean(requests)', green: '>= 1 and count(errors) == 0'", "errors,requests", "NA,100"),
  ]

  @Test(arguments: blind)
  func `counting what was never measured decides nothing`(
    objective: String,
    header: String,
    row: String
  ) throws {
    let csv = ([header] + Array(repeating: row, count: 5)).joined(separator: "\n") + "\n"
    let evaluation = try evaluation(
      "objectives: [{ name: 'A', mandatory: true, \(objective) }]",
      csv
    )
    #expect(evaluation.phases[0].objectives.map(\.status) == [.na])
    #expect(evaluation.decision == .hold)
  }

  @Test func `what was measured outside the objective's samples is no evidence for it`() throws {
    let csv = "errors,phase\n1,warm\n" + String(repeating: "NA,steady\n", count: 5)
    let evaluation = try evaluation(
      """
      objectives: [{ name: 'A', mandatory: true, where: "phase == 'steady'",
        sli: 'count(errors)', green: '== 0' }]
      """,
      csv
    )
    #expect(evaluation.phases[0].objectives.map(\.status) == [.na])
  }

  @Test func `a filter without an answer is told`() throws {
    let csv = "lat,state\n0.1,up\n0.11,up\n9,NA\n9,NA\n"
    for objective in [
      "where: \"state == 'up'\", sli: 'max(lat)'", "sli: \"max(lat where state == 'up')\"",
    ] {
      let evaluation = try evaluation(
        "objectives: [{ name: 'A', \(objective), green: '<= 1' }]",
        csv
      )
      #expect(
        evaluation.warnings.map(\.message) == [
          "a filter of A left out 2 samples on which its condition is NA"
        ]
      )
    }
  }

  @Test func `values that cannot be are told`() throws {
    let evaluation = try evaluation(
      """
      columns: { lat: 's', thr: '1' },
      objectives: [{ name: 'A', sli: 'mean(lat)', green: '<= 1s' },
        { name: 'B', sli: 'mean(thr)', green: '>= 1000' }]
      """,
      "lat,thr\n-1,1\n0.2,Inf\n"
    )
    #expect(evaluation.warnings.map(\.code) == [.negativeValue, .infiniteValue])
  }

  @Test(arguments: ["gap: '3m'", "duration: '2m'"])
  func `disorder is an error where the time is required`(requirement: String) {
    let members =
      "require: { \(requirement) }, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' }]"
    let error = #expect(throws: Diagnostics.self) {
      _ = try evaluation(members, "time,x\n0,1\n120,1\n60,1\n")
    }
    #expect(error?.items.map(\.code) == [.unorderedSamples])
  }
}
