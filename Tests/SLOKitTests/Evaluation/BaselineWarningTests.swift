import Foundation
import Testing

@testable import SLOKit

/// A limit that comes from a baseline is as good as the baseline is.
@Suite("Warnings about the baseline")
struct BaselineWarningTests {
  private static let run = ["100", "101", "102", "103", "104", "105"]

  private static func judge(
    _ cells: [String],
    baseline: [String],
    _ bands: String = "green: '<= baseline * 1.1'",
    sli: String = "mean(x)",
    columns: String = "x: 'ms'",
    isStrict: Bool = true
  ) throws -> Evaluation {
    try Gate.judge(
      Gate.objective(sli, bands, columns: columns),
      Gate.csv("x", cells),
      baseline: Gate.csv("x", baseline),
      options: EvaluationOptions(isStrict: isStrict)
    )
  }

  @Test(
    arguments: [
      (["99", "101", "102", "103", "104", "106"], []),
      (Array(repeating: "100.5", count: 6), [.constantSeries]),
      (["101", "NA", "NA", "NA", "NA", "102"], [.mostlyNA]),
      (["-300", "400", "102", "103", "104", "106"], [.negativeValue]),
      (["9900", "9910", "9920", "9930", "9940", "9960"], []),
      (["100000", "101000", "102000", "103000", "104000", "106000"], [.distantBaseline]),
      (["0.1", "0.2", "0.3", "0.4", "0.5", "0.6"], [.distantBaseline]),
      (run, [.identicalBaseline]),
    ] as [([String], [Warning.Code])]
  )
  func `what is odd about a baseline that decides is said`(
    baseline: [String],
    codes: [Warning.Code]
  ) throws {
    let evaluation = try Self.judge(Self.run, baseline: baseline)
    #expect(evaluation.warnings.map(\.code) == codes)
    #expect(evaluation.warnings.allSatisfy { $0.message.contains("baseline-1.csv") })
    #expect((evaluation.decision != .proceed) || codes.isEmpty)
  }

  @Test func `a baseline that nothing rests on is not looked at`() throws {
    let evaluation = try Self.judge(
      Self.run,
      baseline: Array(repeating: "NA", count: 6),
      "green: '<= 200ms'"
    )
    #expect(evaluation.warnings.isEmpty)
    #expect(evaluation.decision == .proceed)
  }

  @Test func `the times of a baseline are looked at too`() throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(x)", "green: '<= baseline * 1.1'", columns: "x: 'ms'"),
      Gate.csv("x", Self.run),
      baseline: "timestamp,x\n2026-01-01T00:00:00Z,101\n2026-01-01T00:00:00Z,102\n"
    )
    #expect(evaluation.warnings.map(\.code) == [.duplicateTimestamp])
    #expect(evaluation.warnings[0].message.hasPrefix("in the baseline baseline-1.csv, 1 sample"))
  }

  /// Infinity times 1.1 is a limit that every run meets.
  @Test(arguments: [
    ("mean(x)", "green: '<= baseline * 1.1'"), ("mean(x)", "green: '<= baseline'"),
    ("max(x)", "green: '<= baseline * 1.1', yellow: '<= baseline * 2'"),
    ("mean(x)", "green: '<= greatest(baseline * 1.1, baseline + 5ms)'"),
    ("mean(x) / baseline(mean(x))", "green: '<= 110%'"),
    ("", "compare: 'x', worse: 'higher', green: '<= 10%'"),
    ("", "compare: 'x', worse: 'higher', floor: '5ms', green: '<= 10%'"),
  ])
  func `an infinite baseline is no limit`(sli: String, bands: String) throws {
    let indicator = sli.isEmpty ? "" : "sli: '\(sli)', "
    let evaluation = try Gate.judge(
      "columns: { x: 'ms' }, objectives: [{ name: 'Objective', \(indicator)\(bands) }]",
      Gate.csv("x", Self.run),
      baseline: Gate.csv("x", ["100", "101", "Inf", "102", "103", "104"])
    )
    #expect(evaluation.statuses == [.na])
    let reason = evaluation.phases[0].objectives[0].reason
    #expect(reason?.contains("in the baseline, infinite values in x") == true)
    #expect(evaluation.warnings.map(\.code) == [.infiniteValue])
    #expect(evaluation.decision == .hold)
  }

  @Test(arguments: ["copy.csv", "link.csv", "metrics.csv"])
  func `a run is not compared with itself`(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/metrics.csv"
    try Gate.csv("x", Self.run).write(toFile: path, atomically: false, encoding: .utf8)
    try? FileManager.default.createSymbolicLink(
      atPath: folder + "/link.csv",
      withDestinationPath: "metrics.csv"
    )
    try? FileManager.default.copyItem(atPath: path, toPath: folder + "/copy.csv")
    let rules = try Gate.rules(Gate.objective("mean(x)", "green: '<= baseline'"))
    func judge() throws -> Evaluation {
      try rules.evaluate(.file(path), baseline: [.file("\(folder)/\(name)")])
    }
    if name == "copy.csv" {
      #expect(try judge().warnings.map(\.code) == [.identicalBaseline])
    } else {
      let found = #expect(throws: Diagnostics.self) { try judge() }
      #expect(found?.items.map(\.code) == [.sameRun])
    }
  }
}
