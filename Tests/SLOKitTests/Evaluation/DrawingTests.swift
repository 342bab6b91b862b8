import Testing

@testable import SLOKit

@Suite("What is gathered for charts")
struct DrawingTests {
  private static let csv = Gate.csv("v,w,kind", ["1,2,a", "NA,4,b", "3,6,a"])

  private static func drawing(_ sli: String, _ rest: String = "") throws -> RunDrawing {
    let evaluation = try Gate.judge(
      Gate.objective(
        sli,
        "role: 'info' \(rest)",
        columns: "v: 's', w: 's', kind: { kind: 'label' }"
      ),
      csv,
      options: EvaluationOptions(drawsSeries: true)
    )
    return try #require(evaluation.drawing)
  }

  @Test func `nothing is gathered unless it is asked for`() throws {
    let evaluation = try Gate.judge(Gate.objective("mean(v)", "role: 'info'"), Self.csv)
    #expect(evaluation.drawing == nil)
  }

  @Test(arguments: [
    ("mean(v)", ["v: 1, NA, 3"]), ("mean(v) + max(v)", ["v: 1, NA, 3"]),
    ("sum(v) / sum(w)", ["v: 1, NA, 3", "w: 2, 4, 6"]),
    ("mean(v + w)", ["mean(v + w), per sample: 3, NA, 9"]),
    ("fraction(w <= 4s and kind == 'a')", ["w: 2, 4, 6"]),
    ("max(w where kind == 'a')", ["w: 2, 6"]), ("count()", []),
  ])
  func `the series beneath an indicator`(sli: String, expected: [String]) throws {
    let series = try Self.drawing(sli).series.map { series in
      let values = series.points.map { $0.value.map(\.shortestDecimal) ?? "NA" }
      return "\(series.name): \(values.joined(separator: ", "))"
    }
    #expect(series == expected)
  }

  @Test func `samples that do not count are not drawn`() throws {
    let series = try Self.drawing("mean(w)", ", where: \"kind == 'b'\"").series
    #expect(series.map { $0.points.map(\.value) } == [[4]])
    #expect(series[0].points[0].line == 3)
    #expect(series[0].points[0].time == Timestamp(nanoseconds: 60_000_000_000))
    #expect(series[0].unit == "s")
    #expect(series[0].objectives == ["objective"])
  }

  @Test func `the baseline is gathered beside the run`() throws {
    let evaluation = try Gate.rules(Gate.objective("mean(v)", "role: 'info'")).evaluate(
      .text(Gate.csv("v", ["5"]), name: "run.csv"),
      baseline: [.text(Gate.csv("v", ["1", "NA"]), name: "baseline.csv")],
      options: EvaluationOptions(drawsSeries: true)
    )
    let series = try #require(evaluation.drawing?.series.first)
    #expect(series.points.map(\.value) == [5])
    #expect(series.baseline.map(\.value) == [1, nil])
  }

  @Test func `without times the lines are the axis`() throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(v)", "role: 'info'"),
      "v\n5\n6\n",
      options: EvaluationOptions(drawsSeries: true)
    )
    let points = try #require(evaluation.drawing).series[0].points
    #expect(points.map(\.time) == [nil, nil])
    #expect(points.map(\.line) == [2, 3])
  }

  @Test func `a million samples are few points, on any number of threads`() throws {
    let rows = (0..<60_000).map { "\($0 * 7919 % 1000)" }
    let csv = Gate.csv("v", rows)
    let rules = try Gate.rules(Gate.objective("mean(v)", "role: 'info'"))
    let drawings = try [1, 2, 5].map { threads in
      let options = EvaluationOptions(threads: threads, drawsSeries: true)
      return try rules.evaluate(.text(csv, name: "m.csv"), options: options).drawing
    }
    #expect(drawings[0]?.series[0].points.count ?? .max <= 4 * 480)
    #expect(Set(drawings).count == 1)
  }
}
