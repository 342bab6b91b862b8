import Testing

@testable import SLOKit

/// Aggregates over short runs, from the text of the rule to the value.
struct AggregateValueTests {
  /// Expected values are from Python, without the NA: `sum`, `statistics.fmean`
  /// and `numpy.quantile(x, p / 100)`.
  @Test(arguments: [
    ("count(x)", 8), ("count()", 10), ("na(x)", 2), ("sum(x)", 120.35), ("mean(x)", 15.04375),
    ("min(x)", -3), ("max(x)", 100), ("first(x)", 4), ("last(x)", 7), ("median(x)", 2.75),
    ("p50(x)", 2.75),
    ("p90(x)", 36.47499999999998), ("p95(x)", 68.23749999999995), ("p99(x)", 93.64749999999998),
    ("p(x, 99.9)", 99.36475000000003),
    ("fraction(x > 1)", 0.75), ("longest(x > 1)", 4),
  ])
  func `every aggregate of a run with gaps is that of Python`(
    _ sli: String,
    _ value: Double
  ) throws {
    let cells = "4 1.5 NA 9.25 1.5 -3 100 NA 0.1 7"
    #expect(try AggregateSamples.value(of: sli, over: cells) == value)
  }

  /// Expected values are from Python, as above.
  @Test(arguments: [
    ("median(x)", 2), ("p90(x)", 4.1000000000000005),
    ("p95(x)", 4.549999999999999), ("p99(x)", 4.909999999999999), ("p(x, 99.9)", 4.991),
    ("min(x)", 2), ("mean(x)", 2.75),
  ])
  func `ties count each`(_ sli: String, _ value: Double) throws {
    #expect(try AggregateSamples.value(of: sli, over: "2 5 2 2") == value)
  }

  /// Expected values are from Python: `statistics.stdev` and `numpy.std(x, ddof=1)`, which agree.
  @Test(arguments: [
    ("4 1.5 NA 9.25 1.5 -3 100 NA 0.1 7", 34.54511995202795), ("2 5 2 2", 1.5), ("3 3 3", 0),
  ])
  func `a standard deviation is right but for the last bit`(
    _ cells: String,
    _ deviation: Double
  ) throws {
    let found = try #require(try AggregateSamples.value(of: "stddev(x)", over: cells))
    #expect(abs(found - deviation) <= deviation.ulp)
  }

  @Test(arguments: [
    "count(x)", "sum(x)", "mean(x)", "min(x)", "max(x)", "first(x)", "last(x)", "median(x)",
    "p99(x)", "stddev(x)", "increase(x)", "rate(x)", "fraction(x > 1)", "longest(x > 1)",
  ])
  func `over nothing measured all but the count is NA`(_ sli: String) throws {
    let value = try AggregateSamples.value(of: sli, over: "NA - null")
    #expect(value == (sli == "count(x)" ? 0 : nil))
  }

  @Test(
    arguments: [
      ("count(x)", 1), ("sum(x)", 7), ("mean(x)", 7), ("min(x)", 7), ("max(x)", 7), ("first(x)", 7),
      ("last(x)", 7), ("median(x)", 7), ("p99(x)", 7), ("p(x, 99.9)", 7), ("stddev(x)", nil),
      ("increase(x)", nil), ("rate(x)", nil), ("fraction(x > 1)", 1), ("longest(x > 9)", 0),
    ] as [(String, Double?)]
  )
  func `one value is enough where it says something`(_ sli: String, _ value: Double?) throws {
    #expect(try AggregateSamples.value(of: sli, over: "NA 7 NA") == value)
  }

  /// By hand: an infinity is a value, and what lies between it and another one is the infinity.
  @Test(
    arguments: [
      ("mean(x)", "1 Inf 3", .infinity), ("sum(x)", "-Inf 1", -.infinity),
      ("mean(x)", "-Inf Inf", nil), ("max(x)", "1 +Inf NA", .infinity),
      ("min(x)", "1 -Infinity", -.infinity), ("count(x)", "Inf -Inf NA", 2),
      ("stddev(x)", "1 2 Inf", nil), ("median(x)", "1 2 Inf", 2), ("median(x)", "1 Inf", .infinity),
      ("p95(x)", "1 2 3 Inf", .infinity), ("p10(x)", "-Inf 2 3", -.infinity),
      ("p90(x)", "-Inf 2", -.infinity), ("median(x)", "Inf Inf 1", .infinity),
      ("p50(x)", "-Inf Inf", nil), ("fraction(x > 2)", "Inf 1", 0.5),
      ("last(x)", "1 Inf", .infinity),
    ] as [(String, String, Double?)]
  )
  func `infinities are values`(_ sli: String, _ cells: String, _ value: Double?) throws {
    #expect(try AggregateSamples.value(of: sli, over: cells) == value)
  }

  /// By hand: a sample without an answer neither extends nor breaks a streak.
  @Test(
    arguments: [
      ("1 1 1", 3), ("0 0", 0), ("1 0 1 1", 2), ("1 NA 1", 2), ("1 NA 0 NA 1 NA 1 NA 1 0", 3),
      ("NA 1 NA", 1), ("1 1 0 1", 2), ("NA", nil),
    ] as [(String, Double?)]
  )
  func `the longest streak steps over NA`(_ cells: String, _ value: Double?) throws {
    #expect(try AggregateSamples.value(of: "longest(x > 0)", over: cells) == value)
  }

  /// By hand: NA is in neither the numerator nor the denominator.
  @Test(
    arguments: [
      ("1 0 NA NA", 0.5), ("NA 1", 1), ("0", 0), ("1 1 0 NA", 2.0 / 3), ("NA NA", nil),
    ] as [(String, Double?)]
  )
  func `a fraction leaves out what has no answer`(_ cells: String, _ value: Double?) throws {
    #expect(try AggregateSamples.value(of: "fraction(x == 1)", over: cells) == value)
  }
}
