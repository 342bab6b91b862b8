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

  /// In the run and in the baseline, `x` is measured and `y` is not.
  @Test(arguments: [
    // A number in the place of NA is no measurement, whatever status it would have.
    ("coalesce(mean(y), 5)", "green: '<= 9'", Status.na),
    ("coalesce(mean(y), 5)", "green: '<= 1'", .na),
    ("coalesce(mean(y), 5)", "green: '<= 1', yellow: '<= 9'", .na),
    ("coalesce(mean(y), baseline(mean(x)))", "green: '<= 9'", .na),
    ("coalesce(mean(y), mean(x))", "green: '<= 9'", .green),
    ("baseline(mean(x))", "green: '<= 9', min_samples: 1", .na),
    ("mean(coalesce(y, x))", "green: '<= 9'", .green),
    // A count of what was never measured decides nothing, on whatever side it stands.
    ("count(x) + count(y)", "green: '>= 0'", .na), ("count(y) + count(x)", "green: '>= 0'", .na),
    ("mean(x)", "green: 'count(y) <= 3'", .na), ("mean(x)", "green: '3 >= count(y)'", .na),
    ("mean(x)", "green: '<= 9 and not (y > 0 for 2 samples)'", .na),
    ("mean(x)", "green: '< 0', red: 'y > 0 for 2 samples'", .na),
    // Counting the samples looks at no column.
    ("count()", "green: '>= 2'", .green), ("count()", "green: '>= 3'", .red),
    // What is only shown is shown as it is.
    ("count(y)", "role: 'info'", .info), ("coalesce(mean(y), 5)", "role: 'info'", .info),
    ("mean(x)", "role: 'info'", .info),
  ])
  func `a status rests on what was measured in the run`(
    sli: String,
    rest: String,
    status: Status
  ) throws {
    let csv = Gate.csv("x,y", ["1,NA", "3,NA"])
    let evaluation = try Gate.judge(Gate.objective(sli, rest), csv, baseline: csv)
    #expect(evaluation.statuses == [status])
  }

  /// The first column is measured on three samples, the second on two.
  @Test(arguments: ["mean(x) + mean(y)", "mean(y) + mean(x)", "greatest(mean(x), mean(y))"])
  func `a formula rests on the part with the fewest samples`(sli: String) throws {
    let csv = Gate.csv("x,y", ["1,1", "1,1", "1,NA"])
    for (least, status) in [(2, Status.green), (3, .na)] {
      let members = Gate.objective(sli, "green: '<= 9', min_samples: \(least)")
      #expect(try Gate.judge(members, csv).statuses == [status])
    }
  }

  @Test func `all that is missing is told`() throws {
    let members = Gate.objective("mean(x) + mean(y)", "green: '<= 9'")
    let evaluation = try Gate.judge(members, Gate.csv("x,y", ["NA,NA", "NA,NA"]))
    #expect(evaluation.phases[0].objectives[0].reason == "x, y are NA on all 2 samples")
  }

  @Test func `a baseline of few samples makes the run no thinner`() throws {
    let bands = "green: '<= 200%', min_samples: 2"
    let members = Gate.objective("mean(x) / baseline(mean(x))", bands, columns: "x: 's'")
    let evaluation = try Gate.judge(
      members,
      Gate.csv("x", ["1", "1"]),
      baseline: Gate.csv("x", ["1"])
    )
    #expect(evaluation.statuses == [.green])
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

  @Test(arguments: [
    "require: { gap: '3m' }", "require: { duration: '2m' }",
    "phases: [{ name: 'P', where: 'x > 0', require: { gap: '3m' } }]",
  ])
  func `disorder is an error where the time is required`(requirement: String) {
    let members = "\(requirement), objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' }]"
    let error = #expect(throws: Diagnostics.self) {
      _ = try evaluation(members, "time,x\n0,1\n120,1\n60,1\n")
    }
    #expect(error?.items.map(\.code) == [.unorderedSamples])
  }

  @Test(arguments: [
    ("first(x)", true), ("last(x)", true), ("increase(x)", true), ("longest(x > 0)", true),
    ("gap()", true), ("slope(x)", true), ("mean(x)", false), ("max(x)", false), ("p99(x)", false),
  ])
  func `disorder is an error for what depends on the order`(sli: String, isError: Bool) {
    let members = Gate.objective(sli, "role: 'info'")
    let codes: [DiagnosticCode]
    do {
      _ = try evaluation(members, "time,x\n0,1\n120,2\n60,3\n")
      codes = []
    } catch { codes = (error as? Diagnostics)?.items.map(\.code) ?? [] }
    #expect(codes == (isError ? [.unorderedSamples] : []))
  }

  /// By hand, of 1, 10 and 100: the first alone passes both filters.
  @Test(arguments: [("", "", 50.5), ("", "where: 'z > 0'", 1), ("where: 'z > 0', ", "", 1)])
  func `a sample counts when it passes all filters`(
    ofRun: String,
    ofObjective: String,
    value: Double
  ) throws {
    let csv = Gate.csv("x,y,z", ["1,1,1", "10,0,1", "100,1,0"])
    let objective = Gate.objective("mean(x where y > 0)", "green: '<= 9', \(ofObjective)")
    #expect(try Gate.judge(ofRun + objective, csv).phases[0].objectives[0].value == value)
  }
}
