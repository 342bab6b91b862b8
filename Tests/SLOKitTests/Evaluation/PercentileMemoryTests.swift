import Foundation
import Testing

@testable import SLOKit

/// Percentiles of files that are too long for the memory: the histograms and the second pass
/// against the plain reference, which sorts.
struct PercentileMemoryTests {
  /// Memories that are too small, each with chunks and threads of its own.
  private static let readings: [(memory: PercentileMemory, chunkSize: Int, threads: Int)] = [
    (PercentileMemory(values: 0, bucketValues: 1), 65_536, 1),
    (PercentileMemory(values: 0, bucketValues: 40), 100, 7),
    (PercentileMemory(values: 100, bucketValues: 1 << 18), 1000, 2),
  ]

  /// Indicators, each with the value that the reference gives it.
  private static let indicators: [(sli: String, value: @Sendable (ReferenceRun) -> Double?)] = [
    ("p50(x)", { $0.percentile(0.5) }),
    ("p95(x)", { $0.percentile(0.95) }),
    ("p(x, 99.9)", { $0.percentile(0.999) }),
    ("p95(x where state == 'ok')", { $0.filtered { $0.state == "ok" }.percentile(0.95) }),
    (
      "p95(x) - p50(x)",
      { run in
        run.percentile(0.95).flatMap { p95 in run.percentile(0.5).map { p95 - $0 } }
      }
    ),
    (
      "if(p95(x) > 1, p5(x), -p(x, 90) * 2)",
      { run in
        run.percentile(0.95).flatMap { p95 in
          p95 > 1 ? run.percentile(0.05) : run.percentile(0.9).map { -$0 * 2 }
        }
      }
    ),
    (
      "greatest(abs(p1(x)), least(p99(x), 2))",
      { run in
        run.percentile(0.01).flatMap { p1 in
          run.percentile(0.99).map { max(abs(p1), min($0, 2)) }
        }
      }
    ),
  ]

  /// Bands around limits, of all kinds of comparisons.
  private static func bands(_ limit: String, beyond: String) -> [String] {
    [
      "green: '<= \(limit)'", "green: '< \(limit)'", "green: '>= \(limit)'", "green: '> \(limit)'",
      "green: '== \(limit)'", "green: '!= \(limit)'",
      "green: '< \(limit)', yellow: '<= \(beyond)'", "green: '<= \(limit)', red: '> \(beyond)'",
    ]
  }

  @Test(arguments: 1...7 as ClosedRange<UInt64>)
  func `a status does not depend on the memory`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let file = PercentileFile(rows: Int.random(in: 101...400, using: &random), using: &random)
    let (sli, value) = Self.indicators[Int(seed) % Self.indicators.count]
    let exact = value(file.run)
    // Where no limit is near, nothing is read twice.
    for limits in [file.limits(near: exact, &random), file.limits(besides: exact)] {
      let rules = try file.rules(
        limits.flatMap { limit in
          Self.bands("\(limit)", beyond: "\(limit + abs(limit) * 0.001)").map { (sli, $0) }
        }
      )
      let expected = try file.evaluate(rules, EvaluationOptions(threads: 1), chunkSize: 4096)
      #expect(expected.values.allSatisfy { $0 == exact?.bitPattern })
      for (memory, chunkSize, threads) in Self.readings {
        var options = EvaluationOptions(threads: threads)
        options.memory = memory
        let evaluation = try file.evaluate(rules, options, chunkSize: chunkSize)
        #expect(evaluation.statuses == expected.statuses, "\(sli), \(memory)")
        #expect(evaluation.decision == expected.decision)
        let results = evaluation.phases.flatMap(\.objectives)
        #expect(results.allSatisfy { !$0.isUndecided && $0.contains(exact) }, "\(sli)")
      }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `values are close by default and exact on demand`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let file = PercentileFile(rows: Int.random(in: 101...400, using: &random), using: &random)
    let rules = try file.rules(Self.indicators.map { ($0.sli, "role: 'info'") })
    let exact = Self.indicators.map { $0.value(file.run) }
    for (memory, chunkSize, threads) in Self.readings {
      var options = EvaluationOptions(threads: threads)
      options.memory = memory
      let close = try file.evaluate(rules, options, chunkSize: chunkSize)
      for (result, exact) in zip(close.phases.flatMap(\.objectives), exact) {
        #expect(result.contains(exact), "\(result.objective.name)")
        let isOne = result.objective.name.hasPrefix("p") && !result.objective.name.contains(" -")
        if isOne { #expect(result.isClose(to: exact), "\(result.objective.name)") }
      }
      options.percentiles = .exact
      let exactly = try file.evaluate(rules, options, chunkSize: chunkSize)
      #expect(exactly.values == exact.map(\.?.bitPattern))
      #expect(exactly.phases.flatMap(\.objectives).allSatisfy { $0.bounds == nil })
    }
  }
}

/// A random file of one column of values and one of states.
private struct PercentileFile {
  let bytes: [UInt8]
  let run: ReferenceRun

