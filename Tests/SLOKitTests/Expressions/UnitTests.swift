import Testing

@testable import SLOKit

@Suite("Units in rules")
struct UnitTests {
  /// A unit, and what 0.5 of it is in base units.
  static let halves: [(symbol: String, half: Double)] = [
    ("ratio", 0.5), ("%", 0.005), ("/s", 0.5), ("ns", 5e-10), ("us", 5e-7), ("µs", 5e-7),
    ("\u{3BC}s", 5e-7), ("ms", 5e-4), ("s", 0.5), ("m", 30), ("min", 30), ("h", 1800),
    ("d", 43_200), ("B", 0.5), ("kB", 500), ("MB", 5e5), ("GB", 5e8), ("TB", 5e11),
    ("KiB", 512), ("MiB", 524_288), ("GiB", 536_870_912), ("TiB", 549_755_813_888),
  ]

  @Test(arguments: halves)
  func `a column and a limit in one unit meet`(symbol: String, half: Double) throws {
    let csv = Gate.csv("x", ["0.5"])
    // Behind a blank, `/s` would divide by a column.
    let spaced = symbol == "/s" ? "0.5" : "0.5 \(symbol)"
    for limit in ["0.5\(symbol)", spaced, "0.5"] {
      for (sign, status) in [("<=", Status.green), ("<", .red), (">=", .green), (">", .red)] {
        let members = Gate.objective(
          "mean(x)",
          "green: '\(sign) \(limit)'",
          columns: "x: '\(symbol)'"
        )
        #expect(try Gate.judge(members, csv).statuses == [status], "\(sign) \(limit)")
      }
    }
    #expect(try Gate.value("mean(x)", columns: "x: '\(symbol)'", in: csv) == half)
  }

  @Test func `every unit that a rule file can name is tested`() {
    let tested = Set(Self.halves.map(\.symbol))
    #expect(Unit.all.map(\.symbol).filter { !tested.contains($0) } == ["1"])
  }

  /// A column's unit, a limit in another one, a cell that meets it and one that does not.
  static let conversions: [(unit: String, band: String, good: String, bad: String)] = [
    ("ratio", "<= 1%", "0.01", "0.0101"),
    ("%", "<= 0.01", "0.01", "0.0101"),
    ("%", "<= 0.01ratio", "1", "1.01"),
    ("%", ">= 98", "98", "97.9"),
    ("s", "<= 150ms", "0.15", "0.1501"),
    ("ms", "<= 0.15s", "150", "150.1"),
    ("us", "<= 150ms", "150000", "150000.1"),
    ("ms", "<= 150", "150", "151"),
    ("MB", "<= 500", "500", "500.1"),
    ("MB", "<= 0.5GB", "500", "500.1"),
    ("MiB", "<= 0.5GiB", "512", "512.1"),
    ("KiB", "<= 1kB", "0.9765625", "0.98"),
    ("h", "<= 1d", "24", "24.1"),
    ("/s", "<= 100/s", "100", "100.1"),
    ("1", "<= 3", "3", "4"),
    ("ms", "<= 100 + 50ms", "150", "151"),
    ("ms", "<= 2 * 75ms", "150", "151"),
    ("ms", "<= -(-0.15s)", "150", "151"),
    ("ms", "<= greatest(100ms, 150)", "150", "151"),
  ]

  @Test(arguments: conversions)
  func `a limit is brought to the unit of the column`(
    unit: String,
    band: String,
    good: String,
    bad: String
  ) throws {
    let members = Gate.objective("mean(x)", "green: '\(band)'", columns: "x: '\(unit)'")
    #expect(try Gate.judge(members, Gate.csv("x", [good])).statuses == [.green])
    #expect(try Gate.judge(members, Gate.csv("x", [bad])).statuses == [.red])
  }

  @Test(arguments: [
    ("mean(ratio)", "ratio"), ("mean(ms)", "s"), ("stddev(ms)", "s"), ("mean(MB)", "B"),
    ("count()", "1"), ("count(ms)", "1"), ("na(ms)", "1"), ("fraction(ms > 1)", "ratio"),
    ("longest(ms > 1)", "1"), ("duration()", "s"), ("gap()", "s"),
    ("rate(hits)", "/s"), ("rate(MB)", "B/s"), ("sum(MB) / duration()", "B/s"),
    ("increase(hits) / (increase(hits) + increase(misses))", "ratio"),
    ("increase(MB) / increase(hits)", "B"), ("sum(hits * misses) / sum(misses)", "1"),
    ("mean(ms) / mean(ms)", "ratio"), ("mean(ms) * mean(ratio)", "s"), ("2 * mean(ms)", "s"),
    ("1 / mean(ms)", "/s"), ("mean(plain)", nil), ("mean(plain * 2)", nil),
    ("if(mean(ms) > 1, 5, mean(MB))", "B"), ("coalesce(mean(ms), 1)", "s"),
  ])
  func `arithmetic combines units`(sli: String, unit: String?) throws {
    let columns = "ratio: 'ratio', ms: 'ms', MB: 'MB', hits: '1', misses: '1'"
    let rules = try Gate.rules(Gate.objective(sli, "role: 'info'", columns: columns))
    #expect(rules.objectives.first?.indicator.unit == unit)
  }
}
