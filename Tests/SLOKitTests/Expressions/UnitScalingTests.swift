import Testing

@testable import SLOKit

/// Scaling a column and its unit together changes nothing, down to the last bit.
@Suite("Scaled columns")
struct UnitScalingTests {
  /// Units of one dimension, each with the power of ten that the smallest one takes to it.
  static let families: [(units: [(symbol: String, power: Int)], limit: String)] = [
    ([("us", 0), ("ms", -3), ("s", -6)], "150ms"),
    ([("ns", 0), ("µs", -3), ("ms", -6), ("s", -9)], "0.1234us"),
    ([("B", 0), ("kB", -3), ("MB", -6), ("GB", -9), ("TB", -12)], "500kB"),
    ([("%", 0), ("ratio", -2)], "33%"),
  ]

  @Test(arguments: families, 1...5 as ClosedRange<UInt64>)
  func `a column in another unit has the same value and status`(
    family: (units: [(symbol: String, power: Int)], limit: String),
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let isShare = family.units.contains { $0.symbol == "%" }
    for _ in 0..<10 {
      let numbers = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (Int.random(in: 0...999_999, using: &generator), isShare ? -4 : 0)
      }
      let results = try family.units.map { unit in
        let cells = numbers.map { Self.decimal($0, power: $1 + unit.power) }
        let members = Gate.objective(
          "mean(x)",
          "green: '<= \(family.limit)'",
          columns: "x: '\(unit.symbol)'"
        )
        let evaluation = try Gate.judge(members, Gate.csv("x", cells))
        let result = try #require(evaluation.phases.first?.objectives.first)
        return [result.status.rawValue, "\(try #require(result.value).bitPattern)", result.display]
      }
      #expect(Set(results).count == 1, "\(numbers): \(results)")
    }
  }

  /// Every kind of rule that a column can stand in, with limits amid the values.
  private static let rules = """
    objectives: [
      { name: 'Mean', sli: 'mean(x)', green: '<= 150ms', yellow: '<= 400ms' },
      { name: 'P95', sli: 'p95(x)', green: '<= 300ms', red: '> 0.7s' },
      { name: 'Deviation', sli: 'stddev(x)', green: '<= 200000us' },
      { name: 'Window', sli: 'max(rolling_mean(x, 2m))', green: '<= 500ms', yellow: '<= 600ms' },
      { name: 'Step', sli: 'max(delta(x))', green: '<= 400ms' },
      { name: 'Trend', sli: 'trend(x)', green: '<= 0' },
      { name: 'Share', sli: 'fraction(x > 250ms)', green: '<= 50%' },
      { name: 'Relative', sli: 'mean(x)', green: '<= greatest(baseline * 110%, baseline + 50ms)' },
      { name: 'Choice', sli: 'if(mean(x) > 250ms, max(x), min(x))', green: '<= 600ms' },
    ],
    abort: ['x > 900ms for 2m'],
    """

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a column and its unit together change no status`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func numbers() -> [Int?] {
      let end = Int.random(in: 200_000...1_100_000, using: &generator)
      return (0..<Int.random(in: 2...12, using: &generator)).map { _ in
        Int.random(in: 0...9, using: &generator) == 0
          ? nil : Int.random(in: 0...end, using: &generator)
      }
    }
    let (run, baseline) = (numbers(), numbers())
    let results = try [("us", 0), ("ms", -3), ("s", -6)].map { unit, power in
      func csv(_ numbers: [Int?]) -> String {
        Gate.csv("x", numbers.map { $0.map { Self.decimal($0, power: power) } ?? "NA" })
      }
      let evaluation = try Gate.judge(
        "columns: { x: '\(unit)' }, \(Self.rules)",
        csv(run),
        baseline: csv(baseline)
      )
      return [evaluation.decision.rawValue, evaluation.reason, "\(evaluation.statuses)"]
        + evaluation.phases[0].objectives.map { "\($0.value?.bitPattern ?? 0) \($0.display)" }
    }
    #expect(Set(results).count == 1, "\(results)")
  }

  @Test(arguments: [
    ("s", "0.15"), ("ms", "150"), ("µs", "150000"), ("us", "1.5e5"), ("s", "15e-2"),
  ])
  func `a cell that equals the limit meets it`(unit: String, cell: String) throws {
    let members = Gate.objective("mean(x)", "green: '<= 150ms'", columns: "x: '\(unit)'")
    let evaluation = try Gate.judge(members, Gate.csv("x", [cell, cell, cell]))
    #expect(evaluation.statuses == [.green])
  }

  /// `number` × 10^`power` as a plain decimal.
  private static func decimal(_ number: Int, power: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 1 - power - digits.count)) + digits
    return power == 0 ? padded : "\(padded.dropLast(-power)).\(padded.suffix(-power))"
  }
}
