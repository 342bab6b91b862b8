import Testing

@testable import SLOKit

/// The samples are those of the published example whose values SciPy 1.17.1 gives:
/// `mannwhitneyu(cand, base)`, and the ordered differences for estimate and interval.
@Suite("Comparisons with a baseline")
struct ComparisonTests {
  private static let base = [
    101.2, 99.8, 100.4, 102.1, 98.7, 100.9, 101.5, 99.2, 100.1, 101.8, 100.6, 99.5,
  ]
  private static let worse = [
    104.3, 103.1, 105.2, 102.8, 104.9, 103.7, 106.1, 102.5, 104.0, 105.5, 103.3, 104.6,
  ]
  private static let mild = [
    101.9, 100.2, 101.4, 102.6, 99.6, 101.1, 102.3, 100.0, 100.7, 102.4, 101.0, 99.9,
  ]

  private static func rows(_ values: [Double?]) -> String {
    Gate.csv("x", values.map { $0.map { "\($0)" } ?? "NA" })
  }

  private static func compare(
    _ members: String,
    _ candidate: [Double?],
    to baseline: [Double?]...,
    columns: String = "x: 'ms'"
  ) throws -> ObjectiveResult {
    let rules = try Gate.rules(
      "columns: { \(columns) }, objectives: [{ name: 'X', compare: 'x', \(members) }]"
    )
    let evaluation = try rules.evaluate(
      .text(rows(candidate), name: "metrics.csv"),
      baseline: baseline.enumerated().map { .text(rows($1), name: "baseline-\($0).csv") }
    )
    return evaluation.phases[0].objectives[0]
  }

  // MARK: - Functions

  @Test(arguments: [
    ("shift(x)", 3.7 / 100.5), ("shift_low(x)", 2.7 / 100.5), ("shift_high(x)", 4.6 / 100.5),
    ("p_value(x)", 7.39602301050679e-07), ("shift(x * 2)", 3.7 / 100.5),
    ("p_value(x where x > 0)", 7.39602301050679e-07),
  ])
  func `the functions have the published values`(sli: String, expected: Double) throws {
    let members = """
      objectives: [{ name: 'X', sli: '\(sli)', role: 'info', confidence: '95%' }]
      """
    let evaluation = try Gate.judge(
      members,
      Self.rows(Self.worse),
      baseline: Self.rows(Self.base)
    )
    let value = try #require(evaluation.phases[0].objectives[0].value)
    #expect(abs(value - expected) <= 1e-9 * expected)
  }

  @Test(
    arguments: [
      ([1.0, nil], [nil, nil], "in the baseline, x is NA on all 2 samples"),
      ([nil], [1], "x is NA on the only sample"),
      ([1, 2], [0, 0, 0], "the baseline's median is 0"),
    ] as [([Double?], [Double?], String)]
  )
  func `without values on both sides a shift is NA with the reason`(
    candidate: [Double?],
    baseline: [Double?],
    reason: String
  ) throws {
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", candidate, to: baseline)
    #expect(result.status == .na)
    #expect(result.reason?.contains(reason) == true)
    #expect(result.comparison == nil)
  }

