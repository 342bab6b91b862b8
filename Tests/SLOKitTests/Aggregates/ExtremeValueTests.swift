import Testing

@testable import SLOKit

/// Numbers at the ends of what a double holds.
///
/// Expected values, where a comment names nothing else, are from Python: sums and means from
/// `float(sum(map(fractions.Fraction, values)) / n)`, which rounds once; deviations from
/// `statistics.stdev(map(fractions.Fraction, values))`.
struct ExtremeValueTests {
  @Test(
    arguments: [
      // Catastrophic cancellation: NumPy's std(ddof=1) gives 0.1768 for the first.
      ("stddev(x)", "1000000000000000.125 1000000000000000.25 1000000000000000.375 1e15", 0.16137),
      ("sum(x)", "1e16 1 -1e16", 1), ("mean(x)", "1e16 1 1 -1e16", 0.5),
      ("sum(x)", "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", 1),
      // Sums beyond the doubles, of which the mean is one again.
      ("mean(x)", "1e308 1e308", 1e308), ("sum(x)", "1e308 1e308 -1e308", 1e308),
      ("sum(x)", "1e308 1e308", .infinity), ("sum(x)", "-1e308 -1e308", -.infinity),
      ("mean(x)", "1.7976931348623157e308 1.7976931348623157e308", 1.7976931348623157e308),
      // Denormals.
      ("sum(x)", "4.9e-324 4.9e-324 9.9e-324", Double.leastNonzeroMagnitude * 4),
      ("mean(x)", "4.9e-324 4.9e-324 9.9e-324", Double.leastNonzeroMagnitude),
      ("max(x)", "0 4.9e-324", Double.leastNonzeroMagnitude), ("min(x)", "1e-400 1", 0),
      // NumPy's percentile(values, q) where no infinity is next to another number.
      ("p50(x)", "1 1 1 2 2", 1), ("p75(x)", "1 1 1 2 2", 2), ("p90(x)", "1 1 1 2 2", 2),
      ("p25(x)", "1 2 Inf Inf", 1.75),
      // By hand: a rank on an infinity, or between it and a number, is that infinity.
      ("p50(x)", "1 2 Inf Inf", .infinity), ("p99(x)", "1 2 Inf Inf", .infinity),
      ("p10(x)", "-Inf -Inf 3", -.infinity), ("p75(x)", "-Inf -Inf 3", -.infinity),
      // By hand: infinities of both signs have no sum, so NA.
      ("mean(x)", "Inf -Inf 1", nil), ("sum(x)", "Inf -Inf 1", nil),
      ("max(x) + min(x)", "Inf -Inf 1", nil), ("max(x) - min(x)", "Inf -Inf", .infinity),
      ("stddev(x)", "Inf -Inf", nil),
      // By hand: Prometheus counts from 0 after a drop. Beyond 2^53, doubles leave numbers out.
      ("increase(x)", "9007199254740990 9007199254740992", 2),
      ("increase(x)", "9007199254740991 9007199254740993", 1),
      ("increase(x)", "9007199254740992 5 9007199254740992", 9007199254740992),
      ("increase(x)", "0 1e308 0 1e308", .infinity),
      // By hand: x ÷ 0 is NA, also for a 0 with a sign.
      ("sum(x) / min(x)", "0 5", nil), ("sum(x) / min(x)", "-0 5", nil), ("0 / sum(x)", "-0", nil),
      ("rate(x)", "7", nil),
    ] as [(String, String, Double?)]
  )
  func `numbers at the ends are exact, infinite or NA`(
    _ sli: String,
    _ cells: String,
    _ value: Double?
  ) throws {
    let found = try AggregateSamples.value(of: sli, over: cells)
    guard sli == "stddev(x)", let value, let found else {
      #expect(found == value)
      return
    }
    #expect(abs(found - value) <= 1e-5)
  }

  /// By hand: −0 is 0 in every order and comparison.
  @Test(arguments: ["min(x)", "max(x)", "sum(x)", "mean(x)", "median(x)", "first(x)", "last(x)"])
  func `a zero with a sign is zero`(sli: String) throws {
    #expect(try AggregateSamples.value(of: sli, over: "-0 -0 -0") == 0)
    let rules = Gate.objective(sli, "green: '>= 0 and <= 0'")
    let csv = AggregateSamples.csv("-0 0 -0")
    #expect(try Gate.judge(rules, csv).statuses == [.green])
  }

  /// NaN is NA before anything could order it, wherever it stands.
  @Test(arguments: ["NaN 1 2", "1 NaN 2", "1 2 NaN", "nan 1 -NaN 2"])
  func `what is not a number has no rank`(cells: String) throws {
    guard !cells.contains("-NaN") else {
      #expect(throws: Diagnostics.self) { try AggregateSamples.value(of: "max(x)", over: cells) }
      return
    }
    #expect(try AggregateSamples.value(of: "max(x)", over: cells) == 2)
    #expect(try AggregateSamples.value(of: "min(x)", over: cells) == 1)
    #expect(try AggregateSamples.value(of: "median(x)", over: cells) == 1.5)
    #expect(try AggregateSamples.value(of: "count(x)", over: cells) == 2)
  }

  /// An infinity is worse than any limit on its side, and both together are no evidence at all.
  @Test(arguments: [("Inf 1", Status.red), ("-Inf 1", .green), ("Inf -Inf", .na)])
  func `an infinity is judged and two that cancel are not`(
    cells: String,
    status: Status
  ) throws {
    let rules = Gate.objective("mean(x)", "green: '<= 1e308', mandatory: true")
    let evaluation = try Gate.judge(rules, AggregateSamples.csv(cells))
    #expect(evaluation.statuses == [status])
    #expect(evaluation.decision == (status == .red ? .rollback : status == .na ? .hold : .proceed))
  }

  /// Below 0, which no time is: judged as it stands, and said.
  @Test func `a negative duration is warned about`() throws {
    let rules = Gate.objective("mean(x)", "green: '<= 1s'", columns: "x: 's'")
    let evaluation = try Gate.judge(rules, AggregateSamples.csv("-1 -2 0.5"))
    #expect(evaluation.warnings.contains { $0.code == .negativeValue })
  }
}
