import Testing

@testable import SLOKit

@Suite("Warnings about the data")
struct WarningTests {
  static func warnings(_ columns: String, _ cells: [String], sli: String = "mean(x)") throws
    -> [Warning.Code]
  {
    let members = Gate.objective(sli, "green: '<= 1', yellow: '<= 2'", columns: columns)
    return try Gate.judge(members, Gate.csv("x", cells)).warnings.map(\.code)
  }

  @Test(arguments: [
    ("", "0.5", 5, true), ("", "0.5", 4, false), ("", "0", 5, false), ("", "7", 5, false),
    ("x: '1'", "7", 5, false), ("x: '1'", "0.5", 5, true),
    ("x: 'ratio'", "0.99", 5, true), ("x: 'ratio'", "1", 5, false), ("x: 'ratio'", "0", 5, false),
    ("x: '%'", "100", 5, false), ("x: '%'", "98", 5, true),
    ("x: 's'", "1", 5, true), ("x: 's'", "0", 5, false), ("x: 'ms'", "100", 5, true),
    ("x: { unit: 'ratio', constant: true }", "0.99", 5, false),
    ("x: { unit: 'ratio', constant: false }", "0.99", 5, true),
  ])
  func `a series that never moves is suspicious`(
    columns: String,
    cell: String,
    count: Int,
    isWarned: Bool
  ) throws {
    let found = try Self.warnings(columns, Array(repeating: cell, count: count))
    #expect(found.contains(.constantSeries) == isWarned)
  }

  @Test func `NA does not make a series move`() throws {
    #expect(try Self.warnings("", ["0.5", "NA", "0.5", "0.5", "0.5", "0.5"]) == [.constantSeries])
    #expect(try Self.warnings("", ["0.5", "0.5", "0.5", "0.5", "0.6"]).isEmpty)
  }

  @Test(arguments: [("0,NA,0", true), ("0,1,0", false), ("0,0,0", true)])
  func `ratios without traffic are suspicious`(rates: String, isWarned: Bool) throws {
    let members = Gate.objective("mean(e)", "green: '<= 100%'", columns: "e: 'ratio'")
    let rows = rates.split(separator: ",").map { "\($0),0" }
    let found = try Gate.judge(members, Gate.csv("request_rate,e", rows)).warnings.map(\.code)
    #expect(found.contains(.noTraffic) == isWarned)
  }

  @Test(arguments: [
    ("e: 'ratio'", "green: '<= 100%'", true), ("e: 'ratio'", "role: 'info'", false),
    ("e: 'ms'", "green: '<= 1s'", false),
  ])
  func `no traffic is odd only where a ratio is judged`(
    columns: String,
    rest: String,
    isWarned: Bool
  ) throws {
    let members = Gate.objective("mean(e)", rest, columns: columns)
    let found = try Gate.judge(members, Gate.csv("request_rate,e", ["0,1", "0,0"])).warnings
    #expect(found.map(\.code).contains(.noTraffic) == isWarned)
  }

  /// The column is the same throughout, and mostly NA.
  @Test(arguments: [
    ("{ name: 'A', sli: 'mean(x)', green: '<= 1' }", 2),
    (
      "{ name: 'A', sli: 'mean(x)', green: '<= 1' }, { name: 'B', sli: 'max(x)', green: '<= 1' }", 2
    ),
    // What is only shown is not looked into.
    ("{ name: 'A', sli: 'count()', green: '>= 1' }, { name: 'B', sli: 'max(x)', role: 'info' }", 0),
    // A label is no series.
    ("{ name: 'A', sli: \"count(where label == 'a')\", green: '>= 0' }", 0),
  ])
  func `a judged column is warned about once`(objectives: String, count: Int) throws {
    let rows = (0..<5).map { _ in "0.5,a" } + (0..<6).map { _ in "NA,NA" }
    let found = try Gate.judge("objectives: [\(objectives)]", Gate.csv("x,label", rows))
    let codes = found.warnings.map(\.code)
    #expect(codes.count { $0 == .constantSeries || $0 == .mostlyNA } == count)
  }

