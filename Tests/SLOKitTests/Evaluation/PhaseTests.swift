import Testing

@testable import SLOKit

@Suite("Phases")
struct PhaseTests {
  /// Rules with one objective over x, which is green up to 1, and these phases.
  static func rules(_ phases: String, more: String = "") -> String {
    "objectives: [{ name: 'X', sli: 'max(x)', green: '<= 1' }], phases: [\(phases)], \(more)"
  }

  /// A sample each ten minutes.
  static func csv(_ rows: [String], _ header: String = "x") -> String {
    Gate.csv(header, rows, every: 10)
  }

  // MARK: - Which samples belong to a phase

  @Test(arguments: [
    ("from: '0h', to: '1h'", [0, 1, 2, 3, 4, 5]),
    ("from: '20m', to: '30m'", [2]),
    ("from: '20m', to: '30.5m'", [2, 3]),
    ("from: '90m'", [9, 10, 11]),
    ("to: '1m'", [0]),
    ("from: '1970-01-01T01:00:00Z', to: '1970-01-01 01:20'", [6, 7]),
    ("from: '100m', to: '1970-01-01T09:00:00+08:00'", []),
    ("from: '50m', to: '1970-01-01T09:10:00+08:00'", [5, 6]),
    ("where: 'x > 8'", [9, 10, 11]),
    ("from: '1h', where: 'x > 8 or x == 2'", [9, 10, 11]),
    ("where: 'y > 0'", []),
  ])
  func `borders are half open and count from the first sample`(
    borders: String,
    samples: [Int]
  ) throws {
    let csv = Self.csv((0..<12).map { "\($0),NA" }, "x,y")
    let members = """
      objectives: [{ name: 'N', sli: 'count()', role: 'info' },
        { name: 'Sum', sli: 'sum(x)', role: 'info' }],
      phases: [{ name: 'P', \(borders) }]
      """
    let phase = try #require(try Gate.judge(members, csv).phases.first)
    #expect(phase.samples == samples.count)
    #expect(phase.objectives[0].value == Double(samples.count))
    #expect(phase.objectives[1].value == (samples.isEmpty ? nil : Double(samples.reduce(0, +))))
  }

  @Test func `offsets count from the first sample that the rules keep`() throws {
    let csv = Self.csv(["9,cold", "9,cold", "1,ok", "2,ok", "3,ok"], "x,state")
    let members = Self.rules(
      "{ name: 'P', from: '0m', to: '20m' }",
      more: "where: \"state == 'ok'\""
    )
    let phase = try Gate.judge(members, csv).phases[0]
    #expect(phase.samples == 2)
    #expect(phase.objectives[0].value == 2)
    #expect(phase.start == Timestamp(nanoseconds: 20 * 60_000_000_000))
  }

  @Test func `a sample belongs to the first phase that takes it`() throws {
    let members = """
      objectives: [{ name: 'N', sli: 'count()', role: 'info' }],
      phases: [{ name: 'a', where: 'x < 2' }, { name: 'b', where: 'x < 4' }, { name: 'c', from: '0m' }]
      """
    let evaluation = try Gate.judge(members, Self.csv((0..<9).map { "\($0)" }))
    #expect(evaluation.phases.map(\.samples) == [2, 2, 5])
    #expect(evaluation.warnings.isEmpty)
  }

