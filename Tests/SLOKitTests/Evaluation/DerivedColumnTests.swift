import Testing

@testable import SLOKit

@Suite("Windows in rules")
struct DerivedColumnTests {
  private func result(
    _ sli: String,
    _ rest: String,
    columns: String = "",
    _ csv: String
  ) throws -> ObjectiveResult {
    let evaluation = try Gate.judge(Gate.objective(sli, rest, columns: columns), csv)
    return try #require(evaluation.phases.first?.objectives.first)
  }

  /// By hand: with one sample a minute, the two-minute window holds two samples.
  @Test func `a burn rate is watched over two windows`() throws {
    let rules = """
      vars: { budget: '1%', short: '2m' }, columns: { errors: '%' },
      objectives: [{ name: 'Errors', sli: 'mean(errors)', green: '<= 50%' }],
      abort: ["rolling_mean(errors, 4m) > 3 * $budget and rolling_mean(errors, $short) > 3 * $budget"]
      """
    // Above 3 % over four samples are the fifth, sixth and eighth one, and over two samples the
    // third, fourth, sixth, seventh and eighth.
    let csv = Gate.csv("errors", ["0", "0", "7", "0", "6", "2", "NA", "9"])
    let abort = try #require(try Gate.judge(rules, csv).aborts.first)
    #expect(abort.isTripped)
    #expect(abort.line == 7)
    #expect(
      abort.when
        == "rolling_mean(errors, 4m) > 3 * 1% and rolling_mean(errors, 2m) > 3 * 1%"
    )
  }

  @Test func `a window can be held`() throws {
    let rules =
      Gate.objective("mean(x)", "green: '> 0'")
      + ", abort: ['rolling_min(x, 2 samples) > 1 for 3 samples']"
    // The smallest of two: 1, 1, 1, 2, 2, 1, and then 1, 1, 2, 2, 3, 2.
    let csv = Gate.csv("x", ["1", "1", "2", "3", "2", "1"])
    let abort = try #require(try Gate.judge(rules, csv).aborts.first)
    #expect(!abort.isTripped)
    let longer = Gate.csv("x", ["1", "2", "2", "3", "4", "2"])
    #expect(try Gate.judge(rules, longer).aborts.first?.line == 4)
  }

  // MARK: - Which samples there are

  @Test func `rows that the file leaves out are in no window`() throws {
    let csv = Gate.csv("x,state", ["1,ok", "100,cold", "3,ok", "5,ok"])
    let sli = Gate.objective("max(rolling_mean(x, 2 samples))", "role: 'info'")
    let all = try Gate.judge(sli, csv)
    let kept = try Gate.judge("where: \"state == 'ok'\", " + sli, csv)
    #expect(all.phases.first?.objectives.first?.value == 51.5)
    #expect(kept.phases.first?.objectives.first?.value == 4)
  }

  @Test(arguments: [
    ("max(rolling_mean(x, 2 samples))", "role: 'info', where: \"state == 'ok'\""),
    ("max(rolling_mean(x, 2 samples) where state == 'ok')", "role: 'info'"),
  ])
  func `other filters select when the windows are there`(sli: String, rest: String) throws {
    let csv = Gate.csv("x,state", ["1,ok", "100,cold", "3,ok", "5,ok"])
    #expect(try result(sli, rest, csv).value == 51.5)
  }

  // MARK: - Evidence

  @Test func `a window rests on what was measured in it`() throws {
    let csv = Gate.csv("x", ["1", "NA", "NA", "NA"])
    let thin = try result("max(rolling_mean(x, 1h))", "green: '< 5', min_coverage: '50%'", csv)
    #expect(thin.used == 1)
    #expect(thin.total == 4)
    #expect(thin.status == .na)
    #expect(thin.reason == "measured on 25.0 % of the samples, less than min_coverage: 50.0 %")
    let nested = try result("max(rolling_max(rolling_mean(x, 1h), 1h))", "green: '< 5'", csv)
    #expect(nested.used == 1)
    #expect(nested.status == .green)
    #expect(try result("na(rolling_mean(x, 1h))", "role: 'info'", csv).used == 4)
  }

  /// By hand: what is counted are the samples on which the formula could have a value of their own.
  @Test(arguments: [
    ("mean(coalesce(rolling_mean(never, 1h), x))", 3),
    ("mean(x / rolling_mean(x, 2 samples))", 3),
    ("mean(x / rolling_mean(y, 1h))", 1),
    ("fraction(rolling_max(y, 1h) > 1)", 2),
    ("mean(if(rolling_max(x, 1h) > 0, rolling_mean(y, 1h), 0))", 2),
    ("count(rolling_mean(y, 1h) where rolling_mean(x, 1h) > 2)", 1),
    ("mean(delta(x))", 2),
  ])
  func `a formula rests on what it looks at`(sli: String, used: Int) throws {
    let csv = Gate.csv("x,y,never", ["1,5,NA", "0,NA,NA", "NA,NA,NA", "8,NA,NA", "NA,2,NA"])
    #expect(try result(sli, "green: '>= 0'", csv).used == used)
  }

  @Test func `values of other samples are no evidence for those that count`() throws {
    let csv = Gate.csv("x,state", ["1,old", "NA,new", "NA,new"])
    let result = try result(
      "max(rolling_mean(x, 1h))",
      "green: '< 5', where: \"state == 'new'\"",
      csv
    )
    #expect(result.value == 1)
    #expect(result.status == .na)
    #expect(result.reason == "x is NA on all 2 samples")
  }

  @Test(arguments: [
    ("max(rolling_mean(x, 5m))", "NA,NA", "rolling_mean(x, 5m) is NA on all 2 samples"),
    ("max(rolling_min(x + 1, $w))", "NA,NA", "rolling_min(x + 1, 3m) is NA on all 2 samples"),
    ("max(delta(x))", "NA,4", "delta(x) is NA on all 2 samples"),
    ("max(delta(gone))", "1,2", "no such column in this file: gone"),
  ])
  func `an absence names the window`(sli: String, cells: String, reason: String) throws {
    let csv = Gate.csv("x", cells.split(separator: ",").map(String.init))
    let objective = Gate.objective(sli, "green: '< 5'", columns: "x: '1', gone: { optional: true }")
    let evaluation = try Gate.judge("vars: { w: '3m' }, " + objective, csv)
    #expect(evaluation.statuses == [.na])
    #expect(evaluation.phases.first?.objectives.first?.reason?.hasPrefix(reason) == true)
  }

  // MARK: - What lies beneath

  @Test func `a column that only a window names must be there`() throws {
    let rules = try Gate.rules(Gate.objective("max(delta(y))", "green: '< 5'"))
    let error = #expect(throws: Diagnostics.self) {
      _ = try rules.evaluate(.text("x\n1\n", name: "m.csv"))
    }
    #expect(error?.items.map(\.message) == ["the metrics have no column 'y'"])
  }

  @Test func `a window needs times only when it is one of time`() throws {
    func judge(_ sli: String) throws -> Evaluation {
      try Gate.judge(Gate.objective(sli, "green: '< 5'"), "x\n1\n4\n")
    }
    #expect(try judge("max(rolling_mean(x, 2 samples) + delta(x))").statuses == [.red])
    for sli in ["max(rolling_mean(x, 2m))", "max(delta(rolling_min(x, 1h)))"] {
      let error = #expect(throws: Diagnostics.self) { try judge(sli) }
      #expect(error?.items.map(\.code) == [.noTimestamps])
    }
  }

  @Test(arguments: ["max(delta(x))", "mean(rolling_max(x, 1 sample))", "max(rolling_mean(x, 1m))"])
  func `a window needs the order`(sli: String) throws {
    let csv = "ts,x\n1700000060,1\n1700000000,2\n"
    let error = #expect(throws: Diagnostics.self) { try result(sli, "green: '< 5'", csv) }
    #expect(error?.items.map(\.code) == [.unorderedSamples])
  }

  @Test func `warnings are about the columns of the file`() throws {
    let csv = Gate.csv("x", Array(repeating: "0.25", count: 6))
    let objective = Gate.objective(
      "max(rolling_mean(x, 2m))",
      "green: '< 50%'",
      columns: "x: 'ratio'"
    )
    let warnings = try Gate.judge(objective, csv).warnings
    #expect(warnings.map(\.code) == [.constantSeries])
    #expect(warnings.map(\.column) == ["x"])
  }

  @Test(arguments: [
    ("max(rolling_mean(x, 2m))", true), ("max(rolling_mean(rolling_min(x, 2m), 1h))", true),
    ("max(delta(x))", false), ("max(rolling_max(x - x, 2m))", false), ("slope(x) * 1s", false),
  ])
  func `a window takes no other values than its column`(sli: String, isVacuous: Bool) throws {
    let rules = Gate.objective(sli, "green: '<= 100%'", columns: "x: 'ratio'")
    let warnings = try Gate.judge(rules, Gate.csv("x", ["0.1", "0.2"])).warnings
    #expect(warnings.contains { $0.code == .vacuousThreshold } == isVacuous)
  }

  // MARK: - Long files

  @Test(arguments: [1, 2, 7], [100, 4096])
  func `percentiles of windows are found by another reading`(threads: Int, chunkSize: Int) throws {
    var random = SeededGenerator(seed: 3)
    let rows = (0..<900).map { _ in "\(Double.random(in: 1...2, using: &random))" }
    let csv = Array(Gate.csv("x", rows).utf8)
    let rules = try RuleSet.measuring(
      "p95(rolling_mean(x, 7m)) + median(delta(x) where rolling_max(x, 3 samples) < 1.9)"
    )
    func value(_ options: EvaluationOptions, chunkSize: Int) throws -> Double? {
      let reader = try MetricsReader(
        .memory(csv[...]),
        name: "m.csv",
        format: CSVFormat(),
        chunkSize: chunkSize
      )
      return try rules.evaluate(reader, options: options).phases.first?.objectives.first?.value
    }
    var options = EvaluationOptions(percentiles: .exact, threads: threads)
    let expected = try value(options, chunkSize: 1 << 20)
    options.memory = PercentileMemory(values: 20, bucketValues: 16)
    #expect(try value(options, chunkSize: chunkSize) == expected)
  }
}