  @Test func `one sample is told as many are`() throws {
    let members = "where: 'y > 0', phases: [{ name: 'P', from: '1m' }], "
    let objective = Gate.objective("mean(x)", "green: '<= 1'", columns: "x: 's', y: '1'")
    let found = try Gate.judge(members + objective, Gate.csv("x,y", ["1,1", "0,1", "0.5,NA"]))
    #expect(
      found.warnings.map(\.message) == [
        "'where' left out 1 sample on which its condition is NA",
        "1 sample of 2 belongs to no phase and is not judged",
      ]
    )
  }

  @Test(arguments: [("-0.5", true), ("0", false), ("-0", false)])
  func `a value below the least possible one is suspicious`(cell: String, isWarned: Bool) throws {
    let found = try Self.warnings("x: 's'", ["1", cell])
    #expect(found.contains(.negativeValue) == isWarned)
  }

  @Test(arguments: ["Inf", "-Inf"])
  func `one infinite value is suspicious`(cell: String) throws {
    #expect(try Self.warnings("x: { unit: 's' }", ["1", cell]).contains(.infiniteValue))
  }

  @Test(arguments: [
    ("mean(r)", "green: '<= 100%'", true), ("mean(r)", "green: '>= 0'", true),
    ("mean(r)", "green: '<= 99%'", false), ("mean(r)", "green: '> 0'", false),
    ("mean(t)", "green: '>= 0ms'", true), ("count(r)", "green: '>= 0'", true),
    ("hits / (hits + misses)", "green: '>= 0%'", true),
    ("hits / (hits + misses)", "green: '>= 1%'", false),
    ("mean(r)", "green: '<= 1%', red: '> 200%'", true),
    ("mean(r)", "green: '<= 1%', yellow: '<= 100%'", true),
    ("mean(r)", "green: '<= 1%', yellow: '<= 99%'", false),
    ("mean(r)", "green: '<= 100%', role: 'info'", false),
    ("mean(t)", "green: '<= 1d'", false),
    ("mean(r)", "green: '<= 1%', red: '> 5%'", false),
    // Numbers without a unit may be negative, and a sum of shares may be any.
    ("sum(u) / (sum(u) + sum(v))", "green: '>= 0'", false), ("sum(u)", "green: '>= 0'", false),
    ("sum(r)", "green: '<= 100%'", false), ("sum(r)", "green: '>= 0'", true),
  ])
  func `a limit that nothing can miss is suspicious`(
    sli: String,
    bands: String,
    isWarned: Bool
  ) throws {
    let defined = "define: { hits: 'increase(h)', misses: 'increase(m)' }, "
    let columns =
      "r: 'ratio', t: 'ms', h: { unit: '1', kind: 'counter' }, "
      + "m: { unit: '1', kind: 'counter' }, u: '1', v: '1'"
    let members = defined + Gate.objective(sli, bands, columns: columns)
    let csv = Gate.csv("r,t,h,m,u,v", ["0.5,1,1,1,1,1", "0.6,2,2,3,2,3"])
    let found = try Gate.judge(members, csv).warnings.map(\.code)
    #expect(found.contains(.vacuousThreshold) == isWarned)
  }

  @Test(arguments: [("e > 200%", true), ("e < 0", true), ("e > 2%", false), ("x > 200", false)])
  func `an abort condition that nothing can trip is suspicious`(
    when: String,
    isWarned: Bool
  ) throws {
    let members =
      "abort: ['\(when)'], "
      + Gate.objective("mean(x)", "green: '<= 9'", columns: "e: 'ratio'")
    let found = try Gate.judge(members, Gate.csv("x,e", ["1,0"])).warnings.map(\.code)
    #expect(found.contains(.vacuousThreshold) == isWarned)
  }

  @Test(arguments: [
    ("0 60 120 180", []), ("0 60 60 120", [Warning.Code.duplicateTimestamp, .irregularInterval]),
    ("0 60 120 300", [.irregularInterval]), ("0 60 120 240", []),
    ("0 60 NA 120", [.missingTimestamp]),
    ("0 120 60 180", [.unorderedSamples]),
  ])
  func `times tell of a sick collector`(times: String, codes: [Warning.Code]) throws {
    let rows = times.split(separator: " ").enumerated().map { index, time in
      "\(Int(time).map { "\(1_700_000_000 + $0)" } ?? "NA"),\(index)\n"
    }
    let members = Gate.objective("mean(x)", "green: '<= 9'")
    let evaluation = try Gate.judge(members, "time,x\n" + rows.joined())
    #expect(evaluation.warnings.map(\.code) == codes)
    #expect(evaluation.decision == .proceed)
  }

  /// The last time is 2^64 ns less than a day after the one before: a distance of 64 bits would be
  /// the day that the others are apart.
  @Test func `times at both ends of what 64 bits hold are no equal steps`() throws {
    let csv = """
      time,x
      2262-04-10T23:47:16.854775807Z,1
      2262-04-11T23:47:16.854775807Z,2
      1677-09-22T00:12:43.145224191Z,3

      """
    let evaluation = try Gate.judge(Gate.objective("mean(x)", "green: '<= 9'"), csv)
    #expect(evaluation.warnings.map(\.code).contains(.unorderedSamples))
  }

  @Test func `a step back may be the longest interval`() throws {
    let rows = [0, 60, 120, 180, 10, 70].map { "\(1_700_000_000 + $0),1\n" }
    let members = Gate.objective("mean(x)", "green: '<= 9'")
    let found = try Gate.judge(members, "time,x\n" + rows.joined()).warnings
    #expect(found.last?.message.hasSuffix("the longest is 2 min 50 s before line 6") == true)
  }

  @Test(arguments: [("1 NA NA", true), ("1 2 NA NA", false), ("NA NA", true)])
  func `a column with more gaps than values is suspicious`(cells: String, isWarned: Bool) throws {
    let found = try Self.warnings("", cells.split(separator: " ").map(String.init))
    #expect(found.contains(.mostlyNA) == isWarned)
  }

  @Test(arguments: [true, false])
  func `unused columns are listed when asked for`(isAsked: Bool) throws {
    let members = Gate.objective("mean(x)", "green: '<= 9'") + ", require: { clean: true }"
    let evaluation = try Gate.judge(
      members,
      Gate.csv("x,y,z", ["1,2,3"]),
      options: EvaluationOptions(listsUnusedColumns: isAsked)
    )
    #expect(evaluation.warnings.map(\.column) == (isAsked ? ["y", "z"] : []))
    #expect(evaluation.decision == .proceed)
  }
}
