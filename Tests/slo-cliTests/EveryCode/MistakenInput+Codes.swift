import Foundation

@testable import SLOKit
@testable import slo_cli

extension MistakenInput {
  /// The smallest input that makes the mistake.
  init(making code: DiagnosticCode) {
    self =
      switch code {
      // Files
      case .unreadableFile: .check("--rules", "@missing.json5")
      case .changedFile: .library(Self.judgeGrowingFile)
      case .noRuleFile: .check(rules: nil)
      case .unwritableFile: .check("--output", "@missing/report.md")
      case .unpairedMarker:
        .check("--append", "@notes.md", files: ["notes.md": "# Notes\n⟨<!-- slo-cli:begin -->\n"])

      // The caller's own words
      case .invalidSetting: .check("--set", "limit=5")
      case .unknownPreset: .check("--preset", "production")
      case .unknownPhase:
        .check(
          "--phase",
          "hot",
          rules: Self.rules.dropLast(1) + ", phases: [{ name: 'P', where: 'x > 0' }] }"
        )
      case .unknownObjective:
        .command("explain", "@metrics.csv", "--objective", "B") { folder in
          let rules = try RuleSet(contentsOf: folder.file("slo-rules.json5"))
          _ = try rules.explain("B", MetricsReader(.file(folder.file("metrics.csv"))))
        }

      case .conflictingFiles:
        .command("check", "@metrics.csv", "--output", "@metrics.csv") { folder in
          var files = FileRoles()
          files.read(folder.file("metrics.csv"), as: "FILE")
          files.write(folder.file("metrics.csv"), as: "--output")
          try files.check()
        }
      case .sameRun: .check("--baseline", "@metrics.csv")
      case .differentRules:
        .check(
          "@stages.csv",
          metrics: "score,weight\n9,1\n",
          rules: nil,
          files: [
            "stages.csv":
              "rollout_percentage,error_rate,availability,p95_latency\n10,0.1,99.9,100\n"
          ]
        )

      // Metrics
      case .emptyFile: .check(metrics: "⟨")
      case .noSamples: .check(metrics: "x\n")
      case .missingHeader: .check(metrics: "⟨1\n2\n")
      case .ambiguousDelimiter: .check(metrics: "x,y⟨;z\n1,2\n")
      case .raggedRow: .check(metrics: "x,y\n⟨1\n1,2\n")
      case .truncatedRow: .check(metrics: "x,y\n1,2\n⟨3")
      case .unclosedQuote: .check(metrics: "x\n⟨\"1\n")
      case .textAfterQuote: .check(metrics: "x\n\"1\"⟨2\n")
      case .strayQuote: .check(metrics: "x\n1⟨\"2\n")
      case .duplicateColumn: .check(metrics: "⟨x,x\n1,2\n")
      case .nulByte: .check(metrics: "x,y\n1,2\n3,⟨\04\n")
      case .wrongEncoding: .check(metrics: "x⟨\r1\r2\r")
      case .compressedFile: .check(metrics: "⟨BZh9\n")
      case .lineTooLong: .check(metrics: "x\n⟨" + String(repeating: "1", count: (1 << 20) + 1))
      case .tooManyColumns:
        .check(metrics: "⟨" + (0...10_000).map { "c\($0)" }.joined(separator: ",") + "\n")
      case .streamTooLong: .library(Self.judgeLongStream)
      case .notANumber: .check(metrics: "x\n⟨a\n")
      case .outOfRange:
        .rules(
          "columns: { x: 'ratio' }, objectives: [{ name: 'A', sli: 'mean(x)', green: '> 99%' }]",
          metrics: "x\n⟨98\n"
        )
      case .badTimestamp: .check(metrics: "time,x\n⟨noon,1\n")
      case .mixedTimestamps: .timed("time,x\n2026-01-01,1\n⟨1767312000,2\n")
      case .missingTimestamp: .timed("time,x\n2026-01-01,1\n⟨,2\n")
      case .unorderedSamples: .timed("time,x\n2026-01-02,1\n⟨2026-01-01,2\n")
      case .noTimestamps: .timed("x\n1\n")
      case .ambiguousTime: .timed("time,date,x\n2026-01-01,2026-01-01,1\n")
      case .environmentSyntax: .check("--env-file", "@.env", files: [".env": "⟨limit\n"])
      case .environmentValue:
        .check(
          "--env-file",
          "@.env",
          rules: Self.rules.dropLast(1) + ", vars: { limit: '5s' } }",
          files: [".env": "⟨limit=5mss\n"]
        )
      case .checklistSyntax: .check("--checklist", "@list.md", files: ["list.md": "- ⟨[?] a\n"])
      case .emptyChecklist: .check("--checklist", "@list.md", files: ["list.md": "⟨nothing\n"])
      case .noServiceMetrics:
        .command("recommend", "@metrics.csv", rules: nil) { folder in
          _ = try Recommendation(metrics: [.file(folder.file("metrics.csv"))])
        }

      // The tool prints the draft beside it, which says why.
      case .nothingProposed:
        .library { folder in
          let rules = RuleSource.contents(Array(Self.rules.utf8), name: "rules.json5")
          let metrics = MetricsSource.file(folder.file("metrics.csv"))
          _ = try Recommendation(metrics: [metrics], rules: rules).ruleFile()
        }

      // Rules
      case .syntax: .check(rules: "{ slo: 1 ⟨name: 'A' }")
      case .duplicateKey: .objective("mean(x)", "green: '<= 5', ⟨green: '<= 6'")
      case .unknownKey: .objective("mean(x)", "green: '<= 5', ⟨mandatry: true")
      case .missingKey: .check(rules: "⟨{ slo: 1 }")
      case .wrongType: .objective("mean(x)", "green: ⟨5")
      case .invalidValue: .objective("mean(x)", "green: '<= 5', role: ⟨'inof'")
      case .unsupportedVersion: .check(rules: Self.rules.replacing("1", with: "⟨2"))
      case .tooDeep: .check(rules: String(repeating: "[", count: 64) + "⟨[")
      case .tooLarge:
        .objective("mean(x)", "green: '<= 5'", "na: ⟨[\((0...1000).map { "'t\($0)'," }.joined())]")
      case .unknownColumn: .objective("mean(⟨y)")
      case .unknownFunction: .objective("⟨maen(x)")
      case .unknownVariable: .objective("mean(x)", "green: '<= ⟨$limit'")
      case .unknownUnit: .objective("mean(x)", "green: '<= 5⟨mss'")
      case .unitMismatch: .objective("mean(x)", "green: '⟨<= 5MB'", "columns: { x: 's' }")
      case .missingUnit: .objective("mean(x)", "green: '⟨<= 5ms'")
      case .notOverRun: .objective("⟨x")
      case .notPerSample: .objective("mean(x)", "green: '<= 5'", "abort: [⟨'mean(x) > 1']")
      case .wrongKind: .objective("mean(⟨x)", "green: '<= 5'", "columns: { x: { kind: 'label' } }")
      case .wrongArguments: .objective("p(x, ⟨200)")
      case .definitionCycle: .objective("mean(x)", "green: '<= 5'", "define: { a: '⟨a' }")
      case .contradictoryBands: .objective("mean(x)", "green: '<= 5', yellow: ⟨'<= 4'")
      case .nameClash:
        .rules(
          """
          objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }],
          columns: { y: 's' }, define: { ⟨y: 'x + 1' }
          """,
          metrics: "x,y\n1,2\n"
        )
      case .noMatchingColumns:
        .objective("mean(y)", "green: '<= 5'", "columns: { y: { optional: true } }")

      // SLOKit itself
      case .internalError: .library(Self.judgeByMissingNumber)
      }
  }

