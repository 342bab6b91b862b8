import Testing

@testable import SLOKit

@Suite("The preset canary-rollout")
struct CanaryRolloutTests {
  /// A sample in which all is green, by the names of the columns.
  private static let green = [
    ("rollout_percentage", "5"), ("error_rate", "0.05"), ("p95_latency", "150"),
    ("test_pass_rate", "99"), ("health_checks_passed", "5"), ("health_checks_total", "5"),
    ("critical_alerts", "0"), ("uptime", "100"), ("memory_available", "45"), ("cpu", "40"),
  ]

  /// Judges samples a quarter of an hour apart, each green but for the cells that it names.
  private static func judge(
    _ samples: [[String: String]],
    every minutes: Int = 15
  ) throws -> Evaluation {
    let rows = samples.map { cells in
      green.map { cells[$0.0] ?? $0.1 }.joined(separator: ",")
    }
    let csv = Gate.csv(green.map(\.0).joined(separator: ","), rows, every: minutes)
    return try RuleSet(Preset.canaryRollout).evaluate(.text(csv, name: "metrics.csv"))
  }

  /// Twelve hours with the same cells in every sample.
  private static func stage(_ cells: [String: String]) -> [[String: String]] {
    Array(repeating: cells, count: 48)
  }

  /// The table of the specification, at its borders.
  ///
  /// What is red for a whole stage also aborts, where there is an abort condition on it.
  @Test(arguments: [
    ("error_rate", "0.099", Status.green), ("error_rate", "0.1", .yellow),
    ("error_rate", "1", .yellow), ("error_rate", "1.01", .red),
    ("p95_latency", "199.9", .green), ("p95_latency", "200", .yellow),
    ("p95_latency", "500", .yellow), ("p95_latency", "501", .red),
    ("test_pass_rate", "98", .green), ("test_pass_rate", "97.9", .yellow),
    ("test_pass_rate", "95", .yellow), ("test_pass_rate", "94.9", .red),
    ("health_checks_passed", "4", .yellow), ("health_checks_passed", "3", .red),
    ("critical_alerts", "1", .yellow), ("critical_alerts", "2", .yellow),
    ("critical_alerts", "3", .red),
    ("uptime", "99.99", .yellow), ("uptime", "99.9", .yellow), ("uptime", "99.89", .red),
    ("memory_available", "30.1", .green), ("memory_available", "30", .yellow),
    ("memory_available", "10", .yellow), ("memory_available", "9.9", .red),
    ("cpu", "59.9", .green), ("cpu", "60", .yellow), ("cpu", "80", .yellow), ("cpu", "80.1", .red),
  ])
  func `all green goes on, one yellow holds, one red goes back`(
    column: String,
    cell: String,
    status: Status
  ) throws {
    let evaluation = try Self.judge(Self.stage([column: cell]))
    let decisions: [Status: Decision] = [.green: .proceed, .yellow: .hold, .red: .rollback]
    #expect(evaluation.decision == decisions[status])
    #expect(evaluation.statuses.filter { $0 != .green } == (status == .green ? [] : [status]))
  }

  /// One sample is the worst one, among 47 good ones.
  @Test(arguments: [
    ("health_checks_passed", "4", Decision.hold), ("health_checks_passed", "3", .rollback),
    ("critical_alerts", "1", .hold), ("critical_alerts", "3", .rollback),
    ("error_rate", "1.9", .proceed),
  ])
  func `of checks and alerts the worst sample counts`(
    column: String,
    cell: String,
    decision: Decision
  ) throws {
    let samples = [[column: cell]] + Self.stage([:]).dropFirst()
    #expect(try Self.judge(samples).decision == decision)
  }

  @Test(arguments: ["error_rate", "p95_latency", "test_pass_rate", "health_checks_passed"])
  func `what is mandatory and was not measured holds`(column: String) throws {
    let evaluation = try Self.judge(Self.stage([column: "NA"]))
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
  }

  /// A sample each minute; the breach is on these samples, and NA on those.
  @Test(arguments: [
    (10...15, [], true), (10...14, [], false), (10...10, [], false),
    (10...15, [12, 13], true), (10...14, [12], false),
    (10...10, [11, 12, 13, 14, 15, 16], false), (10...15, [15], false),
  ])
  func `a breach of five minutes aborts and NA neither breaks nor extends it`(
    breach: ClosedRange<Int>,
    unmeasured: [Int],
    isTripped: Bool
  ) throws {
    for (column, cell) in [("error_rate", "1.1"), ("p95_latency", "501")] {
      let samples = (0..<30).map { minute in
        unmeasured.contains(minute)
          ? [column: "NA"] : breach.contains(minute) ? [column: cell] : [:]
      }
      let evaluation = try Self.judge(samples, every: 1)
      #expect(evaluation.aborts.contains(where: \.isTripped) == isTripped)
      #expect((evaluation.cause == .abort) == isTripped)
    }
  }

  @Test func `the first stages take twelve hours each`() throws {
    let early = try Self.judge(Array(Self.stage([:]).dropLast()))
    #expect(early.decision == .hold)
    #expect(early.reason == "In stage 5 %, the samples cover 11 h 45 min of the required 12 h.")
    let next = Self.stage([:]) + [["rollout_percentage": "10"]]
    #expect(try Self.judge(next).reason.contains("the samples cover 0 s of the required 12 h"))
  }

  @Test(arguments: ["25", "33", "100"])
  func `a later stage takes two samples`(percentage: String) throws {
    let sample = ["rollout_percentage": percentage]
    let one = try Self.judge(Self.stage([:]) + [sample])
    #expect(one.decision == .hold)
    #expect(one.reason.hasSuffix("there is 1 sample of the required 2."))
    #expect(try Self.judge(Self.stage([:]) + [sample, sample]).decision == .proceed)
  }

  @Test func `before the rollout nothing is judged and nothing proceeds`() throws {
    let bad = ["rollout_percentage": "0", "error_rate": "9"]
    let evaluation = try Self.judge(Self.stage(bad))
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason == "The run has no phase that could be judged.")
    #expect(try Self.judge([bad, bad] + Self.stage([:])).decision == .proceed)
  }

  @Test(arguments: ["30", "1", "99.5"])
  func `a stage that is not in the plan is judged`(share: String) throws {
    let samples = Self.stage([:]) + [["rollout_percentage": share, "cpu": "90"]]
    let evaluation = try Self.judge(samples)
    #expect(evaluation.decision == .rollback)
    #expect(evaluation.reason.hasPrefix("In other stages, CPU is 90.0 %"))
  }
}
