import Foundation
import Testing

@testable import SLOKit

/// Exact percentiles need a second reading, which a stream does not have, and of which a file that
/// changes must not be the source.
struct SecondReadingTests {
  /// Different values of one bucket of a histogram, and their median, which is one of them.
  private static let rows = (0..<301).map { "1.00\($0 * 7919 % 301 + 100)" }
  private static let csv = "x\n" + rows.map { $0 + "\n" }.joined()
  private static let median = 1.0025

  private static func rules(limit: String) throws -> RuleSet {
    try Gate.rules(Gate.objective("median(x)", "green: '<= \(limit)'"))
  }

  private static func options(
    _ percentiles: PercentilePolicy = .exactWhereDecisive,
    streamValues: Int = 301
  ) -> EvaluationOptions {
    var options = EvaluationOptions(percentiles: percentiles)
    options.memory = PercentileMemory(values: 100, streamValues: streamValues)
    return options
  }

  // MARK: - Streams

  /// Judges the metrics as they come out of a pipe, which holds all of them.
  private func judgePiped(_ rules: RuleSet, _ options: EvaluationOptions) throws -> Evaluation {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(Self.csv.utf8))
    try pipe.fileHandleForWriting.close()
    let source = MetricsSource.file("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    return try rules.evaluate(source, options: options)
  }

  @Test(arguments: ["1.0025", "1.0024"])
  func `what a stream leaves undecided holds the run`(limit: String) throws {
    let evaluation = try judgePiped(Self.rules(limit: limit), Self.options())
    let result = try #require(evaluation.phases.first?.objectives.first)
    #expect(result.isUndecided)
    #expect(result.status == .yellow)
    #expect(result.reason?.contains("a stream cannot be read again") == true)
    #expect(result.display.hasPrefix("≈ "))
    let bounds = try #require(result.bounds)
    #expect(bounds.contains(Self.median))
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
  }

  @Test(arguments: [("1.01", Status.green, Decision.proceed), ("0.99", .red, .rollback)])
  func `a limit beside the bounds decides on a stream`(
    limit: String,
    status: Status,
    decision: Decision
  ) throws {
    let evaluation = try judgePiped(Self.rules(limit: limit), Self.options())
    #expect(evaluation.statuses == [status])
    #expect(evaluation.decision == decision)
  }

  /// What a formula does to the bounds of a median, by interval arithmetic.
  struct BoundedFormula: Sendable, CustomTestStringConvertible {
    let sli: String
    let bounds: @Sendable (_ low: Double, _ high: Double) -> ClosedRange<Double>?

    init(_ sli: String, _ bounds: @escaping @Sendable (Double, Double) -> ClosedRange<Double>?) {
      (self.sli, self.bounds) = (sli, bounds)
    }

    var testDescription: String { sli }
  }

  private static let boundedFormulas = [
    BoundedFormula("-median(x)") { -$1...(-$0) },
    BoundedFormula("abs(-median(x))") { $0...$1 },
    BoundedFormula("median(x) + count(x)") { $0 + 301...$1 + 301 },
    BoundedFormula("count(x) + median(x)") { 301 + $0...301 + $1 },
    BoundedFormula("greatest(median(x), 0)") { $0...$1 },
    BoundedFormula("least(median(x), 0.5)") { _, _ in nil },
    BoundedFormula("if(median(x) > 1.0025, median(x), 5)") { low, _ in low...5 },
    BoundedFormula("if(median(x) > 1.0025, 5, median(x))") { low, _ in low...5 },
  ]

  @Test(arguments: boundedFormulas)
  func `bounds go through a formula`(formula: BoundedFormula) throws {
    func bounds(_ sli: String) throws -> ClosedRange<Double>? {
      let rules = try Gate.rules(Gate.objective(sli, "role: 'info'", columns: "x: '1'"))
      return try judgePiped(rules, Self.options()).phases[0].objectives[0].bounds
    }
    let median = try #require(try bounds("median(x)"))
    #expect(try bounds(formula.sli) == formula.bounds(median.lowerBound, median.upperBound))
  }

  /// The number beside the percentile is NA.
  @Test(arguments: ["<= sum(x) / 0", "sum(x) / 0 >= median(x)"])
  func `bounds beside NA have no answer`(green: String) throws {
    let rules = try Gate.rules(Gate.objective("median(x)", "green: '\(green)'"))
    #expect(try judgePiped(rules, Self.options()).statuses == [.na])
  }

