import Testing

@testable import SLOKit

@Suite("Charts")
struct ChartTests {
  @Test(arguments: [
    ([0.165, 0.187], [0.15], Dimension.time, ["150 ms", "160 ms", "170 ms", "180 ms"]),
    ([0.9956, 0.9979], [0.98], .ratio, ["98 %", "98.5 %", "99 %", "99.5 %"]),
    ([0, 0.004], [0.01], .ratio, ["0 %", "0.2 %", "0.4 %", "0.6 %", "0.8 %", "1 %"]),
    ([3e8, 4.2e8], [], .data, ["300 MB", "350 MB", "400 MB"]),
    ([600, 5000], [], .time, ["15 min", "30 min", "45 min", "1 h", "1 h 15 min"]),
    ([4, 4], [], .count, ["3.6", "3.8", "4", "4.2", "4.4"]),
  ])
  func `ticks are round and have units`(
    values: [Double],
    limits: [Double],
    dimension: Dimension,
    labels: [String]
  ) throws {
    let scale = try #require(ChartScale(values, limits: limits, dimension: dimension))
    #expect(scale.ticks.map(scale.label) == labels)
  }

  @Test func `a limit far away is left out`() throws {
    let scale = try #require(ChartScale([0.97, 0.98], limits: [0.1], dimension: .ratio))
    #expect(scale.low > 0.9)
  }

