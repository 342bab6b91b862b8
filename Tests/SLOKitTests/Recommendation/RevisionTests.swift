import Testing

@testable import SLOKit

@Suite("Present targets of several runs")
struct RevisionTests {
  private func draft(
    _ means: [Double],
    green: String,
    method: RecommendationMethod = .prediction
  ) throws -> Recommendation {
    let rules = """
      { slo: 1, columns: { p95_latency: "s" }, objectives: [
        { name: "P95", sli: "mean(p95_latency)", green: "\(green)" } ] }
      """
    let runs = means.enumerated().map { number, mean in
      [("p95_latency", Drafting.noise(30, mean: mean, deviation: 0.01, seed: UInt64(number + 1)))]
    }
    return try Drafting.draft(runs: runs, rules: rules, options: .init(method: method))
  }

  private func revision(_ means: [Double], green: String) throws -> TargetRevision? {
    try draft(means, green: green).only.revision
  }

  @Test func `five good runs allow a tighter target`() throws {
    let means = Array(repeating: 0.2, count: 6)
    let revision = try #require(try revision(means, green: "<= 400ms"))
    #expect(revision.advice == .tighten)
    #expect(revision.literal == "210ms")
    #expect(revision.reasons.first == "all 6 runs meet it")
    #expect(revision.reasons.last?.contains("1.15 × the median run") == true)
    #expect(try self.revision(Array(means.prefix(4)), green: "<= 400ms") == nil)
  }

  /// `binom.sf(1, 6, .05)` is .0328, `binom.sf(0, 6, .05)` is .2649.
  @Test func `what is missed too often to be chance is to be loosened`() throws {
    let revision = try #require(
      try revision([0.2, 0.22, 0.2, 0.2, 0.22, 0.2], green: "<= 210ms")
    )
    #expect(revision.advice == .loosen)
    #expect(revision.reasons.first == "2 of 6 runs miss it")
    #expect(revision.literal != nil)
  }

  @Test func `what one run misses is kept`() throws {
    let revision = try #require(
      try revision([0.2, 0.2, 0.22, 0.2, 0.2, 0.2], green: "<= 210ms")
    )
    #expect(revision.advice == .keep)
    #expect(revision.literal == nil)
    #expect(revision.reasons.contains("that may be chance"))
  }

  @Test func `what fits is kept`() throws {
    let revision = try #require(
      try revision(Array(repeating: 0.2, count: 5), green: "<= 215ms")
    )
    #expect(revision.advice == .keep)
    #expect(revision.reasons.contains("an unchanged run needs nearly as much"))
  }

  /// 0.2 s is below 0.9 × 0.4 s, so 1.15 × 0.2 s, which is 0.23 s, rounded up.
  @Test func `the classic rule alone decides with the classic method`() throws {
    let draft = try draft(Array(repeating: 0.2, count: 5), green: "<= 400ms", method: .heuristic)
    #expect(try #require(draft.only.revision).advice == .tighten)
  }

  @Test func `the table stands in every format`() throws {
    let draft = try draft(Array(repeating: 0.2, count: 6), green: "<= 400ms")
    #expect(draft.report(.markdown).contains("| P95 | 400 ms | tighten | 210 ms |"))
    #expect(draft.report(.json).contains("\"advice\": \"tighten\""))
    let one = try self.draft([0.2], green: "<= 400ms")
    #expect(one.report(.text).contains("takes 5 runs or more, and there is 1"))
  }
}
