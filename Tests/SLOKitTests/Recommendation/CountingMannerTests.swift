import Testing

@testable import SLOKit

@Suite("Counts and counters")
struct CountingMannerTests {
  /// By hand: of four growths the test's figure is 2 ÷ √(6 ÷ 12) = 2.83, of three 1.5 ÷ √(5 ÷ 12) = 2.32,
  /// below the 2.33 of 1 %.
  @Test(
    arguments: [
      ([1, 2, 3, 4, 5], CountingManner.addsUp), ([1, 2, 3, 4], .untold),
      ([7, 7, 7, 7, 7], .untold),
      ([0, 0, 1, 0, 0, 1, 0], .perSample), ([4, 9, 14, 2, 8, 13, 19, 25], .addsUp), ([], .untold),
    ] as [([Double], CountingManner)]
  )
  func `values tell how they count`(values: [Double], manner: CountingManner) {
    #expect(CountingManner(values) == manner)
  }

  private static let growing = (1...30).map { Double($0 * 100) }
  private static let reset = growing.map { $0 > 2000 ? $0 - 2000 : $0 }
  private static let perSample = (0..<30).map { Double(100 + $0 * 7 % 11) }
  private static let zero = [Double](repeating: 0, count: 30)
  private static let atRest = [Double](repeating: 100, count: 30)

  private func draft(
    _ good: [Double],
    _ bad: [Double],
    suffix: String = ""
  ) throws -> Recommendation {
    let latency = Drafting.noise(30, mean: 0.2, deviation: 0.01, seed: 1)
    return try Drafting.draft([
      ("reload_success" + suffix, good), ("reload_failure" + suffix, bad), ("p95_latency", latency),
    ])
  }

  private static let counters = [
    (growing, zero, ""), (growing, growing.map { ($0 / 1000).rounded(.down) }, ""),
    (reset, reset.map { ($0 / 300).rounded(.down) }, ""), (reset, zero, "_total"),
    ([0, 0, 0, 5] + [Double](repeating: 5, count: 26), zero, "_total"),
  ]

  @Test(arguments: counters)
  func `counters are judged by their increase`(
    good: [Double],
    bad: [Double],
    suffix: String
  ) throws {
    let draft = try draft(good, bad, suffix: suffix)
    let target = try #require(draft.targets.first)
    #expect(target.indicator.hasPrefix("increase(reload_success\(suffix)) / ("))
    #expect(draft.leftOut.isEmpty)
  }

  @Test func `a counter that was reset counts from 0 again`() throws {
    // 100 a sample: 1,900 up to the reset, 100 with it, 900 behind it; 1 of 100 fails.
    let target = try #require(draft(Self.reset, Self.reset.map { $0 / 100 }).targets.first)
    let observed = try #require(target.observed?.value)
    expectClose(observed, 100.0 / 101)
  }

  @Test func `counts of single samples are added up`() throws {
    for good in [Self.perSample, Self.zero.map { 1 - $0 }] {
      let target = try #require(draft(good, Self.zero).targets.first)
      #expect(target.indicator.hasPrefix("sum(reload_success) / ("))
      #expect(target.isProposed)
    }
  }

  private static let doubtful = [
    (zero, zero, "", "nothing was counted"), (zero, zero, "_total", "nothing was counted"),
    (atRest, zero, "", "neither names nor values tell"),
    (perSample, zero, "_total", "fall about as often as they grow"),
    (growing, perSample, "", "one of"),
  ]

  @Test(arguments: doubtful)
  func `no target is guessed`(
    good: [Double],
    bad: [Double],
    suffix: String,
    reason: String
  ) throws {
    let draft = try draft(good, bad, suffix: suffix)
    #expect(draft.targets.map(\.name) == ["p95_latency"])
    let names = ["reload_success" + suffix, "reload_failure" + suffix]
    #expect(draft.leftOut.map(\.name) == names)
    #expect(draft.leftOut.allSatisfy { $0.reason.contains(reason) })
  }

  @Test(arguments: ["request_duration_seconds_sum", "latency_count", "latency_bucket"])
  func `sums of latencies are no latencies`(name: String) throws {
    let latency = Drafting.noise(30, mean: 0.2, deviation: 0.01, seed: 1)
    let draft = try Drafting.draft([(name, Self.reset), ("p95_latency", latency)])
    #expect(draft.targets.map(\.name) == ["p95_latency"])
    #expect(try #require(draft.leftOut.first).reason.contains("adds up"))
  }

  @Test func `between two runs no counter grows`() throws {
    let rules = """
      { slo: 1, columns: { good: { unit: "1", kind: "counter" }, bad: { unit: "1", kind: "counter" } },
        objectives: [ { name: "Share", sli: "increase(good) / (increase(good) + increase(bad))",
          green: ">= 90%" } ] }
      """
    let runs = [0.0, 50_000].map { start in
      [("good", Self.growing.map { $0 + start }), ("bad", Self.growing.map { $0 / 100 })]
    }
    let draft = try Drafting.draft(runs: runs, rules: rules)
    expectClose(try #require(draft.only.observed?.value), 100.0 / 101)
  }
}
