import Testing

@testable import SLOKit

@Suite("Baselines")
struct BaselineTests {
  static func rules(_ sli: String, _ bands: String, more: String = "") -> String {
    "objectives: [{ name: 'X', sli: '\(sli)', \(bands) }], \(more)"
  }

  private static func rows(_ values: [Double?]) -> String {
    Gate.csv("x", values.map { $0.map { "\($0)" } ?? "NA" })
  }

  @Test(arguments: [
    ([110.0], Status.green), ([111], .yellow), ([126], .red), ([100, 120, nil], .green),
  ])
  func `a band may compare with the indicator on the baseline`(
    values: [Double?],
    status: Status
  ) throws {
    let members = Self.rules(
      "mean(x)",
      "green: '<= baseline * 1.1', red: '> baseline * 1.25'"
    )
    // The mean of the baseline is 100.
    let evaluation = try Gate.judge(
      members,
      Self.rows(values),
      baseline: Self.rows([50, nil, 150])
    )
    #expect(evaluation.statuses == [status])
    #expect(evaluation.phases[0].objectives[0].baseline == 100)
    #expect(evaluation.baselines.map(\.samples) == [3])
    #expect(evaluation.baselines.map(\.source) == ["baseline-1.csv"])
  }

  @Test func `a function of the baseline may stand anywhere`() throws {
    let members = Self.rules(
      "mean(x) - baseline(min(x where x > 2))",
      "green: '< baseline(max(x)) / 2'"
    )
    // By hand: 7 - 3 = 4 against 10 / 2 = 5.
    let evaluation = try Gate.judge(members, Self.rows([6, 8]), baseline: Self.rows([1, 3, 10]))
    #expect(evaluation.phases[0].objectives[0].value == 4)
    #expect(evaluation.decision == .proceed)
  }

  /// 10.1 % and 9.9 % above a baseline of 240.
  @Test(arguments: [(264.24, "264.2", Status.red), (263.76, "263.8", .green)])
  func `a value is shown apart from a limit that the baseline gives`(
    value: Double,
    display: String,
    status: Status
  ) throws {
    let members = Self.rules("mean(x)", "green: '<= baseline * 1.1'")
    let evaluation = try Gate.judge(members, Self.rows([value]), baseline: Self.rows([240]))
    #expect(evaluation.statuses == [status])
    #expect(evaluation.phases[0].objectives[0].display == display)
    let reason =
      "X is 264.2, beyond its limit (<= baseline * 1.1, with a baseline of 240)."
    if status == .red { #expect(evaluation.reason == reason) }
  }

  @Test func `the reason says nothing of a baseline that the limit does not name`() throws {
    let members = Self.rules("mean(x)", "green: '<= baseline(max(x))', red: '> 9'")
    let evaluation = try Gate.judge(members, Self.rows([12]), baseline: Self.rows([8, 4]))
    #expect(evaluation.reason == "X is 12, which is red (> 9).")
    let other = Self.rules("mean(x)", "green: '<= baseline(max(x))'")
    #expect(
      try Gate.judge(other, Self.rows([12]), baseline: Self.rows([8, 4])).reason
        == "X is 12, beyond its limit (<= baseline(max(x)))."
    )
  }

