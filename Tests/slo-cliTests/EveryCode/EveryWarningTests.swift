import Foundation
import SLOKit
import Testing

/// Every kind of warning, made by the smallest run that makes it.
///
/// A new code does not compile before it has its run here.
struct EveryWarningTests {
  /// Rules behind their version, metrics and the column that is warned of.
  private struct Run {
    let members: String
    let metrics: String
    var column: String?
    var isHold = true
    var baseline: String?
    var settings: String?
  }

  @Test(arguments: Warning.Code.allCases)
  func `a run makes each warning and only what is odd about the data holds it`(
    _ code: Warning.Code
  ) throws {
    let run = Self.run(making: code)
    let folder = try TemporaryFolder()
    try folder.write("{ slo: 1, \(run.members) }", to: "slo-rules.json5")
    try folder.write(run.metrics, to: "metrics.csv")
    let path = folder.file("metrics.csv")
    var words = ["check", path, "--format", "json", "--verbose", "--strict"]
    for (text, name, option) in [
      (run.baseline, "baseline.csv", "--baseline"), (run.settings, ".env", "--env-file"),
    ] {
      guard let text else { continue }
      try folder.write(text, to: name)
      words += [option, folder.file(name)]
    }
    let result = try Tool.run(words)
    #expect(result.status == (run.isHold ? 2 : 0))
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let warnings = (report as? [String: Any])?["warnings"] as? [[String: Any]]
    let warning = try #require(warnings?.first { $0["code"] as? String == code.rawValue })
    #expect(warning["column"] as? String == run.column)
    #expect((warning["message"] as? String)?.isEmpty == false)
    #expect(warnings?.count == 1)
  }

  private static func run(making code: Warning.Code) -> Run {
    switch code {
    case .constantSeries:
      Run(members: objective(), metrics: "x\n0.5\n0.5\n0.5\n0.5\n0.5\n", column: "x")
    case .noTraffic:
      Run(
        members: objective(limit: "50%", "columns: { x: 'ratio' }"),
        metrics: "request_rate,x\n0,0.1\n0,0.2\n",
        column: "request_rate"
      )
    case .vacuousThreshold:
      Run(members: objective(limit: "100%", "columns: { x: 'ratio' }"), metrics: "x\n0.1\n")
    case .duplicateTimestamp:
      Run(members: objective(), metrics: "time,x\n2026-01-01,1\n2026-01-01,2\n")
    case .irregularInterval:
      Run(
        members: objective(),
        metrics: "time,x\n2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n2026-01-06,2\n"
      )
    case .mostlyNA: Run(members: objective(), metrics: "x\n1\nNA\nNA\n", column: "x")
    case .negativeValue:
      Run(members: objective(limit: "5s", "columns: { x: 's' }"), metrics: "x\n-1\n", column: "x")
    case .infiniteValue: Run(members: objective(), metrics: "x\n-Inf\n", column: "x")
    case .unorderedSamples:
      Run(members: objective(), metrics: "time,x\n2026-01-02,1\n2026-01-01,2\n")
    case .missingTimestamp: Run(members: objective(), metrics: "time,x\n2026-01-02,1\n,2\n")
    case .unmeasuredAbort:
      Run(members: objective("abort: ['x / y > 1']"), metrics: "x,y\n1,0\n")
    case .unansweredFilter:
      Run(members: objective("where: 'y > 1'"), metrics: "x,y\n1,2\n1,NA\n")
    case .outsidePhases:
      Run(members: objective("phases: [{ name: 'P', where: 'x > 1' }]"), metrics: "x\n1\n2\n")
    case .earlyTimestamp: Run(members: objective(), metrics: "time,x\n1,1\n2,2\n")
    case .identicalBaseline:
      Run(members: objective(limit: "baseline"), metrics: "x\n1\n2\n", baseline: "x\n1\n2\n")
    case .distantBaseline:
      Run(
        members: objective(limit: "baseline"),
        metrics: "x\n1\n2\n",
        column: "x",
        baseline: "x\n1000\n2000\n"
      )
    case .unusedOverride:
      Run(
        members: objective(limit: "$limit", "vars: { limit: 5 }"),
        metrics: "x\n1\n2\n",
        settings: "limti=9\n"
      )
    case .contradictoryUnit:
      Run(
        members: "columns: { x_ms: 's' }, "
          + "objectives: [{ name: 'A', sli: 'mean(x_ms)', green: '<= 5s' }]",
        metrics: "x_ms\n1\n2\n",
        column: "x_ms"
      )
    case .unseenLabel:
      Run(
        members: objective("abort: [\"y == 'FAILED'\"], columns: { y: { kind: 'label' } }"),
        metrics: "x,y\n1,OK\n",
        column: "y",
        isHold: false
      )
    case .unusedColumn:
      Run(members: objective(), metrics: "x,y\n1,2\n", column: "y", isHold: false)
    }
  }

  /// The members of rules with one objective that a good run meets, and further members.
  private static func objective(limit: String = "5", _ members: String = "") -> String {
    "objectives: [{ name: 'A', sli: 'mean(x)', green: '<= \(limit)' }], \(members)"
  }
}
