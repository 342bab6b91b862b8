import Testing

@testable import SLOKit

@Suite("Next steps")
struct NextStepTests {
  private static let rules = """
    objectives: [
      { name: 'X', sli: 'mean(x)', green: '<= 1', mandatory: true, runbook: 'x.md' },
      { name: 'Y', sli: 'mean(y)', green: '<= 1', mandatory: true },
    ],
    require: { samples: 5 },
    """

  private static func steps(_ members: String, _ rows: [String]) throws -> [String] {
    try Gate.judge(rules + members, Gate.csv("x,y", rows)).nextSteps
  }

  @Test func `a hold asks for what is missing`() throws {
    #expect(
      try Self.steps("", ["1,NA", "1,NA"]) == [
        "Take 3 more samples.", "Measure Y: y is NA on all 2 samples.",
      ]
    )
  }

  /// Whoever takes a release back must not be told to let it run.
  @Test func `a rollback asks for no more evidence`() throws {
    #expect(try Self.steps("", ["2,NA", "2,NA"]) == ["X: see x.md"])
    #expect(try Self.steps("abort: ['x > 0']", ["1,NA", "1,NA"]).isEmpty)
  }

  @Test func `a runbook that several phases point to is one step`() throws {
    let phases = "phases: [{ name: 'a', to: '1m' }, { name: 'b', from: '1m' }]"
    #expect(try Self.steps(phases, ["2,1", "2,1", "2,1", "2,1", "2,1"]) == ["X: see x.md"])
  }

  @Test func `a step for one phase names it`() throws {
    let phases =
      "phases: [{ name: 'a', to: '1m' }, { name: 'b', from: '1m', require: { samples: 4 } }]"
    #expect(
      try Self.steps(phases, ["1,1", "1,NA", "1,NA", "1,NA", "1,NA"]).first
        == "Measure Y in b: y is NA on all 4 samples."
    )
    #expect(
      try Self.steps(phases, ["1,NA", "1,NA", "1,NA", "1,NA", "1,NA"]) == ["Measure Y in a, b."]
    )
    #expect(
      try Self.steps(phases, ["1,1", "1,1", "1,1", "1,1"])
        == ["Take 1 more sample.", "b: Take 1 more sample."]
    )
  }
}