  /// What is undecided stays so beside what alone decides nothing.
  @Test(arguments: [
    ("<= 1.0025 and count(x) >= 1", Status.yellow), ("<= 1.0025 or count(x) < 1", .yellow),
    ("count(x) >= 1 and median(x) <= 1.0025", .yellow),
    ("count(x) < 1 or median(x) <= 1.0025", .yellow), ("not median(x) > 1.0025", .yellow),
    ("<= 1.0025 and sum(x) / 0 > 1", .yellow), ("<= 1.0025 and count(x) < 1", .red),
    ("count(x) < 1 and median(x) <= 1.0025", .red), ("<= 1.0025 or count(x) >= 1", .green),
    ("count(x) >= 1 or median(x) <= 1.0025", .green),
  ])
  func `an undecided part leaves a condition undecided`(green: String, status: Status) throws {
    let rules = try Gate.rules(Gate.objective("median(x)", "green: '\(green)'"))
    let result = try judgePiped(rules, Self.options()).phases[0].objectives[0]
    #expect(result.status == status)
    #expect(result.isUndecided == (status == .yellow))
  }

  /// Green does not hold, and whether the other band does depends on the exact value.
  @Test(arguments: ["yellow: '<= 1.0025'", "red: '> 1.0025'"])
  func `a second band that is undecided holds the run`(band: String) throws {
    let rules = try Gate.rules(Gate.objective("median(x)", "green: '<= 0.5', \(band)"))
    let evaluation = try judgePiped(rules, Self.options())
    #expect(evaluation.phases[0].objectives.map(\.isUndecided) == [true])
    #expect(evaluation.decision == .hold)
  }

  @Test func `an exact percentile of a stream takes memory`() throws {
    let rules = try Self.rules(limit: "1.0025")
    let evaluation = try judgePiped(rules, Self.options(.exact, streamValues: 301))
    let result = try #require(evaluation.phases.first?.objectives.first)
    #expect(result.value == Self.median)
    #expect(result.bounds == nil)
    let error = #expect(throws: Diagnostics.self) {
      _ = try judgePiped(rules, Self.options(.exact, streamValues: 300))
    }
    #expect(error?.items.map(\.code) == [.streamTooLong])
  }

  // MARK: - Files that change

  /// Judges a file that `change` is done to at a call of the progress handler.
  private func judgeFile(
    chunkSize: Int = 1 << 18,
    threads: Int = 1,
    changing change: @escaping @Sendable (URL, ReadingProgress) throws -> Void
  ) throws -> Evaluation {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(Self.csv.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    // Long ago, because clocks of file systems are coarse.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)],
      ofItemAtPath: file.path
    )
    let reader = try MetricsReader(
      .file(OpenFile(path: file.path)),
      name: file.path,
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    var options = Self.options()
    options.threads = threads
    return try Self.rules(limit: "1.0025").evaluate(reader, options: options) { progress in
      try? change(file, progress)
    }
  }

  private static func append(_ text: String, to file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test(arguments: [1, 2, 7])
  func `a file that stays as it is is read twice`(threads: Int) throws {
    let passes = Guarded(Set<Int>())
    let evaluation = try judgeFile(chunkSize: 100, threads: threads) { _, progress in
      passes.withLock { _ = $0.insert(progress.pass) }
    }
    #expect(passes.withLock { $0 } == [1, 2])
    #expect(evaluation.statuses == [.green])
    #expect(evaluation.phases.first?.objectives.first?.value == Self.median)
  }

  @Test func `a file that grows after the first pass is refused`() throws {
    let error = #expect(throws: Diagnostics.self) {
      _ = try judgeFile { file, progress in
        if progress.pass == 1 { try Self.append("1.5\n", to: file) }
      }
    }
    #expect(error?.items.map(\.code) == [.changedFile])
  }

  @Test func `a file that is replaced by one of the same size is refused`() throws {
    let error = #expect(throws: Diagnostics.self) {
      _ = try judgeFile { file, progress in
        if progress.pass == 1 { try Data(Self.csv.utf8).write(to: file, options: .atomic) }
      }
    }
    #expect(error?.items.map(\.code) == [.changedFile])
  }

  @Test(arguments: [1, 2])
  func `a file that grows during the second pass is refused`(threads: Int) throws {
    let error = #expect(throws: Diagnostics.self) {
      _ = try judgeFile(chunkSize: 64, threads: threads) { file, progress in
        let isHalfway = progress.bytes < progress.totalBytes ?? 0
        if progress.pass == 2, isHalfway { try Self.append("1.5\n", to: file) }
      }
    }
    #expect(error?.items.map(\.code) == [.changedFile])
  }

  /// As many rows of as many bytes, of the same bucket or of another one.
  @Test(arguments: ["1.00100", "2.00100"])
  func `a file that is written over during the second pass is refused`(value: String) throws {
    let rows = Self.rows.map { _ in value + "\n" }.joined()
    let error = #expect(throws: Diagnostics.self) {
      _ = try judgeFile(chunkSize: 64) { file, progress in
        guard progress.pass == 2 else { return }
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data("x\n\(rows)".utf8))
        try handle.close()
      }
    }
    #expect(error?.items.map(\.code) == [.changedFile])
  }
}