  @Test(arguments: [
    [], [Double.nan], [.infinity, -.infinity],
    [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
  ])
  func `what has no span has no scale`(values: [Double]) {
    #expect(ChartScale(values, limits: [], dimension: nil) == nil)
  }

  @Test func `infinite values are at the edges`() throws {
    let scale = try #require(ChartScale([1, .infinity, 2], limits: [], dimension: nil))
    #expect(scale.position(of: .infinity) == 1)
    #expect(scale.position(of: -.infinity) == 0)
    #expect(scale.position(of: 1) > 0)
  }

  private static func axis(_ seconds: [Double]) -> ChartAxis? {
    let points = seconds.map {
      DrawnSeries.Point(
        time: Timestamp(nanoseconds: Int64($0 * 1e9)),
        line: 2,
        value: 1
      )
    }
    let series = DrawnSeries(
      objectives: ["a"],
      name: "v",
      points: points,
      baseline: [],
      dimension: nil
    )
    return ChartAxis(RunDrawing(series: [series], phases: []))
  }

  @Test(arguments: [
    ([0, 6600], ["00:00", "00:30", "01:00", "01:30"]),
    ([50_000, 130_000], ["18:00", "01-02", "06:00", "12:00"]),
    ([0, 50], ["00:00:00", "00:00:10", "00:00:20", "00:00:30", "00:00:40", "00:00:50"]),
    ([0, 0.01], ["00:00:00", "00:00:00.002", "00:00:00.004"]),
    ([0, 864_000], ["01-01", "01-03", "01-05", "01-07", "01-09", "01-11"]), ([7], ["00:00:07"]),
  ])
  func `the axis of time has usual steps`(ends: [Double], labels: [String]) throws {
    let axis = try #require(Self.axis(ends))
    #expect(axis.ticks.map(\.label).prefix(labels.count) == labels[...])
    #expect(axis.ticks.count <= 8)
    #expect(axis.title == "1970-01-01, UTC")
  }

  @Test(arguments: [
    ("green: '<= 1s', yellow: '<= 2s'", "green ..1, yellow 1..2, red 2.."),
    ("green: '>= 2s', red: '< 1s'", "red ..1, yellow 1..2, green 2.."),
    ("green: '>= 1s and <= 2s'", "red ..1, green 1..2, red 2.."),
    ("green: '<= 1s and max(v) <= 9s'", "green ..1, red 1.."),
    ("green: 'max(v) <= 9s'", ""),
  ])
  func `bands divide the scale`(bands: String, expected: String) throws {
    let rules = try Gate.rules(Gate.objective("mean(v)", bands, columns: "v: 's'"))
    func end(_ value: Double) -> String { value.isFinite ? value.shortestDecimal : "" }
    let zones = rules.objectives[0].zones.map { "\($0.status) \(end($0.low))..\(end($0.high))" }
    #expect(zones.joined(separator: ", ") == expected)
  }

  private static func path(_ values: [Double?]) throws -> ChartPath {
    let points = values.enumerated().map {
      DrawnSeries.Point(time: nil, line: $0.offset, value: $0.element)
    }
    let series = DrawnSeries(
      objectives: ["a"],
      name: "v",
      points: points,
      baseline: [],
      dimension: nil
    )
    let axis = try #require(ChartAxis(RunDrawing(series: [series], phases: [])))
    let scale = ChartScale(low: 0, high: 10, ticks: [], dimension: nil)
    return ChartPath(points, axis: axis, scale: scale) { $0.value ?? 0 > 5 ? .red : .green }
  }

  @Test func `NA is a gap in the line and a box`() throws {
    let path = try Self.path([0, 10, nil, nil, 5])
    #expect(path.line == "M0 1000h0l1000-1000M4000 500h0")
    #expect(path.gaps == "M1000 0H4000V1000H1000z")
    #expect(path.gapCount == 1)
    #expect(path.red.data == "M1000 0h0")
  }

  @Test func `NA at the ends is a gap, too`() throws {
    let path = try Self.path([nil, 5, nil])
    #expect(path.gapCount == 2)
    #expect(path.gaps == "M0 0H2000V1000H0zM2000 0H4000V1000H2000z")
  }

  @Test func `a small drawing keeps the extremes`() {
    let points = (0..<1000).map {
      DrawnSeries.Point(
        time: nil,
        line: $0,
        value: $0 == 500 ? 99 : $0 == 700 ? nil : Double($0 % 7)
      )
    }
    let thinned = ChartPath.thinned(points, to: 40)
    #expect(thinned.count <= 40)
    #expect(thinned.contains { $0.value == 99 })
    #expect(thinned.map(\.line) == thinned.map(\.line).sorted())
  }

  private static func drawn(_ times: [Int]) -> DrawnSeries {
    let points = times.map {
      DrawnSeries.Point(time: Timestamp(nanoseconds: Int64($0)), line: $0, value: 1)
    }
    return DrawnSeries(
      objectives: ["objective"],
      name: "v",
      points: points,
      baseline: [],
      dimension: nil
    )
  }

  /// Each part as `name start-end`, for samples at these times and phases with these ends.
  @Test(
    arguments: [
      ([0, 10, 20, 30], [("a", 0, 10), ("b", 20, 30)], "a 0-20, b 20-30"),
      ([0, 10, 20, 30], [("a", 20, 30)], "not judged 0-20, a 20-30"),
      (
        [0, 10, 20, 30], [("a", 0, 0), ("b", 20, 20)],
        "a 0-10, not judged 10-20, b 20-30, not judged 30-31"
      ),
      ([0, 10], [], " 0-10"),
    ] as [([Int], [(String, Int, Int)], String)]
  )
  func `phases and what lies between them divide the axis`(
    times: [Int],
    phases: [(name: String, start: Int, end: Int)],
    expected: String
  ) throws {
    let drawing = RunDrawing(
      series: [Self.drawn(times)],
      phases: phases.map {
        RunDrawing.PhaseSpan(
          name: $0.name,
          start: Timestamp(nanoseconds: Int64($0.start)),
          end: Timestamp(nanoseconds: Int64($0.end))
        )
      }
    )
    let evaluation = try Gate.judge(Gate.objective("mean(v)", "role: 'info'"), "v\n1\n")
      .replacing(
        phases: phases.isEmpty
          ? [PhaseResult(name: nil, decision: .hold, objectives: [])]
          : phases.map { PhaseResult(name: $0.name, decision: .hold, objectives: []) },
        drawing: drawing
      )
    let axis = try #require(ChartAxis(drawing))
    let parts = ChartPart.all(of: evaluation, on: axis).map { part in
      "\(part.name ?? "") \(part.start)-\(part.end)"
    }
    #expect(parts.joined(separator: ", ") == expected)
  }
}
