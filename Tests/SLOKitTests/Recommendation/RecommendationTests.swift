import Testing

@testable import SLOKit

@Suite("Recommendations")
struct RecommendationTests {
  private let noise = Drafting.noise(60, mean: 0.2, deviation: 0.06, seed: 1)

  @Test func `a latency gets a target beyond what was observed`() throws {
    let target = try Drafting.draft([("p95_latency", noise)]).only
    let proposal = try #require(target.proposal)
    #expect(target.isLowerBetter)
    #expect(target.indicator == "mean(p95_latency)")
    let observed = try #require(target.observed?.value)
    #expect(proposal.suggested.value > observed)
    #expect(try #require(proposal.suggested.risk) <= 0.05)
    #expect(try #require(proposal.red?.value) >= proposal.suggested.value)
    #expect(try #require(proposal.tight?.value) <= proposal.suggested.value)
    #expect(try #require(proposal.suggested.caughtValue) > proposal.suggested.value)
  }

  @Test func `raw latencies get the highest percentile that can be promised`() throws {
    let many = Drafting.noise(200, mean: 50, deviation: 5, seed: 4)
    #expect(try Drafting.draft([("latency_ms", many)]).only.indicator == "p95(latency_ms)")
    let few = Array(many.prefix(60))
    #expect(try Drafting.draft([("latency_ms", few)]).only.indicator == "p90(latency_ms)")
    let fewer = Array(many.prefix(10))
    #expect(try Drafting.draft([("latency_ms", fewer)]).only.indicator == "median(latency_ms)")
    #expect(
      try Drafting.draft([("latency_ms", few)]).only.notes.contains { $0.contains("in place") }
    )
  }

  private static let hopeless: [(values: [Double], reason: String)] = [
    ([0.1, 0.2, 0.1], "insufficient: 3 values"),
    (Array(repeating: 0.4, count: 20), "constant"),
    (Array(repeating: .nan, count: 20), "no number"),
    (Array(repeating: .nan, count: 20) + [0.1, 0.2, 0.15, 0.12, 0.11], "NA on 20 of 25"),
    (growing, "trend"),
    ([0.1, 0.2, 0.3, .infinity, 0.2, 0.1], "infinite"),
  ]

  private static let growing = (1...40).map { (step: Int) -> Double in
    Double(step) / 10 + Double(step % 3) / 50
  }

  @Test(arguments: hopeless)
  func `what cannot be learned from gets no target, and says why`(
    values: [Double],
    reason: String
  ) throws {
    let other = ("cpu_percent", Drafting.noise(values.count, mean: 30, deviation: 2, seed: 9))
    let draft = try Drafting.draft([("p95_latency", values), other])
    let refusal =
      draft.targets.first { $0.name == "p95_latency" }?.refusal
      ?? draft.leftOut.first { $0.name == "p95_latency" }?.reason
    #expect(try #require(refusal).contains(reason), "\(refusal ?? "")")
  }

  @Test func `without traffic nothing is learned from ratios and latencies`() throws {
    let idle = Array(repeating: 0.0, count: 60)
    let draft = try Drafting.draft([("p95_latency", noise), ("request_rate", idle)])
    #expect(try #require(draft.only.refusal).contains("no traffic"))
    #expect(draft.leftOut.map(\.name) == ["request_rate"])
  }

  @Test func `a slow start is left out and said`() throws {
    let warm = (0..<12).map { 0.2 + 1.5 / Double($0 + 1) } + noise
    let target = try Drafting.draft([("p95_latency", warm)]).only
    let figures = try #require(target.observed)
    #expect(figures.warmUp > 3)
    #expect(target.notes.contains { $0.contains("warm-up") })
    #expect(try #require(target.proposal).suggested.value < 0.3)
  }

  @Test func `a rate of success is held from below`() throws {
    let success = Drafting.noise(60, mean: 0.995, deviation: 0.001, seed: 5)
    let target = try Drafting.draft([("http_success_rate", success)]).only
    let proposal = try #require(target.proposal)
    #expect(!target.isLowerBetter)
    #expect(proposal.suggested.value < 0.995 && proposal.suggested.value > 0.99)
    #expect(try #require(target.budget).share > 0.005)
  }

  @Test func `counts of good and bad outcomes become a share`() throws {
    let good = Array(repeating: 100.0, count: 100)
    var bad = Array(repeating: 0.0, count: 100)
    for index in stride(from: 0, to: 99, by: 10) { bad[index] = 1 }
    let target = try Drafting.draft([("success", good), ("fail", bad)]).only
    #expect(target.indicator == "sum(success) / (sum(success) + sum(fail))")
    // 10 of 10,010: the upper bound of the rate is .0017, 99.8 % is the rung below.
    #expect(try #require(target.proposal).suggested.literal == "99.8%")
  }

  @Test func `the promise is for the next run's length`() throws {
    func width(_ next: Int) throws -> Double {
      let options = RecommendationOptions(nextSamples: next)
      let target = try Drafting.draft([("p95_latency", noise)], options: options).only
      return try #require(target.proposal).suggested.value
    }
    #expect(try width(6) > width(60))
  }

  /// Worked out by hand on constant columns: means as they are, rules to the digit.
  @Test func `the classic rules, to the digit`() throws {
    func constant(_ value: Double) -> [Double] { Array(repeating: value, count: 12) }
    let draft = try Drafting.draft(
      [
        ("http_success_rate", constant(0.99)), ("p99_latency", constant(0.5)),
        ("fallback_ratio", constant(0.05)), ("error_rate", constant(0)),
        ("cpu_percent", constant(0)), ("mem_percent", constant(0)),
      ],
      options: RecommendationOptions(method: .heuristic)
    )
    #expect(
      draft.targets.map { $0.heuristic?.literal } == [
        "≥ 98.00 %", "≤ 1.000 s", "< 10.00 %", "< 1.00 %", "< 30.00 %", "< 30.00 %",
      ]
    )
  }

  @Test func `samples that miss their present target are not learned from silently`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, objectives: [
        { name: "P95", sli: "mean(p95_latency)", green: "<= 100ms" } ] }
      """
    let draft = try Drafting.draft([("p95_latency", noise)], rules: rules)
    #expect(try draft.only.notes.contains { $0.contains("enshrine") })
    #expect(draft.warnings.contains { $0.contains("do not pass the present rules") })
    #expect(try #require(draft.only.present?.risk) > 0.99)
  }

  @Test func `a trend tells when it will pass the present target`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, objectives: [
        { name: "P95", sli: "mean(p95_latency)", green: "<= 10s" } ] }
      """
    // 0.1 s a sample from 0.1 s on: 4 s after forty samples, 10 s after sixty more. All slopes are
    // the same, and so is the upper one.
    let series = (1...40).map { Double($0) / 10 }
    let target = try Drafting.draft([("p95_latency", series)], rules: rules).only
    let refusal = try #require(target.refusal)
    // Samples are a minute apart; a tenth of the median of 2.05 s takes three of them.
    #expect(refusal.contains("by another 10 % in about 3 min (3 samples)"))
    #expect(refusal.contains("beyond the present target (10s) in about 60 min (60 samples)"))
    #expect(target.observed?.trend?.samplesToTarget == 60)
    #expect(target.observed?.trend?.secondsToTarget == 3600)
  }

  @Test func `without timestamps a trend counts in samples`() throws {
    let rows = (1...40).map { "\(Double($0) / 10)" }
    let csv = "p95_latency\n" + rows.joined(separator: "\n") + "\n"
    let target = try Recommendation(metrics: [.text(csv, name: "m.csv")]).only
    #expect(try #require(target.refusal).contains("by another 10 % after 3 more samples"))
    #expect(target.observed?.trend?.secondsToTarget == nil)
  }

  /// 240 samples of a minute, and so on.
  @Test(arguments: [
    (240, 60.0, "in about 4 h (240 samples)"), (1, 30, "in about 30 s (1 sample)"),
    (100, 1, "in about 100 s (100 samples)"), (100, 36_000, "in about 42 days (100 samples)"),
  ])
  func `a time to come is rough`(count: Int, interval: Double, text: String) {
    let trend = ObservedTrend(
      slope: 1,
      steepestSlope: 1,
      share: 1,
      pValue: 0,
      samplesToTarget: nil,
      sampleInterval: interval,
      level: 0
    )
    #expect(trend.moment(after: count) == text)
  }

  @Test func `a projected crossing reckons with the steepest slope`() throws {
    let noise = Drafting.noise(40, mean: 0, deviation: 0.3, seed: 7)
    let series = noise.enumerated().map { Double($0) / 10 + 5 + $1 }
    let trend = try #require(
      Drafting.draft([("p95_latency", series)]).only.observed?.trend
    )
    #expect(trend.steepestSlope > trend.slope && trend.slope > 0.05)
    #expect(trend.samplesToTarget == nil)
  }

  @Test(arguments: [
    (1, "last 30 %, by a draft from the first 70 %"),
    (6, "last 2 of 6 runs, by a draft from the first 4"),
  ])
  func `a backtest drafts from what came first`(count: Int, part: String) throws {
    let runs = (1...count).map { seed in
      [("p95_latency", Drafting.noise(60, mean: 0.2, deviation: 0.01, seed: UInt64(seed)))]
    }
    let last = try #require(Drafting.draft(runs: runs).only.backtest.last)
    #expect(last.part == part)
    #expect(last.proposed == .green)
  }

  @Test func `what compares runs is not drafted for`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, objectives: [
        { name: "Slower", compare: "p95_latency", worse: "higher", green: "<= 5%", red: "> 20%" },
        { name: "Exactly", sli: "max(p95_latency)", green: "== 0s" },
        { name: "Beside", sli: "mean(p95_latency)", green: "<= baseline * 1.1" } ] }
      """
    let targets = try Drafting.draft([("p95_latency", noise)], rules: rules).targets
    #expect(try #require(targets[0].refusal).contains("it compares a run with a baseline"))
    #expect(try #require(targets[1].refusal).contains("asks for one value"))
    #expect(targets[2].isProposed)
    #expect(targets[2].notes.contains { $0.contains("relative to a baseline") })
  }

  @Test func `what is held to two limits is not drafted for`() throws {
    let rules = """
      { slo: 1, columns: { hit_rate: "ratio" }, objectives: [
        { name: "Hits", sli: "mean(hit_rate)", green: ">= 60% and <= 70%", yellow: ">= 50%" },
        { name: "Above", sli: "mean(hit_rate)", green: ">= 60%", yellow: ">= 50% and <= 90%" },
        { name: "Beside", sli: "mean(hit_rate)", green: ">= 60% and min(hit_rate) >= 20%" } ] }
      """
    let values = Drafting.noise(60, mean: 0.65, deviation: 0.01, seed: 3)
    let draft = try Drafting.draft([("hit_rate", values)], rules: rules)
    for target in draft.targets.prefix(2) {
      #expect(try #require(target.refusal).contains("more than one limit"))
    }
    #expect(draft.targets[2].isProposed)
    #expect(try #require(draft.ruleFileUpdate()).changed == ["Beside"])
  }

  @Test func `a mean of few samples has room for a tail`() throws {
    // Twelve quantiles of a Pareto distribution with the power 2.5, in no order.
    let order = [3, 9, 0, 7, 11, 4, 1, 8, 5, 10, 2, 6]
    let values = order.map { place in
      ((1 - (Double(place) + 0.5) / 12).naturalLogarithm / -2.5).exponential / 5
    }
    let target = try Drafting.draft([("p99_latency", values)]).only
    let observed = try #require(target.observed?.value)
    #expect(try #require(target.proposal).suggested.value > 1.5 * observed)
    #expect(target.notes.contains { $0.contains("heavy tail") })
    let wild = values.map { $0 * $0 * $0 * $0 * 1000 }
    let refusal = try Drafting.draft([("p99_latency", wild)]).only.refusal
    #expect(try #require(refusal).contains("tail may be so heavy"))
  }

  @Test func `a ratio far above 1 is drafted for`() throws {
    let rules = """
      { slo: 1, columns: { a: "1", b: "1" }, objectives: [
        { name: "Yield", sli: "median(a / b)", green: ">= 90%" } ] }
      """
    let a = Drafting.noise(60, mean: 1e60, deviation: 1e58, seed: 3)
    let target = try Drafting.draft([("a", a), ("b", a.map { _ in 1 })], rules: rules).only
    #expect(try #require(target.proposal).suggested.value > 9e59)
  }

  private static let impossible: [RecommendationOptions] = [
    RecommendationOptions(nextSamples: 0), RecommendationOptions(nextSamples: -1),
    RecommendationOptions(nextSamples: .max), RecommendationOptions(alpha: 0),
    RecommendationOptions(alpha: 0.5), RecommendationOptions(alpha: .nan),
  ]

  @Test(arguments: impossible)
  func `what cannot be asked for is an error`(_ options: RecommendationOptions) {
    let error = #expect(throws: Diagnostics.self) {
      try Drafting.draft([("p95_latency", noise)], options: options)
    }
    #expect(error?.items.map(\.code) == [.invalidSetting])
  }

  @Test func `no metrics, and no samples, are errors`() {
    let none = #expect(throws: Diagnostics.self) { try Recommendation(metrics: []) }
    #expect(none?.items.map(\.code) == [.invalidSetting])
    let empty = #expect(throws: Diagnostics.self) {
      try Recommendation(metrics: [.text("p95_latency\n", name: "m.csv")])
    }
    #expect(empty?.items.map(\.code) == [.noSamples])
  }

  @Test(arguments: [Int.max, Int.min])
  func `no limit of a record is too much`(limit: Int) throws {
    var format = CSVFormat()
    format.recordLimit = limit
    let csv = MetricsSource.text(Drafting.csv([("p95_latency", noise)]), name: "m.csv")
    if limit > 0 {
      #expect(try Recommendation(metrics: [csv], format: format).only.isProposed)
    } else {
      #expect(throws: Diagnostics.self) { try Recommendation(metrics: [csv], format: format) }
    }
  }

  @Test func `values of variables count as given`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, vars: { most: "1s" }, objectives: [
        { name: "P95", sli: "mean(p95_latency)", green: "<= $most" } ] }
      """
    let draft = try Drafting.draft(
      [("p95_latency", noise)],
      rules: rules,
      overrides: [VariableOverride(name: "most", value: "2s")]
    )
    #expect(try draft.only.present?.literal == "2s")
    #expect(draft.overrides.map(\.name) == ["most"])
    let update = try #require(draft.ruleFileUpdate())
    #expect(update.text == rules)
    #expect(update.skipped.contains { $0.contains("$most was given another value") })
  }

  @Test func `samples that an objective does not look at are not missing`() throws {
    let rules = """
      { slo: 1, columns: { p95_latency: "s", pool: "1" }, objectives: [
        { name: "P95", sli: "mean(p95_latency)", where: "pool == 1", green: "<= 400ms" } ] }
      """
    let pools = (0..<60).map { $0 % 4 == 0 ? 1.0 : 2.0 }
    let target = try Drafting.draft([("p95_latency", noise), ("pool", pools)], rules: rules).only
    #expect(target.observed?.total == 15)
    #expect(target.isProposed)
  }

  @Test func `what was observed has an interval`() throws {
    let interval = try #require(Drafting.draft([("p95_latency", noise)]).only.observed?.interval)
    let theory = 2.0009953780 * noise.variance.squareRoot() / 60.0.squareRoot()
    let width = try #require(interval.upper) - (try #require(interval.lower))
    expectClose(width, 2 * theory)
  }

  @Test func `a column that is there twice is left out`() throws {
    let draft = try Drafting.draft(
      [("p95_latency", noise), ("p95_latency", noise), ("p99_latency", noise)]
    )
    #expect(draft.targets.map(\.name) == ["p99_latency"])
    #expect(draft.leftOut.map(\.reason).allSatisfy { $0.contains("twice") })
  }

  @Test func `a file without service metrics is an error`() {
    #expect(throws: Diagnostics.self) {
      try Drafting.draft([("sample_num", [1, 2, 3]), ("colour", [.nan, .nan, .nan])])
    }
  }

  @Test func `the same input gives the same bytes in every format`() throws {
    for format in RecommendationFormat.allCases {
      let texts = try (0..<2).map { _ in
        try Drafting.draft([("p95_latency", noise)]).report(format)
      }
      #expect(texts[0] == texts[1])
    }
  }
}
