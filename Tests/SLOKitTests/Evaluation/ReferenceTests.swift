import Testing

@testable import SLOKit

/// Every aggregate of random files against the plain reference, however the file is cut and on
/// however many threads it is read.
struct ReferenceTests {
  private static let chunkSizes = [64, 100, 1000, 4096, 65_536]
  private static let threadCounts = [1, 2, 7]

  /// Filters as rules have them and as the reference does.
  private static let filters: [(text: String, isKept: @Sendable (ReferenceRun.Sample) -> Bool?)] = [
    ("state == 'ok'", { sample in sample.state.map { $0 == "ok" } }),
    (
      "state not in ('COLD', 'a, b')",
      { sample in sample.state.map { !["COLD", "a, b"].contains($0) } }
    ),
    (
      "not state in ('say \"hi\"', 'é𝄞')",
      { sample in sample.state.map { !["say \"hi\"", "é𝄞"].contains($0) } }
    ),
    ("total >= 3000", { sample in sample.total.map { $0 >= 3000 } }),
  ]

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `short files measure as the reference measures them`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = random.pick([1, 2, 3, 20, 60, 120])
    let metrics = RandomMetrics(rows: rows, using: &random)
    try check(
      metrics,
      Self.chunkSizes.flatMap { size in
        Self.threadCounts.map { (chunkSize: size, threads: $0) }
      },
      &random
    )
  }

  @Test(arguments: 101...104 as ClosedRange<UInt64>)
  func `long files measure as the reference measures them`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let metrics = RandomMetrics(rows: Int.random(in: 1000...3000, using: &random), using: &random)
    try check(metrics, [(1000, 7), (4096, 2), (65_536, 1)], &random)
  }

  /// Of a file of one column an empty line is a sample.
  @Test(arguments: ["\n", "\r\n"])
  func `an only column measures as the reference measures it`(lineEnd: String) throws {
    var random = SeededGenerator(seed: 5)
    let cells = (0..<300).map { _ in random.pick(["", "NA", "\"\"", "7", "\"-2.5\"", "1e3"]) }
    let bytes = Array((["x"] + cells + ["3"]).joined(separator: lineEnd).utf8)
    let run = try ReferenceRun(bytes, delimiter: .comma, cells: .init(unit: .init(name: "1")))
    let rules = try RuleSet.measuring(
      "sum(x) + 1000000 * na(x)",
      settings: "columns: { x: '1' },"
    )
    let expected = try #require(run.sum) + 1e6 * Double(run.samples.count { $0.x == nil })
    for (chunkSize, threads) in [(1, 7), (64, 2), (100, 7), (4096, 1)] {
      let evaluation = try evaluate(rules, bytes, chunkSize: chunkSize, threads: threads)
      #expect(evaluation.phases.first?.objectives.first?.value == expected)
      #expect(evaluation.input.samples == run.samples.count)
    }
  }

  private func check(
    _ metrics: RandomMetrics,
    _ readings: [(chunkSize: Int, threads: Int)],
    _ random: inout SeededGenerator
  ) throws {
    let bytes = metrics.bytes
    let run = try metrics.reference(bytes)
    let limit = Self.limit(of: run, metrics, &random)
    let filter = random.pick([nil] + Self.filters.map { $0 })
    let kept = filter.map { run.filtered($0.isKept) } ?? run
    let (inner, innerKept) = random.pick(Self.filters)
    // Windows are over all samples that the file's filter keeps, and other filters select then.
    let derived = ReferenceRun.derived(from: kept, isTimed: metrics.isTimed)
    let windows = derived.flatMap { expression, run in
      Question.all(of: expression, run: run)
        + Question.all(of: expression, run: run.filtered(innerKept), filter: inner)
    }
    let questions =
      windows
      + Question.all(of: kept, limit: limit, isTimed: metrics.isTimed)
      + Question.all(
        of: kept.filtered(innerKept),
        limit: limit,
        filter: inner,
        isTimed: metrics.isTimed
      )
    let rules = try RuleSet(
      text: Self.rules(metrics, questions, filter?.text, abort: "x > \(limit.text) for 3 samples"),
      source: "rules.json5"
    )
    let streak = kept.streaks(above: limit.value).first { $0.samples >= 3 }
    for (chunkSize, threads) in readings {
      let evaluation = try evaluate(rules, bytes, chunkSize: chunkSize, threads: threads)
      let context: Comment = "chunks of \(chunkSize), \(threads) threads"
      let results = evaluation.phases.flatMap(\.objectives)
      let differences = zip(questions, results).compactMap { $0.difference(to: $1) }
      #expect(differences.isEmpty, context)
      #expect(results.count == questions.count)
      #expect(evaluation.aborts.map(\.line) == [streak?.line], context)
      #expect(evaluation.aborts.map(\.samples) == [streak?.samples], context)
      #expect(evaluation.input.samplesInFile == run.samples.count, context)
      #expect(evaluation.input.samples == kept.samples.count, context)
      let times = kept.samples.compactMap(\.time)
      #expect(evaluation.input.start?.nanoseconds == times.min(), context)
      #expect(evaluation.input.end?.nanoseconds == times.max(), context)
    }
  }

  /// A limit as it is written, and in base units: often one of the values.
  private static func limit(
    of run: ReferenceRun,
    _ metrics: RandomMetrics,
    _ random: inout SeededGenerator
  ) -> (text: String, value: Double) {
    let finite = run.values.filter(\.isFinite).map { "\($0)" }
    // In the base unit a number is what it says; in others it is scaled when it is read.
    let isBase = metrics.unit.power == 0 && metrics.unit.multiplier == 1
    let text = isBase && !finite.isEmpty ? random.pick(finite) : random.pick(["0", "0.5", "42"])
    let number = ReferenceCells.number(text, power: metrics.unit.power) ?? .nan
    return (text, number * metrics.unit.multiplier)
  }

  private static func rules(
    _ metrics: RandomMetrics,
    _ questions: [Question],
    _ filter: String?,
    abort: String
  ) -> String {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }
    let objectives = questions.map { question in
      let name = question.sli + (question.filter ?? "")
      return "{ name: \(quoted(name)), sli: \(quoted(question.sli)), role: 'info'"
        + (question.filter.map { ", where: \(quoted($0))" } ?? "") + " }"
    }
    return """
      { slo: 1, \(metrics.settings), \(filter.map { "where: \(quoted($0))," } ?? "")
        objectives: [\(objectives.joined(separator: ",\n"))], abort: [\(quoted(abort))] }
      """
  }

  private func evaluate(
    _ rules: RuleSet,
    _ bytes: [UInt8],
    chunkSize: Int,
    threads: Int
  ) throws -> Evaluation {
    let reader = try MetricsReader(
      .memory(bytes[...]),
      name: "m.csv",
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    return try rules.evaluate(reader, options: EvaluationOptions(threads: threads))
  }
}

