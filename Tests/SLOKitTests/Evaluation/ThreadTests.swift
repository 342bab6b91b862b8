import Testing

@testable import SLOKit

/// How many threads read a file, and in what pieces, changes nothing.
struct ThreadTests {
  private static let rules = """
    { slo: 1, columns: { latency: 'ms', ok: 'ratio', total: { unit: '1', kind: 'counter' } },
      where: "state != 'COLD'",
      require: { samples: 10, duration: '1h', gap: '1h', coverage: '10%' },
      objectives: [
        { name: 'mean', sli: 'mean(latency)', green: '<= 1s' },
        { name: 'p95', sli: 'p95(latency where ok >= 0.5)', green: '<= 1s' },
        { name: 'spread', sli: 'stddev(latency)', green: '<= 1s' },
        { name: 'ends', sli: 'last(latency) - first(latency)', green: '<= 1s' },
        { name: 'growth', sli: 'rate(total)', green: '>= 0' },
        { name: 'streak', sli: 'longest(ok < 0.5)', green: '<= 1000' },
        { name: 'gap', sli: 'gap()', green: '<= 1h' },
        { name: 'window', sli: 'max(rolling_mean(latency, 1h))', green: '<= 1s' },
        { name: 'windows', green: '<= 1s', where: 'delta(latency) > 0',
          sli: 'p95(rolling_max(latency, 7 samples) where rolling_min(ok, 10m) < 0.1)' },
        { name: 'ratio', green: '<= 9', sli: 'mean(latency / rolling_mean(latency, 5 samples))' },
        { name: 'slope', sli: 'slope(latency)', green: '<= 1s / 1h' },
        { name: 'course', sli: 'trend(rolling_mean(latency, 1h))', green: '<= 1' },
      ],
      abort: ['latency > 700ms for 3 samples', 'ok < 0.01 for 5m',
        'rolling_mean(latency, 15m) > 700ms and rolling_mean(latency, 1h) > 500ms'] }
    """

  private static func metrics(rows: Int) -> String {
    var random = SeededGenerator(seed: 7)
    var csv = "ts,latency,ok,total,state\n"
    for row in 0..<rows {
      let latency =
        Int.random(in: 0..<9, using: &random) == 0
        ? "NA" : String(Double.random(in: 1...900, using: &random))
      let state = row < 5 ? "COLD" : row % 97 == 0 ? "\"warm, \"\"up\"\"\"" : "warm"
      csv += "\(1_700_000_000 + row * 60),\(latency),"
      csv += "\(Double.random(in: 0...1, using: &random)),\(row % 1000 * 3),\(state)\n"
    }
    return csv
  }

  private func report(_ csv: String, chunkSize: Int, threads: Int) throws -> String {
    let reader = try MetricsReader(
      .memory(Array(csv.utf8)[...]),
      name: "m.csv",
      format: CSVFormat(),
      chunkSize: chunkSize
    )
    let rules = try RuleSet(text: Self.rules, source: "rules.json5")
    return try rules.evaluate(reader, options: EvaluationOptions(threads: threads)).report(.json)
  }

  @Test func `any number of threads gives the same bytes`() throws {
    let csv = Self.metrics(rows: 3000)
    let expected = try report(csv, chunkSize: 1 << 20, threads: 1)
    for threads in [1, 2, 7] {
      for chunkSize in [500, 4096, 65_536] {
        #expect(try report(csv, chunkSize: chunkSize, threads: threads) == expected)
      }
    }
  }

  @Test func `of several mistakes the first in the file is reported`() throws {
    var rows = Self.metrics(rows: 3000).split(separator: "\n").map(String.init)
    rows[1500] = "1700090000,oops,0.5,1,warm"
    rows[2500] = "short"
    let csv = rows.joined(separator: "\n") + "\n"
    for threads in [1, 2, 7] {
      let error = #expect(throws: Diagnostics.self) {
        _ = try report(csv, chunkSize: 1000, threads: threads)
      }
      #expect(error?.items.map(\.location?.line) == [1501])
    }
  }
}
