import Foundation
import Testing

/// `slo-cli explain`, run as its users run it.
struct ExplainTests {
  /// The statuses and values of an explanation, one for each phase.
  private struct Told {
    let statuses: [String]
    let values: [Double?]

    init(_ report: String) {
      statuses = report.matches(of: /(?m)^.+ is .+: . (\w+)$/).map { $0.1.lowercased() }
      // The last line of a section's formulas; `NA` is no number.
      values = report.matches(of: /\n  = ([^ \n]+)[^\n]*\n\n/).map { Double($0.1) }
    }
  }

  @Test(arguments: try Scenario.evaluated)
  func `statuses and values are those of the oracle`(_ scenario: Scenario) throws {
    let phases = try Oracle(of: scenario).phases
    let baseline = scenario.arguments.contains("--baseline") ? scenario.arguments : []
    for id in Set(phases.flatMap(\.objectives).map(\.id)) {
      let result = try Tool.run(["explain", scenario.metrics, "--objective", id] + baseline)
      #expect(result.status == 0, "\(id): \(result.error)")
      let told = Told(result.output)
      let expected = phases.compactMap { $0.objectives.first { $0.id == id } }
      #expect(told.statuses == expected.map(\.status), "\(id)")
      try #require(told.values.count == expected.count)
      for (ours, theirs) in zip(told.values, expected.map(\.value)) {
        #expect((ours == nil) == (theirs == nil), "\(id)")
        // NumPy adds pairwise, we add exactly: the last bits may differ.
        if let ours, let theirs { #expect(abs(ours - theirs) <= 1e-12 * abs(theirs), "\(id)") }
      }
    }
  }

  private static let rules = """
    {
      slo: 1,
      columns: { x: "ms", y: "ms", z: { unit: "ms", optional: true }, idle: "1" },
      objectives: [
        { name: "Never", sli: "mean(y)", green: "<= 1ms" },
        { name: "Absent", sli: "mean(z)", green: "<= 1ms" },
        { name: "Ratio", sli: "sum(x) / sum(idle)", green: "<= 1ms" },
        { name: "Lonely", sli: "slope(x where x > 3ms)", role: "info" },
        { name: "Few", sli: "mean(x)", green: "<= 9ms", min_samples: 5 },
        { name: "Rare", sli: "mean(x)", green: "<= 9ms", min_coverage: "90%" },
        { name: "Relative", sli: "mean(x)", green: "<= baseline * 110%" },
        { name: "Filtered", sli: "mean(x)", green: "<= 9ms", where: "x > 9ms" },
      ],
    }
    """

  private static let metrics = """
    timestamp,x,y,idle
    2026-01-01T00:00:00Z,1,NA,0
    2026-01-01T00:01:00Z,2,NA,0
    2026-01-01T00:02:00Z,4,NA,0
    2026-01-01T00:03:00Z,NA,NA,0

    """

  @Test(arguments: [
    ("never", "NA", "y is NA on all 4 samples"),
    ("absent", "NA", "no such column in this file: z"),
    ("ratio", "NA", "division by 0: nothing in idle"),
    ("lonely", "NA", "1 value is too few"),
    ("few", "2.33 ms", "measured on 3 samples, fewer than min_samples: 5"),
    ("rare", "2.33 ms", "measured on 75.0 % of the samples, less than min_coverage: 90.0 %"),
    ("relative", "2.33 ms", "it compares with a baseline, and none was given"),
    ("filtered", "NA", "no sample passes the filter"),
  ])
  func `the reason for NA is told`(id: String, display: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rules, to: "slo-rules.json5")
    try folder.write(Self.metrics, to: "metrics.csv")
    let result = try Tool.run("explain", folder.file("metrics.csv"), "--objective", id)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    try #require(lines.count > 1, "\(result.error)")
    #expect(lines[0].contains(" is \(display): "))
    #expect(lines[1].contains(reason))
  }

  /// The baseline is 91 to 110, and the run is the same, shifted.
  ///
  /// All differences between the two lie symmetrically around the shift, so it is their median, in
  /// proportion to 100.5. The interval reaches 5 to both sides: of
  /// `scipy.stats.mannwhitneyu(run - s, baseline).pvalue`, those with an `s` 4 beside the shift are
  /// above 0.02, and those with one 5 beside it below.
  @Test(arguments: [
    (
      -2, "L is -1.99 %: ✓ green", "-1.99 %",
      """
        green  <= 5%  -0.0199005 <= 0.05  holds
        red    > 20%  -0.0199005 > 0.2    does not hold
        The whole interval of the shift is within green, so it is green.
      """
    ),
    (
      2, "L is +1.99 %: ! yellow", "1.99 %",
      """
        green  <= 5%  0.0199005 <= 0.05  is not certain
        red    > 20%  0.0199005 > 0.2    is not certain
        Neither green nor red is certain, so it is yellow.
      """
    ),
    (
      30, "L is +29.9 %: ✗ red", "29.9 %",
      """
        green  <= 5%  0.298507 <= 0.05  does not hold
        red    > 20%  0.298507 > 0.2    holds
        The whole interval of the shift is beyond what is allowed, so it is red.
      """
    ),
  ])
  func `a comparison is told with its certainty`(
    shift: Int,
    heading: String,
    display: String,
    bands: String
  ) throws {
    let folder = try TemporaryFolder()
    let rules = """
      { slo: 1, columns: { x: "ms" }, objectives: [
        { name: "L", compare: "x", worse: "higher", green: "<= 5%", red: "> 20%" },
      ] }
      """
    func column(_ shift: Int) -> String {
      "x\n" + (91...110).map { "\($0 + shift)\n" }.joined()
    }
    try folder.write(rules, to: "slo-rules.json5")
    try folder.write(column(shift), to: "metrics.csv")
    try folder.write(column(0), to: "baseline.csv")
    let words = ["--baseline", folder.file("baseline.csv"), "--objective", "l"]
    let report = try Tool.run(["explain", folder.file("metrics.csv")] + words).output
    #expect(report.hasPrefix(heading))
    #expect(report.contains("\nMade of\n  shift(x)  \(display)  20/20 samples\n"))
    #expect(report.contains("\nBands\n\(bands)\n"))
  }

  @Test func `an objective that the rules do not have is an error with a hint`() throws {
    let metrics = "Fixtures/production-proceed/metrics.csv"
    let unknown = try Tool.run("explain", metrics, "--objective", "p95-latncy")
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("hint: did you mean 'p95-latency'?"))
    #expect(try Tool.run("explain", metrics).status == 64)
    #expect(try Tool.run("explain", "missing.csv", "--objective", "x").status == 66)
  }
}