/// An indicator, and its value as the reference has it.
private struct Question {
  let sli: String
  let filter: String?
  /// `nil` when it is NA.
  let value: Double?

  static func all(
    of run: ReferenceRun,
    limit: (text: String, value: Double),
    filter: String? = nil,
    isTimed: Bool
  ) -> [Question] {
    var all: [(String, Double?)] = [
      ("count()", Double(run.samples.count)), ("count(x)", Double(run.values.count)),
      ("na(x)", Double(run.samples.count - run.values.count)),
      ("na(state)", Double(run.samples.count { $0.state == nil })),
      ("sum(x)", run.sum), ("mean(x)", run.mean), ("min(x)", run.minimum),
      ("max(x)", run.maximum), ("first(x)", run.values.first), ("last(x)", run.values.last),
      ("stddev(x)", run.standardDeviation), ("median(x)", run.percentile(0.5)),
      ("p1(x)", run.percentile(0.01)), ("p95(x)", run.percentile(0.95)),
      ("p(x, 99.9)", run.percentile(0.999)), ("increase(total)", run.increase),
      ("fraction(x > \(limit.text))", run.fraction(above: limit.value)),
      ("longest(x > \(limit.text))", run.longest(above: limit.value)),
    ]
    if isTimed {
      // All pairs of a long run would take the reference too long.
      let finite = run.values.allSatisfy(\.isFinite)
      if finite, run.samples.count <= 130 { all.append(("slope(x)", run.slope)) }
      all += [("rate(total)", run.rate), ("duration()", run.duration), ("gap()", run.gap)]
    }
    return all.map { Question(sli: $0.0, filter: filter, value: $0.1) }
  }

  /// Questions about a value per sample, which is the `x` of `run`.
  static func all(
    of expression: String,
    run: ReferenceRun,
    filter: String? = nil
  ) -> [Question] {
    [
      ("count(\(expression))", Double(run.values.count)), ("sum(\(expression))", run.sum),
      ("min(\(expression))", run.minimum), ("max(\(expression))", run.maximum),
      ("last(\(expression))", run.values.last), ("p90(\(expression))", run.percentile(0.9)),
    ].map { Question(sli: $0.0, filter: filter, value: $0.1) }
  }

  /// What the library says otherwise, or `nil` when the bits are the same.
  func difference(to result: ObjectiveResult) -> String? {
    let isSame =
      if sli.hasPrefix("stddev"), let value, let other = result.value {
        // The reference rounds often, the library once.
        abs(value - other) <= 1e-12 * value
      } else {
        result.value?.bitPattern == value?.bitPattern
      }
    guard !isSame else { return nil }
    let shown = { (value: Double?) in value.map { "\($0)" } ?? "NA" }
    return "\(sli) where \(filter ?? "true"): \(shown(result.value)), not \(shown(value))"
  }
}