  @Test func `without a baseline a comparison is NA and holds when it is mandatory`() throws {
    let members =
      "objectives: [{ name: 'X', compare: 'x', worse: 'higher', green: '<= 10%', mandatory: true }]"
    let evaluation = try Gate.judge(members, Self.rows([1, 2]))
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason.contains("none was given"))
  }

  // MARK: - Status

  /// With 95 % confidence, the shift of `worse` is between 2.7 and 4.6, that of `mild` between −0.4
  /// and 1.5, of a median of 100.5.
  @Test(arguments: [
    (worse, "green: '<= 5%'", Status.green), (mild, "green: '<= 5%'", .green),
    (worse, "green: '<= 2%'", .red), (mild, "green: '<= 2%'", .green),
    (worse, "green: '<= 4%'", .yellow), (mild, "green: '<= 1%'", .yellow),
    (worse, "green: '<= 1%', red: '> 2%'", .red), (worse, "green: '<= 1%', red: '> 3%'", .yellow),
    (worse, "green: '<= 1%', floor: '5ms'", .green),
    (worse, "green: '<= 1%', floor: '4ms'", .yellow),
    (worse, "green: '<= 1%', floor: '2ms'", .red),
    (base, "green: '<= 0%'", .yellow),
  ])
  func `the whole interval decides`(
    candidate: [Double],
    bands: String,
    status: Status
  ) throws {
    let result = try Self.compare(
      "worse: 'higher', confidence: '95%', \(bands)",
      candidate,
      to: Self.base
    )
    #expect(result.status == status)
    let comparison = try #require(result.comparison)
    #expect(comparison.baselineMedian == 0.1005)
    #expect(comparison.confidence == 0.95)
  }

  @Test func `where lower is worse the signs are turned`() throws {
    func status(_ candidate: [Double], _ green: String) throws -> Status {
      try Self.compare("worse: 'lower', green: '\(green)'", candidate, to: Self.base).status
    }
    #expect(try status(Self.worse, ">= -1%") == .green)
    #expect(try status(Self.worse.map { 201 - $0 }, ">= -1%") == .red)
    #expect(try status(Self.worse.map { 201 - $0 }, ">= -8%") == .green)
    // The interval reaches from 4.9 % less to 2.5 % less.
    #expect(try status(Self.worse.map { 201 - $0 }, ">= -3%") == .yellow)
  }

  @Test func `an improvement is reported as such`() throws {
    let better = Self.base.map { $0 - 20 }
    let result = try Self.compare("worse: 'higher', green: '<= 1%'", better, to: Self.base)
    #expect(result.status == .green)
    #expect(
      result.reason?.hasPrefix("improved: with 98.0 % confidence the shift is between") == true
    )
    #expect(result.display == "-19.9 %")
  }

  @Test func `a baseline of 0 is compared by the floor`() throws {
    let zero = Array(repeating: 0.0, count: 12)
    let small = try Self.compare(
      "worse: 'higher', green: '<= 10%', floor: '50ms'",
      Self.base.map { $0 / 10 },
      to: zero
    )
    #expect(small.status == .green)
    #expect(small.value == nil)
    #expect(small.display == "+10.0 ms")
    let large = try Self.compare(
      "worse: 'higher', green: '<= 10%', floor: '50ms'",
      Self.base,
      to: zero
    )
    #expect(large.status == .red)
  }

  // MARK: - What other judges get wrong

  /// With a floor as without one: what is too thin or not measured is compared with nothing.
  @Test(arguments: ["", "floor: '1ms',"])
  func `too little of a run is not compared`(floor: String) throws {
    let bands = "worse: 'higher', green: '<= 10%', \(floor)"
    let thin = try Self.compare("\(bands) min_samples: 13", Self.mild, to: Self.base)
    #expect(thin.status == .na)
    #expect(thin.reason == "measured on 12 samples, fewer than min_samples: 13")
    if floor.isEmpty { #expect(thin.comparison == nil) }
    // On one side, the window holds a value of a sample that does not count.
    let members = """
      columns: { x: 'ms' }, objectives: [{ name: 'X', compare: 'rolling_mean(x, 1h)', \(bands)
        where: "kind == 'b'" }]
      """
    let measured = Gate.csv("x,kind", Array(repeating: "100,b", count: 13))
    let blind = Gate.csv("x,kind", ["100,a"] + Array(repeating: "NA,b", count: 12))
    #expect(try Gate.judge(members, measured, baseline: measured).statuses == [.green])
    #expect(try Gate.judge(members, blind, baseline: measured).statuses == [.na])
    #expect(try Gate.judge(members, measured, baseline: blind).statuses == [.na])
    let unmeasured = try Self.compare(bands, [nil, nil], to: Self.base)
    #expect(unmeasured.status == .na)
    #expect(unmeasured.reason == "x is NA on all 2 samples")
  }

  /// Every difference is 10, which is 10 % of the baseline, so the interval is one point.
  @Test(arguments: [
    ("green: '<= 10%'", Status.green), ("green: '< 10%'", .red),
    ("green: '<= 5%', red: '> 10%'", .yellow), ("green: '<= 5%', red: '>= 10%'", .red),
  ])
  func `a limit counts as it is written`(bands: String, status: Status) throws {
    let baseline = Array(repeating: 100.0, count: 12)
    let run = baseline.map { $0 + 10 }
    let result = try Self.compare("worse: 'higher', \(bands)", run, to: baseline, columns: "x: '1'")
    #expect(result.status == status)
  }

  @Test func `a tiny shift with hardly any noise is no failure`() throws {
    let quiet = (0..<40).map { 100 + Double($0 % 4) * 1e-6 }
    let shifted = quiet.map { $0 * 1.0002 }
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", shifted, to: quiet)
    #expect(result.status == .green)
    #expect(try #require(result.comparison).pValue < 1e-9)
  }

  @Test func `seven of ten samples a hundred times worse are no pass`() throws {
    let baseline = (0..<10).map { 100 + Double($0) }
    let candidate = (0..<10).map { $0 < 7 ? 10_000 + Double($0) : 100 + Double($0) }
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", candidate, to: baseline)
    #expect([.red, .yellow].contains(result.status))
    let more = try Self.compare(
      "worse: 'higher', green: '<= 10%'",
      candidate + candidate + candidate,
      to: baseline + baseline + baseline
    )
    #expect(more.status == .red)
  }

  @Test func `a fatter tail is yellow though the middle is the same`() throws {
    let baseline = (0..<100).map { 100 + Double($0 * 7 % 100) / 100 }
    let candidate = baseline.enumerated().map { $0 % 5 == 0 ? 900 : $1 }
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", candidate, to: baseline)
    #expect(result.status == .yellow)
    #expect(result.reason?.contains("but the tail is worse") == true)
    let comparison = try #require(result.comparison)
    // The outliers; those that are beyond it by less than the margin do not count.
    #expect(comparison.baselineExceedances == 5)
    #expect(comparison.exceedances == 20)
  }

  /// With 8 of 30 beyond and one of the baseline's 30, `scipy.stats.hypergeom.sf(7, 60, 9, 30)` is
  /// 0.0128: at 98 % confidence, 0.01 is left for one side.
  @Test(arguments: [(8, Status.green), (9, .yellow)])
  func `a tail is judged on its one side`(outliers: Int, status: Status) throws {
    let baseline = (0..<30).map { 100 + Double($0) / 100 }
    let candidate = baseline.enumerated().map { $0 < outliers ? 900 : $1 }
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", candidate, to: baseline)
    #expect(result.status == status)
    #expect(result.comparison?.exceedances == outliers)
  }

  @Test
  func `noise that hides a difference of 10 percent is undecided and says what would settle it`()
    throws
  {
    let noise = [-30.0, 25, -12, 8, 31, -22, 4, 17, -9, -5, 12, -19]
    let baseline = noise.map { 100 + $0 }
    let candidate = noise.reversed().map { 110.1 + $0 }
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", candidate, to: baseline)
    #expect(result.status == .yellow)
    #expect(result.reason?.contains("so it is undecided") == true)
    let clean = try Self.compare(
      "worse: 'higher', green: '<= 10%'",
      (0..<30).map { 110.1 + Double($0) / 1e4 },
      to: (0..<30).map { 100 + Double($0) / 1e4 }
    )
    #expect(clean.status == .red)
    let forecast = try Self.compare("worse: 'higher', green: '<= 4%'", Self.worse, to: Self.base)
    #expect(forecast.reason?.contains("more samples here and") == true)
  }

  @Test func `too few samples are undecided`() throws {
    let result = try Self.compare("worse: 'higher', green: '<= 10%'", [100, 101], to: [100, 102])
    #expect(result.status == .yellow)
    #expect(result.comparison?.upperBound == .infinity)
  }

  // MARK: - Several files, phases, long files

  @Test func `several baselines pool`() throws {
    let halves = try Self.compare(
      "worse: 'higher', green: '<= 5%'",
      Self.worse,
      to: Array(Self.base[..<5]),
      Array(Self.base[5...])
    )
    let whole = try Self.compare("worse: 'higher', green: '<= 5%'", Self.worse, to: Self.base)
    #expect(halves.comparison == whole.comparison)
  }

  @Test func `a phase compares with the same phase`() throws {
    let members = """
      objectives: [{ name: 'X', compare: 'x', worse: 'higher', green: '<= 5%' }],
      phases: [{ name: 'a', to: '12m' }, { name: 'b', from: '12m', objectives: { X: { green: '<= 60%' } } }]
      """
    let evaluation = try Gate.judge(
      members,
      Self.rows(Self.base + Self.base.map { $0 * 1.5 }),
      baseline: Self.rows(Self.base + Self.base)
    )
    #expect(evaluation.phases.map { $0.objectives[0].status } == [.green, .green])
    #expect(evaluation.phases[1].objectives[0].value.map { abs($0 - 0.5) < 0.01 } == true)
  }

  @Test func `of very many samples a fair share is compared and the report says so`() throws {
    let many = (0..<300_000).map { "\(100 + $0 * 7919 % 1000)" }
    let csv = "x\n" + many.map { $0 + "\n" }.joined()
    let rules = try Gate.rules(
      "objectives: [{ name: 'X', compare: 'x', worse: 'higher', green: '<= 5%' }]"
    )
    let evaluation = try rules.evaluate(
      .text(csv, name: "m.csv"),
      baseline: [.text(csv, name: "b.csv")]
    )
    let result = evaluation.phases[0].objectives[0]
    #expect(result.status == .green)
    #expect(try #require(result.thinning).points < 300_000)
  }
}
