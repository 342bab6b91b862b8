import Testing

@testable import SLOKit

/// Mistakes at random places of random files: the plain reference finds the same ones at the same
/// places, however the file is cut and on however many threads it is read.
struct ReferenceMistakeTests {
  private static let readings = [(64, 7), (100, 2), (1000, 1), (1000, 7), (65_536, 2)]

  @Test(arguments: Damage.allCases)
  func `a mistake has the same place in any reading`(_ damage: Damage) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var metrics = RandomMetrics(rows: random.pick([1, 2, 12, 40]), using: &random)
      damage.apply(to: &metrics, &random)
      try check(metrics, "\(damage.rawValue) of seed \(seed)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `of several mistakes the first has its place`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var metrics = RandomMetrics(rows: random.pick([1, 2, 12, 40]), using: &random)
    let damages = (0..<3).map { _ in random.pick(Damage.allCases) }
    for damage in damages {
      // What has no cells any more is damaged enough.
      if metrics.records.allSatisfy({ !$0.isEmpty }) { damage.apply(to: &metrics, &random) }
    }
    try check(metrics, "\(damages.map(\.rawValue))")
  }

  /// What quotes and returns mean depends on the byte before them, which may be in another block.
  @Test(arguments: [
    "\"a\"b", "\"a\" ", "\"a\"\"b\"", "a\"b", "\"\"\"\"", "\"a,b\"", "\"a\nb\"", "a\rb", "a\r",
    "\"a\rb\"", "\"a\"\r", "a\0", "\"",
  ])
  func `a cell means the same at every place of a block`(_ cell: String) throws {
    let rules = try Gate.rules("\(Gate.objective("sum(x)", "role: 'info'")), abort: ['x > 5']")
    for padding in 0..<70 {
      let csv = "pad,note,x\n\(String(repeating: "p", count: padding)),\(cell),1\nb,c,9\n"
      let reader = try MetricsReader(.text(csv, name: "m.csv"))
      #expect(Self.finding(rules, reader) == Self.expected(csv), "behind \(padding) bytes")
    }
  }

  /// The line of the first value above 5.
  private static func expected(_ csv: String) -> Finding {
    do throws(ReferenceMistake) {
      let cells = ReferenceCells(unit: .init(name: "1"))
      let run = try ReferenceRun(Array(csv.utf8), delimiter: .comma, cells: cells)
      return .line(run.streaks(above: 5).first?.line)
    } catch {
      return .mistake(error)
    }
  }

  private static func finding(_ rules: RuleSet, _ reader: MetricsReader) -> Finding {
    do throws(Diagnostics) {
      return .line(try rules.evaluate(reader).aborts.first?.line)
    } catch {
      return .mistake(ReferenceMistake(error.items[0]))
    }
  }

  private func check(_ metrics: RandomMetrics, _ context: Comment) throws {
    let bytes = metrics.bytes
    let expected = Self.mistake(in: bytes, of: metrics)
    let order = metrics.isTimed ? "gap()" : "first(x)"
    let rules = try RuleSet.measuring(
      "mean(x) * increase(total) * na(state) * \(order)",
      settings: metrics.settings + ","
    )
    for (chunkSize, threads) in Self.readings {
      let found = rules.mistake(in: bytes, chunkSize: chunkSize, threads: threads)
      #expect(found.map { ReferenceMistake($0) } == expected, context)
    }
  }

  /// The first mistake of a file as the reference finds it; order is judged when all is read.
  private static func mistake(in bytes: [UInt8], of metrics: RandomMetrics) -> ReferenceMistake? {
    do throws(ReferenceMistake) {
      let run = try metrics.reference(bytes)
      if metrics.isTimed, let line = run.firstUntimedLine {
        return ReferenceMistake("missing-timestamp", at: ReferencePlace(line: line))
      }
      return run.firstUnorderedLine.map {
        ReferenceMistake("unordered-samples", at: ReferencePlace(line: $0))
      }
    } catch {
      return error
    }
  }
}

/// What comes of reading a file: a mistake, or the line where an abort condition held.
private enum Finding: Hashable {
  case mistake(ReferenceMistake)
  case line(Int?)
}

extension ReferenceMistake {
  fileprivate init(_ mistake: Diagnostic) {
    let place = mistake.location
    self.init(
      mistake.code.rawValue,
      at: ReferencePlace(line: place?.line ?? 0, column: place?.column ?? 0)
    )
  }
}