  @Test func `without a baseline what depends on it is NA with the reason`() throws {
    let members = Self.rules("mean(x)", "green: '<= baseline * 1.1', mandatory: true")
    let evaluation = try Gate.judge(members, Self.rows([1]))
    #expect(evaluation.statuses == [.na])
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason.contains("it compares with a baseline, and none was given"))
  }

  @Test(arguments: [
    ("timestamp,y\n2025-01-01,1\n", "no such column in the baseline: x"),
    ("timestamp,x\n2025-01-01,NA\n", "in the baseline, x is NA on the only sample"),
  ])
  func `a baseline that was not measured is NA with the reason`(
    baseline: String,
    reason: String
  ) throws {
    let columns = "columns: { x: '1', y: { unit: '1', optional: true } }, "
    let members =
      columns + Self.rules("mean(x)", "green: '<= baseline + y'".replacing(" + y", with: ""))
    let evaluation = try Gate.judge(members, Self.rows([1]), baseline: baseline)
    #expect(evaluation.statuses == [.na])
    #expect(evaluation.decision == .hold)
    #expect(evaluation.phases[0].objectives[0].reason?.contains(reason) == true)
    #expect(evaluation.phases[0].objectives[0].baseline == nil)
  }

  @Test func `relative to a baseline of 0 is NA and the hint is a floor`() throws {
    let relative = Self.rules("mean(x)", "green: 'mean(x) / baseline <= 1.1'")
    let evaluation = try Gate.judge(relative, Self.rows([1]), baseline: Self.rows([0]))
    #expect(evaluation.statuses == [.na])
    #expect(
      evaluation.phases[0].objectives[0].reason?.contains("greatest(baseline * 1.1, 5ms)") == true
    )
    let floored = Self.rules("mean(x)", "green: '<= greatest(baseline * 1.1, baseline + 2)'")
    #expect(try Gate.judge(floored, Self.rows([1]), baseline: Self.rows([0])).decision == .proceed)
  }

  // MARK: - Several files

  /// Values by hand for the baselines 1, 2, 6 and 3, 8 and the candidate 0.
  @Test(arguments: [
    ("mean(x)", 4.0), ("sum(x)", 20.0), ("count(x)", 5.0), ("max(x)", 8.0), ("min(x)", 1.0),
    ("median(x)", 3.0), ("p90(x)", 7.2), ("first(x)", 1.0), ("last(x)", 8.0), ("increase(x)", 10.0),
    ("rate(x)", 10.0 / 180), ("longest(x > 1)", 2.0), ("fraction(x > 2)", 0.6),
    ("duration()", 300.0),
    ("gap()", 60.0),
  ])
  func `several files are one baseline`(sli: String, value: Double) throws {
    let members = Self.rules(sli, "role: 'info'")
    let evaluation = try Gate.judge(
      members,
      Self.rows([0, 0]),
      baseline: Self.rows([1, 2, 6]),
      Self.rows([3, 8])
    )
    let baseline = try #require(evaluation.phases[0].objectives[0].baseline)
    #expect(abs(baseline - value) <= 1e-12 * value)
    #expect(evaluation.baselines.map(\.samples) == [3, 2])
  }

  @Test func `percentiles of a large baseline are exact where a status depends on them`() throws {
    let values = (0..<600).map { 1 + Double($0 * 7919 % 600) / 1e6 }
    let members = Self.rules("mean(x)", "green: '<= baseline(median(x))'")
    var options = EvaluationOptions()
    options.memory = PercentileMemory(values: 100, streamValues: 100)
    // The median of the baseline lies halfway between 1.000299 and 1.0003.
    for (value, status) in [(1.000299, Status.green), (1.0003, .red)] {
      let evaluation = try Gate.judge(
        members,
        Self.rows([value]),
        baseline: Self.rows(Array(values[..<250])),
        Self.rows(Array(values[250...])),
        options: options
      )
      #expect(evaluation.statuses == [status])
    }
  }

  // MARK: - Phases

  @Test(arguments: [("", 1.0), (", baseline: 'phase'", 1), (", baseline: 'run'", 3)])
  func `a phase is compared with the same phase or with the whole run`(
    part: String,
    value: Double
  ) throws {
    let phases = "phases: [{ name: 'a', to: '2m'\(part) }, { name: 'b', from: '2m' }]"
    let members = Self.rules("mean(x)", "green: '<= baseline'", more: phases)
    let evaluation = try Gate.judge(
      members,
      Self.rows([1, 1, 1, 1]),
      baseline: Self.rows([1, 1, 5, 5])
    )
    #expect(evaluation.phases.map { $0.objectives[0].baseline } == [value, 5])
  }

  @Test func `a baseline without the phase is NA with the reason`() throws {
    let phases = "phases: [{ name: 'a', where: 'x < 5' }]"
    let members = Self.rules("mean(x)", "green: '<= baseline'", more: phases)
    let evaluation = try Gate.judge(members, Self.rows([1]), baseline: Self.rows([9]))
    #expect(evaluation.statuses == [.na])
    let reason = evaluation.phases[0].objectives[0].reason
    #expect(reason?.contains("the baseline has no sample to compare with") == true)
  }
}
