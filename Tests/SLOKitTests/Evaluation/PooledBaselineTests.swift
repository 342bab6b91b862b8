import Testing

@testable import SLOKit

/// A baseline of two files, one of which has nothing to say, or more than the other.
struct PooledBaselineTests {
  /// Values by hand: nothing connects the last sample of a file with the first one of the next.
  @Test(
    arguments: [
      ("first(x)", "NA NA", "3 8", 3), ("last(x)", "1 2", "NA NA", 2),
      ("increase(x)", "NA", "1 4", 3), ("increase(x)", "1 4", "6 7", 4),
      ("longest(x > 1)", "2 1", "2 3 4", 3), ("longest(x > 1)", "2 3", "NA", 2),
      ("gap()", "1 2", "1", 60), ("gap()", "1", "1 2", 60), ("gap()", "1", "2", nil),
      ("rate(x)", "1", "1 4", 0.05), ("rate(x)", "1", "4", nil),
      ("slope(x)", "1 2 3", "4 5 6", nil), ("growth(x)", "1 2 3", "4 5 6", nil),
    ] as [(String, String, String, Double?)]
  )
  func `what a file lacks does not hide the other`(
    sli: String,
    first: String,
    second: String,
    value: Double?
  ) throws {
    let evaluation = try Gate.judge(
      "columns: { x: '1' }, objectives: [{ name: 'X', sli: '\(sli)', role: 'info' }]",
      Gate.csv("x", ["0", "0"]),
      baseline: Gate.csv("x", first.split(separator: " ").map(String.init)),
      Gate.csv("x", second.split(separator: " ").map(String.init))
    )
    #expect(evaluation.phases[0].objectives[0].baseline == value)
  }

  /// A column that one file lacks was not measured in the other, so it is not missing.
  @Test func `a column is missing when it is in no file`() throws {
    let members = """
      columns: { x: '1', y: { unit: '1', optional: true } },
      objectives: [{ name: 'X', sli: 'mean(y)', green: '<= baseline + 1' }]
      """
    func reason(_ other: String) throws -> String? {
      try Gate.judge(
        members,
        Gate.csv("x,y", ["1,1"]),
        baseline: Gate.csv("x", ["1"]),
        Gate.csv(other, ["NA"])
      ).phases[0].objectives[0].reason
    }
    #expect(try reason("y")?.contains("in the baseline, y is NA on all 2 samples") == true)
    #expect(try reason("x")?.contains("no such column in the baseline: y") == true)
  }
}
