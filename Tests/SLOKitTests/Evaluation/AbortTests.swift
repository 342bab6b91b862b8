import Testing

@testable import SLOKit

@Suite("Abort conditions")
struct AbortTests {
  /// Cells a minute apart, the condition on them, and the line where it held first.
  @Test(arguments: [
    ("x > 2", "1 3 1", 3), ("x > 2", "1 2 1", nil), ("x > 2", "NA 2 9", 4),
    ("x > 2 for 3 samples", "3 3 3 1", 2), ("x > 2 for 3 samples", "3 3 1 3 3", nil),
    ("x > 2 for 3 samples", "1 3 1 3 3 3", 5), ("x > 2 for 1 samples", "1 3", 3),
    // NA neither breaks nor extends a run.
    ("x > 2 for 3 samples", "3 NA 3 NA 3", 2), ("x > 2 for 3 samples", "3 NA NA 3", nil),
    ("x > 2 for 3 samples", "3 3 NA NA", nil),
    ("x > 2 for 5m", "1 3 3 3 3 3 3", 3), ("x > 2 for 5m", "3 3 3 3 3", nil),
    ("x > 2 for 5m", "3 NA NA NA NA 3", 2), ("x > 2 for 5m", "3 3 3 1 3 3 3", nil),
    ("x > 2 for 5m", "3 3 3 3 3 NA", nil), ("x > 2 for 5m", "1 1 9 1 1", nil),
    ("x > 2 for $w", "3 3 3", 2), ("(x > 2 and x < 9) for 2 samples", "3 9 3 4", 4),
    ("x > 2", "Inf", 2), ("x > 2", "-Inf", nil),
  ])
  func `a condition trips where it first held long enough`(
    when: String,
    cells: String,
    line: Int?
  ) throws {
    let members = "vars: { w: '2m' }, abort: ['\(when)'], objectives: [\(Self.good)]"
    let csv = Gate.csv("x,ok", cells.split(separator: " ").map { "\($0),1" })
    let evaluation = try Gate.judge(members, csv)
    let abort = try #require(evaluation.aborts.first)
    #expect(abort.isTripped == (line != nil))
    #expect(abort.line == line)
    #expect(abort.isMeasured)
    #expect(evaluation.decision == (line == nil ? .proceed : .rollback))
    #expect(evaluation.cause == (line == nil ? .clean : .abort))
  }

  /// By hand; the indicator is never green.
  @Test(arguments: [
    ("x > 2 for 2 samples", "3 3 1", Status.red), ("x > 2 for 2 samples", "3 1 3", .yellow),
    ("x > 2 for 2 samples", "3 NA 3", .red), ("x > 2 for 1m", "3 3 1", .red),
    ("x > 2 for 1m", "3 1 3", .yellow), ("mean(x) > 2 and x > 2 for 2 samples", "3 3 3", .red),
    ("mean(x) > 9 or x > 2 for 2 samples", "3 1 3", .yellow),
    ("x > 2 for 2 samples", "NA NA", .na),
  ])
  func `a band may ask whether something lasted`(
    red: String,
    cells: String,
    status: Status
  ) throws {
    let csv = Gate.csv("x", cells.split(separator: " ").map(String.init))
    let members = Gate.objective("mean(x)", "green: '< 1', red: '\(red)'", columns: "x: '1'")
    #expect(try Gate.judge(members, csv).statuses == [status])
  }

  static let good = "{ name: 'O', sli: 'mean(ok)', green: '<= 1' }"

  @Test func `the reason names condition, line and time`() throws {
    let members = "abort: ['x > 2 for 2 samples', 'x > 5'], objectives: [\(Self.good)]"
    let evaluation = try Gate.judge(members, Gate.csv("x,ok", ["1,1", "9,1", "9,1"]))
    #expect(
      evaluation.reason
        == "The abort condition 'x > 2 for 2 samples' held on 2 samples in a row, first on line 3 at "
        + "1970-01-01T00:01:00Z; 1 more abort condition."
    )
    #expect(evaluation.aborts.map(\.when) == ["x > 2 for 2 samples", "x > 5"])
  }

  @Test(arguments: ["x > 2", "x > 2 for 3 samples", "x > 2 for 5m", "x > 2 and ok > 0"])
  func `a condition without any answer is warned about`(when: String) throws {
    let members = "abort: ['\(when)'], objectives: [\(Self.good)]"
    let evaluation = try Gate.judge(members, Gate.csv("x,ok", ["NA,1", ",1"]))
    #expect(evaluation.aborts.map(\.isTripped) == [false])
    #expect(evaluation.aborts.map(\.isMeasured) == [false])
    #expect(
      evaluation.warnings.map(\.message) == [
        "x is NA on all 2 samples",
        "the abort condition '\(when)' was never measured, so it could not trip",
      ]
    )
  }

  @Test(arguments: [
    ("x > 2 for 5m", "x\n3\n3\n", DiagnosticCode.noTimestamps),
    ("x > 2 for 5m", "time,x\n0,3\nNA,3\n", .missingTimestamp),
    ("x > 2 for 2 samples", "time,x\n60,3\n0,3\n", .unorderedSamples),
    ("x > 2 for 5m", "time,x\n60,3\n0,3\n", .unorderedSamples),
  ])
  func `a run needs an order`(when: String, csv: String, code: DiagnosticCode) {
    let members = "abort: ['\(when)'], \(Gate.objective("mean(x)", "green: '<= 9'"))"
    let found = #expect(throws: Diagnostics.self) { try Gate.judge(members, csv) }
    #expect(found?.items.map(\.code) == [code])
    #expect(found?.items.first?.location?.line == (code == .noTimestamps ? nil : 3))
  }

  @Test(arguments: ["time,x\n60,1\n0,1\n", "time,x\n0,1\nNA,1\n", "x\n1\n1\n"])
  func `a spike needs no order`(csv: String) throws {
    let members = "abort: ['x > 2'], \(Gate.objective("mean(x)", "green: '<= 9'"))"
    #expect(try Gate.judge(members, csv).decision == .proceed)
  }
}
