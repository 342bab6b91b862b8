import Testing

@testable import SLOKit

@Suite("NA in expressions")
struct MissingValueTests {
  /// `x` has a gap, `y` was never measured, `z` is 0 throughout.
  static let csv = Gate.csv("x,y,z", ["1,NA,0", "2,NA,0", "NA,NA,0"])

  @Test(arguments: [
    ("count()", 3), ("count(x)", 2), ("na(x)", 1), ("count(y)", 0), ("na(y)", 3),
    ("sum(x)", 3), ("mean(x)", 1.5), ("min(x)", 1), ("max(x)", 2), ("first(x)", 1), ("last(x)", 2),
    ("median(x)", 1.5), ("increase(x)", 1), ("fraction(x > 1)", 0.5), ("longest(x > 0)", 2),
    ("sum(z) * mean(x)", 0), ("sum(x) / -2", -1.5),
    ("coalesce(mean(y), mean(x))", 1.5), ("mean(coalesce(x, z))", 1),
    ("coalesce(sum(x) / sum(z), 7)", 7),
    ("greatest(mean(x), sum(z))", 1.5), ("least(mean(x), sum(z))", 0),
    ("if(mean(x) > 1, mean(x), mean(y))", 1.5), ("mean(if(x > 1, 10, 20))", 15),
    ("mean(x where z == 0)", 1.5), ("count(x where y > 0)", 0),
    // The answers are false or NA, true, NA: what is false or NA does not count.
    ("fraction(x > 1 or y > 0)", 1),
    // The answers are false, NA, NA.
    ("fraction(x > 1 and y > 0)", 0),
  ])
  func `aggregates skip what was not measured`(sli: String, value: Double) throws {
    #expect(try Gate.value(sli, in: Self.csv) == value)
  }

  @Test(arguments: [
    "sum(y)", "mean(y)", "min(y)", "max(y)", "first(y)", "last(y)", "median(y)", "p99(y)",
    "stddev(y)", "stddev(x where x < 2)", "increase(y)", "rate(y)", "increase(x where x < 2)",
    "fraction(y > 0)", "fraction(not y > 0)", "longest(y > 0)",
    "mean(x + y)", "mean(x) + mean(y)", "mean(x) - mean(y)", "mean(y) * sum(z)", "0 * mean(y)",
    "-mean(y)", "abs(mean(y))", "sum(x) / sum(z)", "sum(z) / sum(z)", "mean(x / z)", "sum(x) / 0",
    "coalesce(mean(y), sum(y))", "greatest(mean(x), mean(y))", "least(mean(y), mean(x))",
    "mean(greatest(x, y))", "if(mean(y) > 0, 1, 2)", "if(mean(x) > 5, mean(x), mean(y))",
    "mean(if(y > 0, 1, 2))", "mean(x where y > 0)", "sum(x where x > 9)",
  ])
  func `what rests on nothing is NA`(sli: String) throws {
    #expect(try Gate.value(sli, in: Self.csv) == nil)
  }

  /// The indicator is `mean(x)`, which is 1.5; a comparison with `mean(y)` has no answer.
  @Test(arguments: [
    ("green: '<= 2 and mean(y) <= 1'", Status.na), ("green: '<= 1 and mean(y) <= 1'", .red),
    ("green: '<= 2 or mean(y) <= 1'", .green), ("green: '<= 1 or mean(y) <= 1'", .na),
    ("green: 'not mean(y) <= 1'", .na), ("green: 'mean(y) == mean(y)'", .na),
    ("green: 'mean(y) != 1'", .na),
    ("green: '<= 2', yellow: '<= 3 and mean(y) <= 1'", .green),
    ("green: '<= 1', yellow: '<= 2 and mean(y) <= 1'", .na),
    ("green: '<= 1 and mean(y) <= 1', red: '> 2 or mean(y) > 1'", .na),
    ("green: '<= 1', red: '> 2 and mean(y) > 1'", .yellow),
    ("green: '<= 1 and mean(y) <= 1', red: '> 1 or mean(y) > 1'", .red),
  ])
  func `a band without an answer gives no status`(bands: String, status: Status) throws {
    let evaluation = try Gate.judge(Gate.objective("mean(x)", bands), Self.csv)
    #expect(evaluation.statuses == [status])
  }

  @Test func `a filter drops the samples on which it has no answer and says so`() throws {
    let members = "where: 'y > 0', " + Gate.objective("mean(x)", "green: '<= 1'")
    let evaluation = try Gate.judge(members, Gate.csv("x,y", ["1,1", "9,NA", "9,0", "9,"]))
    #expect(evaluation.statuses == [.green])
    #expect(evaluation.input.samples == 1)
    #expect(evaluation.input.samplesInFile == 4)
    #expect(
      evaluation.warnings.filter { $0.code == .unansweredFilter }.map(\.message) == [
        "'where' left out 2 samples on which its condition is NA"
      ]
    )
  }

  /// A label that is NA is neither one text nor another.
  @Test(arguments: [
    ("kind == 'a'", 2), ("kind != 'a'", 1), ("kind in ('a', 'b')", 3),
    ("kind not in ('a', 'c')", 1),
    ("not kind == 'a'", 1),
  ])
  func `a label is compared with texts`(condition: String, count: Double) throws {
    let csv = Gate.csv("kind", ["a", "b", "NA", "a"])
    #expect(try Gate.value("count(where \(condition))", in: csv) == count)
  }

  /// Counting missing samples uses those that are missing, too.
  @Test(arguments: [("3", Status.green), ("4", .na)])
  func `a count of missing samples rests on all of them`(least: String, status: Status) throws {
    let bands = "green: '<= 1', min_samples: \(least)"
    let members = Gate.objective("na(x)", bands)
    #expect(try Gate.judge(members, Self.csv).statuses == [status])
  }

  @Test(arguments: [
    ("min_samples: 2", Status.green, nil),
    ("min_samples: 3", .na, "measured on 2 samples, fewer than min_samples: 3"),
    ("min_coverage: '66%'", .green, nil),
    (
      "min_coverage: '67%'", .na,
      "measured on 66.7 % of the samples, less than min_coverage: 67.0 %"
    ),
    ("min_coverage: 1", .na, "measured on 66.7 % of the samples, less than min_coverage: 100 %"),
    ("min_coverage: '100%', where: 'x > 0'", .green, nil),
  ])
  func `a thinly measured objective has no status`(
    key: String,
    status: Status,
    reason: String?
  ) throws {
    let members = Gate.objective("mean(x)", "green: '<= 2', mandatory: true, \(key)")
    let evaluation = try Gate.judge(members, Self.csv)
    #expect(evaluation.statuses == [status])
    #expect(evaluation.phases.first?.objectives.first?.reason == reason)
    #expect(evaluation.decision == (status == .green ? .proceed : .hold))
  }
}
