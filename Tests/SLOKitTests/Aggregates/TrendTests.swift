import Testing

@testable import SLOKit

/// Slopes, growth and trends over samples ten minutes apart, from the text of the rule to the value.
struct TrendTests {
  /// By hand: the slope is the median of the slopes of all pairs, per second.
  @Test(
    arguments: [
      ("slope(x)", "0 6 12 18", 0.01), ("slope(x)", "18 12 6 0", -0.01),
      // The pairs rise by 6, 6, 6, 100, 147 and 288 in ten minutes.
      ("slope(x)", "0 6 12 300", (6.0 + 100) / 2 / 600), ("slope(x)", "NA 0 NA 12 NA", 0.01),
      ("slope(x)", "5 5 5", 0), ("slope(x)", "5", nil), ("slope(x)", "NA", nil),
      // 100 to 110 in steps, over six intervals of which each sample covers one.
      ("growth(x)", "100 102 104 106 108 110", 12.0 / 105), ("growth(x)", "7 7 7", 0),
      ("growth(x)", "-110 -108 -106", 6.0 / 108), ("growth(x)", "-1 0 1", nil),
      ("growth(x)", "3", nil),
      // Only the time on which it is measured counts.
      ("growth(x)", "NA NA 100 110 NA", 20.0 / 105),
      ("trend(x)", "1 2 3 4 5 6 7 8", 1), ("trend(x)", "8 7 6 5 4 3 2 1", -1),
      ("trend(x)", "1 8 2 7 3 6 4 5", 0), ("trend(x)", "4 4 4 4 4 4", 0), ("trend(x)", "1", nil),
      ("trend(x)", "10 30 60 95", nil), ("trend(x)", "10 30 60 95 99", 1),
    ] as [(String, String, Double?)]
  )
  func `a course is told from its points`(_ sli: String, _ cells: String, _ value: Double?) throws {
    let found = try AggregateSamples.value(of: sli, over: cells)
    guard let value, let found else {
      #expect(found == nil && value == nil)
      return
    }
    #expect(abs(found - value) <= 1e-15 * abs(value))
  }

  @Test func `growth is the slope over the duration by the median`() throws {
    let cells = "3 1 4 1 5 9 2 6 5 3 5 8 9 7 9"
    let growth = try #require(try AggregateSamples.value(of: "growth(x)", over: cells))
    let parts = try AggregateSamples.value(of: "slope(x) * duration() / median(x)", over: cells)
    #expect(abs(growth - (try #require(parts))) <= 1e-15)
  }

  @Test(arguments: [
    ("growth(x)", "-1,0,1", "the median of x is 0"), ("slope(x)", "1", "1 value is too few"),
    ("trend(x)", "NA,NA", "x is NA on all 2 samples"),
    ("trend(x)", "1,2,3,NA,4", "4 values are too few"),
  ])
  func `what has no course says why`(sli: String, cells: String, reason: String) throws {
    let csv = Gate.csv("x", cells.split(separator: ",").map(String.init))
    let evaluation = try Gate.judge(Gate.objective(sli, "green: '< 1'", columns: "x: '1'"), csv)
    #expect(evaluation.phases.first?.objectives.first?.reason == reason)
    #expect(evaluation.statuses == [.na])
  }

  @Test(arguments: ["slope(x)", "growth(x)"])
  func `a slope needs times`(sli: String) throws {
    let rules = try Gate.rules(Gate.objective(sli, "role: 'info'"))
    let error = #expect(throws: Diagnostics.self) {
      _ = try rules.evaluate(.text("x\n1\n2\n", name: "m.csv"))
    }
    #expect(error?.items.map(\.code) == [.noTimestamps])
  }

  @Test func `a trend needs only the order`() throws {
    let rules = try RuleSet.measuring("trend(x)")
    #expect(try rules.value(in: "x\n" + (1...9).map { "\($0)\n" }.joined()) == 1)
    let unordered = Gate.csv("x", ["1", "2"]) + "1969-01-01T00:00:00Z,3\n"
    #expect(throws: Diagnostics.self) { try rules.value(in: unordered) }
  }

  @Test(arguments: [("slope(x)", 2000), ("growth(x)", 2000)])
  func `a slope of many samples says from how many it is`(sli: String, points: Int) throws {
    let csv = Gate.csv("x", (0..<2500).map(String.init))
    let evaluation = try Gate.judge(Gate.objective(sli, "role: 'info'"), csv)
    let result = try #require(evaluation.phases.first?.objectives.first)
    #expect(result.thinning?.points == points)
    #expect(result.thinning?.samples == 2500)
    let note = "trend from 2,000 of 2,500 samples"
    #expect(evaluation.report(.text).contains(note))
    #expect(evaluation.report(.markdown).contains(note))
    #expect(evaluation.report(.json).contains("\"points\": 2000"))
  }
}