  /// Rules that need the time.
  private static func timed(_ metrics: String) -> MistakenInput {
    rules(
      "objectives: [{ name: 'A', sli: 'max(rolling_mean(x, 1d))', green: '<= 5' }]",
      metrics: metrics
    )
  }

  /// A file of two chunks, of which the first is read when it is opened.
  private static func judgeGrowingFile(in folder: TemporaryFolder) throws {
    let long = "x\n" + String(repeating: "1\n", count: 200_000)
    try folder.write(long, to: "metrics.csv")
    let reader = try MetricsReader(.file(folder.file("metrics.csv")))
    try folder.write(long + "3\n", to: "metrics.csv")
    _ = try RuleSet(text: rules, source: "rules.json5").evaluate(reader)
  }

  /// A stream of three values that are nearly the same, where there is room for one.
  private static func judgeLongStream(in folder: TemporaryFolder) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("x\n1.001\n1.0011\n1.0012\n".utf8))
    try pipe.fileHandleForWriting.close()
    var options = EvaluationOptions(percentiles: .exact)
    options.memory = PercentileMemory(values: 1, streamValues: 1)
    _ = try RuleSet(text: rules.replacing("mean", with: "median"), source: "rules.json5").evaluate(
      .file("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"),
      options: options
    )
  }

  /// A plan that forgot what the judge asks for.
  private static func judgeByMissingNumber(in folder: TemporaryFolder) throws {
    let series = SeriesPlan([])
    let plan = Plan(
      rules: try RuleSet(text: rules, source: "rules.json5"),
      aggregates: AggregateList(),
      series: series,
      decoders: [],
      columnCount: 0,
      absentColumns: [],
      trafficColumns: [],
      derivedColumns: [],
      hasTime: false
    )
    let tally = SampleWorker(series, filter: nil).tally
    let measurements = Measurements(plan, tally, [RunOrder(series)], absentColumns: [])
    _ = measurements[.count(of: 0)]
    try measurements.checkCompleteness()
  }
}