  @Test func `samples without a phase are not judged and the report says so`() throws {
    let members = Self.rules("{ name: 'P', from: '10m', to: '30m' }")
    let evaluation = try Gate.judge(members, Self.csv(["7", "1", "0.5", "8"]))
    #expect(evaluation.decision == .proceed)
    #expect(evaluation.warnings.map(\.code) == [.outsidePhases])
    #expect(
      evaluation.warnings[0].message == "2 samples of 4 belong to no phase and are not judged"
    )
  }

  /// Phases partition the samples: with the ones that no phase has, each counts once.
  @Test(arguments: 0..<40)
  func `phases partition the samples`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<Int.random(in: 1...80, using: &random)).map { _ in
      Bool.random(using: &random) ? "\(Int.random(in: 0...9, using: &random))" : "NA"
    }
    let phases = (0..<Int.random(in: 1...5, using: &random)).map { index in
      let start = Int.random(in: 0...400, using: &random)
      let end = start + Int.random(in: 1...400, using: &random)
      let borders = "from: '\(start)m', to: '\(end)m'"
      let condition = "where: 'x > \(Int.random(in: 0...9, using: &random))'"
      return
        "{ name: 'P\(index)', \(Bool.random(using: &random) ? condition : "\(borders), \(condition)") }"
    }
    let members = """
      objectives: [{ name: 'N', sli: 'count()', role: 'info' }, { name: 'V', sli: 'count(x)', role: 'info' }],
      phases: [\(phases.joined(separator: ", "))]
      """
    let csv = Self.csv(rows)
    let evaluation = try Gate.judge(members, csv)
    let outside =
      evaluation.warnings.first { $0.code == .outsidePhases }
      .flatMap { Int($0.message.prefix { $0.isNumber }) } ?? 0
    #expect(evaluation.phases.reduce(outside) { $0 + $1.samples } == rows.count)
    // Whatever the size of the chunks and the number of threads.
    for (chunkSize, threads) in [(7, 1), (64, 3)] {
      let reader = try MetricsReader(
        .memory(Array(csv.utf8)[...]),
        name: "metrics.csv",
        format: CSVFormat(),
        chunkSize: chunkSize
      )
      let again = try Gate.rules(members).evaluate(
        reader,
        options: EvaluationOptions(threads: threads)
      )
      #expect(again.report(.json) == evaluation.report(.json))
    }
  }

  // MARK: - Judging

  @Test(arguments: [
    (["1", "1", "1", "1"], Decision.proceed, "In 2 phases, all 2 measured objectives are green."),
    (["9", "9", "1", "1"], .rollback, "In a, X is 9, beyond its limit (<= 1)."),
    (["1", "1", "9", "1"], .rollback, "In b, X is 9, beyond its limit (<= 1)."),
    (["9", "1", "9", "1"], .rollback, "In a, X is 9, beyond its limit (<= 1); 1 more phase."),
  ])
  func `the worst phase decides`(cells: [String], decision: Decision, reason: String) throws {
    let members = Self.rules("{ name: 'a', to: '20m' }, { name: 'b', from: '20m' }")
    let evaluation = try Gate.judge(members, Self.csv(cells))
    #expect(evaluation.decision == decision)
    #expect(evaluation.reason == reason)
    #expect(evaluation.phases.map(\.name) == ["a", "b"])
  }

  @Test func `a phase that is not judged neither decides nor aborts`() throws {
    let phases = "{ name: 'warm-up', to: '20m', judge: false }, { name: 'rest', from: '20m' }"
    let members = Self.rules(phases, more: "abort: ['x > 5']")
    let good = try Gate.judge(members, Self.csv(["9", "9", "1", "1"]))
    #expect(good.decision == .proceed)
    #expect(good.phases.map(\.name) == ["rest"])
    #expect(good.unjudgedPhases == ["warm-up"])
    #expect(good.report(.text).contains("\nPhases not judged: warm-up\n"))
    #expect(good.warnings.isEmpty)
    let bad = try Gate.judge(members, Self.csv(["9", "9", "1", "6"]))
    #expect(bad.cause == .abort)
    #expect(bad.aborts[0].line == 5)
    // A sample of no phase aborts.
    let short =
      "{ name: 'warm-up', to: '20m', judge: false }, { name: 'b', from: '20m', to: '30m' }"
    let outside = try Gate.judge(
      Self.rules(short, more: "abort: ['x > 5']"),
      Self.csv(["9", "9", "1", "6"])
    )
    #expect(outside.cause == .abort)
    // A phase without samples has nothing to be told of.
    let late = Self.rules("{ name: 'a', to: '1h' }, { name: 'late', from: '9h', judge: false }")
    #expect(try Gate.judge(late, Self.csv(["1"])).unjudgedPhases.isEmpty)
  }

  @Test func `a phase may have bands of its own`() throws {
    let phase = "{ name: 'peak', from: '0m', objectives: { X: { green: '<= 5', yellow: '<= 7' } } }"
    #expect(try Gate.judge(Self.rules(phase), Self.csv(["4"])).decision == .proceed)
    #expect(try Gate.judge(Self.rules(phase), Self.csv(["6"])).statuses == [.yellow])
    #expect(try Gate.judge(Self.rules(phase), Self.csv(["8"])).statuses == [.red])
  }

  @Test(arguments: [
    ("samples: 3", 2, "there are 2 samples of the required 3"),
    ("samples: 2", 2, nil),
    ("duration: '30m'", 2, "the samples cover 20 min of the required 30 min"),
    ("duration: '20m'", 2, nil),
    ("gap: '9m'", 2, "there is a gap of 10 min from 1970-01-01T00:00:00Z to"),
    ("coverage: '100%'", 3, "X is measured on 66.7 % of the samples"),
  ])
  func `a phase may have requirements of its own`(
    requirement: String,
    samples: Int,
    reason: String?
  ) throws {
    let phases = "{ name: 'P', to: '\(samples)0m', require: { \(requirement) } }"
    let csv = Self.csv(["1", "1", "NA", "9", "9"])
    let evaluation = try Gate.judge(Self.rules(phases), csv)
    #expect(evaluation.decision == (reason == nil ? .proceed : .hold))
    if let reason { #expect(evaluation.reason.hasPrefix("In P, \(reason)")) }
    #expect(evaluation.phases[0].requirements.map(\.isMet) == [reason == nil])
  }

  @Test func `a phase without samples holds unless it is optional`() throws {
    let required = Self.rules("{ name: 'a', to: '20m' }, { name: 'b', from: '1h' }")
    let held = try Gate.judge(required, Self.csv(["1", "1"]))
    #expect(held.decision == .hold)
    #expect(held.cause == .insufficientEvidence)
    #expect(held.unreachedPhases.isEmpty)
    #expect(held.reason == "In b, there are 0 samples of the required 1.")
    let optional = Self.rules("{ name: 'a', to: '20m' }, { name: 'b', from: '1h', optional: true }")
    let reached = try Gate.judge(optional, Self.csv(["1", "1"]))
    #expect(reached.decision == .proceed)
    #expect(reached.unreachedPhases == ["b"])
    let none = Self.rules("{ name: 'b', from: '1h', optional: true }")
    #expect(
      try Gate.judge(none, Self.csv(["1", "1"])).reason
        == "The run has no phase that could be judged."
    )
  }

  @Test func `what the whole run must offer is judged apart from its phases`() throws {
    let members = Self.rules("{ name: 'P', from: '0m' }", more: "require: { samples: 3 }")
    let evaluation = try Gate.judge(members, Self.csv(["1", "1"]))
    #expect(evaluation.phases[0].decision == .proceed)
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason == "There are 2 samples of the required 3.")
  }

  @Test func `one phase can be judged alone`() throws {
    let phases = "{ name: 'a', to: '20m', optional: true }, { name: 'b', from: '20m' }"
    let members = Self.rules(phases, more: "require: { samples: 30 }, abort: ['x > 5']")
    let csv = Self.csv(["9", "1", "1"])
    let evaluation = try Gate.judge(members, csv, options: EvaluationOptions(phase: "b"))
    #expect(evaluation.decision == .proceed)
    #expect(evaluation.phases.map(\.name) == ["b"])
    #expect(evaluation.unjudgedPhases == ["a"])
    #expect(evaluation.requirements.isEmpty)
    let other = try Gate.judge(members, csv, options: EvaluationOptions(phase: "a"))
    #expect(other.cause == .abort)
    // A phase that was asked for must have samples.
    let late = Self.rules("{ name: 'c', from: '9h', optional: true }")
    let empty = try Gate.judge(late, csv, options: EvaluationOptions(phase: "c"))
    #expect(empty.decision == .hold)
    #expect(empty.reason == "In c, there are 0 samples of the required 1.")
  }

  @Test func `an unknown phase is an error with a hint`() throws {
    let members = Self.rules("{ name: 'steady', from: '0m' }")
    let error = try #require(throws: Diagnostics.self) {
      try Gate.judge(members, Self.csv(["1"]), options: EvaluationOptions(phase: "stedy"))
    }
    #expect(error.items.map(\.code) == [.unknownPhase])
    #expect(error.items[0].hint == "did you mean 'steady'?")
  }

  // MARK: - Time

  @Test func `phases by time need timestamps in order`() throws {
    let members = Self.rules("{ name: 'P', from: '10m' }")
    func code(_ csv: String) -> DiagnosticCode? {
      do {
        _ = try Gate.judge(members, csv)
        return nil
      } catch { return error.items.first?.code }
    }
    #expect(code("x\n1\n") == .noTimestamps)
    #expect(code("timestamp,x\n2025-01-01,1\nNA,1\n") == .missingTimestamp)
    #expect(code("timestamp,x\n2025-01-02,1\n2025-01-01,1\n") == .unorderedSamples)
  }

  @Test(arguments: ["x\n0.5\n0\n", "timestamp,x\n2025-01-01,0.5\nNA,0\n"])
  func `a phase by a condition needs no timestamps`(csv: String) throws {
    let members = Self.rules("{ name: 'P', where: 'x > -1' }")
    #expect(try Gate.judge(members, csv).phases.map(\.samples) == [2])
  }

  @Test func `aggregates of time are about the phase`() throws {
    let members = """
      objectives: [{ name: 'D', sli: 'duration()', role: 'info' }, { name: 'G', sli: 'gap()', role: 'info' },
        { name: 'I', sli: 'increase(x)', role: 'info' }],
      phases: [{ name: 'a', to: '30m' }, { name: 'b', from: '30m' }]
      """
    // By hand: 3 and 3 samples ten minutes apart; the counter grows by 1 + 2 and by 8 + 16.
    let evaluation = try Gate.judge(members, Self.csv(["1", "2", "4", "8", "16", "32"]))
    let values = evaluation.phases.map { $0.objectives.map(\.value) }
    #expect(values == [[1800, 600, 3], [1800, 600, 24]])
  }

  @Test(arguments: [1, 3], [40, 1 << 18])
  func `windows and differences do not look across the border of a phase`(
    threads: Int,
    chunkSize: Int
  ) throws {
    let members = """
      objectives: [{ name: 'W', sli: 'max(rolling_mean(x, 1h))', role: 'info' },
        { name: 'D', sli: 'count(delta(x))', role: 'info' }],
      abort: ['rolling_max(x, 1h) > 50'],
      phases: [{ name: 'a', to: '20m', judge: false }, { name: 'b', from: '20m', to: '40m' }, { name: 'c', from: '40m' }]
      """
    let csv = Self.csv(["99", "99", "4", "8", "1", "3"])
    let reader = try MetricsReader(
      .memory(Array(csv.utf8)[...]),
      name: "metrics.csv",
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    let options = EvaluationOptions(threads: threads)
    let evaluation = try Gate.rules(members).evaluate(reader, options: options)
    // By hand: means of 4, 8 and of 1, 3; one difference in each phase.
    #expect(evaluation.phases.map { $0.objectives.map(\.value) } == [[6, 1], [2, 1]])
    #expect(evaluation.cause != .abort)
  }

  @Test func `a phase cannot be told by a window`() throws {
    let found = Gate.mistakes(Self.rules("{ name: 'P', where: 'rolling_max(x, 1h) > 1' }"))
    #expect(found.map(\.code) == [.wrongArguments])
  }
}