  init(rows: Int, using random: inout SeededGenerator) {
    let kind = Int.random(in: 0..<6, using: &random)
    var csv = "x,state,note\n"
    for _ in 0..<rows {
      let value =
        switch kind {
        case 0: "0.\(random.digits(4))"
        // One bucket of a histogram holds them all.
        case 1: "1.000\(random.digits(6))"
        case 2: random.pick(["1", "1", "1.5", "-2", "1.00390625", "0", "-0"])
        case 3: "-\(random.digits(1)).\(random.digits(12))"
        case 4: random.pick(["Inf", "3.\(random.digits(3))", "3.\(random.digits(3))"])
        default: "\(random.digits(2))e\(Int.random(in: -30...30, using: &random))"
        }
      let note = random.pick(["", "\"a, b\"", "\"say \"\"hi\"\"\""])
      csv += "\(random.chance(0.05) ? "NA" : value),\(random.pick(["ok", "ok", "bad"])),\(note)\n"
    }
    bytes = Array(csv.utf8)
    let cells = ReferenceCells(unit: .init(name: "1"))
    run = (try? ReferenceRun(bytes, delimiter: .comma, cells: cells)) ?? ReferenceRun()
  }

  /// Limits at a value, right beside it and near it, and at some value of the file.
  func limits(near value: Double?, _ random: inout SeededGenerator) -> [Double] {
    let value = value.flatMap { $0.isFinite ? $0 : nil } ?? 3
    return [
      value, value.nextUp, value.nextDown, value * 1.0001,
      random.pick(run.values.filter(\.isFinite)),
    ]
  }

  /// Limits that a histogram tells from a value, and one at the border of a bucket.
  func limits(besides value: Double?) -> [Double] {
    let value = value.flatMap { $0.isFinite ? $0 : nil } ?? 3
    return [value * 1.01, value * 0.5, 1.00390625]
  }

  func rules(_ objectives: [(sli: String, bands: String)]) throws -> RuleSet {
    let texts = objectives.enumerated().map { number, objective in
      "{ name: \"\(objective.sli) \(number)\", sli: \"\(objective.sli)\", \(objective.bands) }"
    }
    return try Gate.rules("objectives: [\(texts.joined(separator: ","))]")
  }

  func evaluate(
    _ rules: RuleSet,
    _ options: EvaluationOptions,
    chunkSize: Int
  ) throws -> Evaluation {
    let reader = try MetricsReader(
      .memory(bytes[...]),
      name: "m.csv",
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    return try rules.evaluate(reader, options: options)
  }
}

extension Evaluation {
  /// The bits of the values in the order of the objectives; `nil` where they are NA.
  fileprivate var values: [UInt64?] {
    phases.flatMap(\.objectives).map { $0.value?.bitPattern }
  }
}

extension ObjectiveResult {
  /// Whether the value is this one, or can be.
  fileprivate func contains(_ exact: Double?) -> Bool {
    guard let exact, let bounds else { return value?.bitPattern == exact?.bitPattern }
    return bounds.contains(exact)
  }

  /// Whether the value is at most 0.2 % off.
  fileprivate func isClose(to exact: Double?) -> Bool {
    guard let exact, let value, value != exact else { return value == exact }
    return abs(value - exact) <= 0.002 * abs(exact)
  }
}
