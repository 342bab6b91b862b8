import Testing

@testable import SLOKit

@Suite("Recommendations for phases")
struct PhaseDraftTests {
  private let rules = """
    { slo: 1, columns: { p95_latency: "s", stage: "1" },
      objectives: [ { name: "P95", sli: "mean(p95_latency)", green: "<= 400ms" } ],
      phases: [
        { name: "warm-up", where: "stage == 0", judge: false },
        { name: "steady", where: "stage == 1" },
        { name: "peak", where: "stage == 2", objectives: { P95: { green: "<= 900ms" } } },
      ] }
    """

  private func draft(_ phase: String?) throws -> Recommendation {
    let slow = Drafting.noise(20, mean: 5, deviation: 0.1, seed: 1)
    let steady = Drafting.noise(30, mean: 0.2, deviation: 0.01, seed: 2)
    let peak = Drafting.noise(30, mean: 0.5, deviation: 0.01, seed: 3)
    let stages = [(0.0, 20), (1, 30), (2, 30)].flatMap { Array(repeating: $0.0, count: $0.1) }
    return try Drafting.draft(
      [("p95_latency", slow + steady + peak), ("stage", stages)],
      rules: rules,
      options: RecommendationOptions(phase: phase)
    )
  }

  @Test func `samples of phases that are not judged are left out`() throws {
    let draft = try draft(nil)
    #expect(draft.phases == ["steady", "peak"])
    #expect(draft.inputs.map(\.samples) == [60])
    #expect(try #require(draft.only.observed?.maximum) < 1)
    #expect(draft.report(.markdown).contains("Phases: steady, peak, taken together"))
  }

  @Test func `one phase has its own samples and targets`() throws {
    let draft = try draft("peak")
    #expect(draft.phases == ["peak"])
    #expect(draft.nextSamples == 30)
    #expect(try #require(draft.only.observed?.minimum) > 0.4)
    #expect(try draft.only.present?.literal == "900ms")
    let update = try #require(draft.ruleFileUpdate())
    #expect(update.changed == ["P95"])
    #expect(update.text.contains("green: \"<= 400ms\"") && !update.text.contains("900ms"))
  }

  @Test func `a target that phases share is not changed for one of them`() throws {
    let update = try #require(draft("steady").ruleFileUpdate())
    #expect(update.text == rules)
    #expect(update.skipped.contains { $0.contains("not the phase's own") })
  }

  @Test func `an unknown phase is an error`() {
    #expect(throws: Diagnostics.self) { try draft("peek") }
  }
}
