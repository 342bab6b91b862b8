import Foundation
import Testing

@testable import SLOKit

/// Parts of the JSON report that only some objectives have.
struct JSONReportTests {
  /// A part of the report's only objective; JSON's null has no entry.
  private static func part(_ key: String, of evaluation: Evaluation) throws -> [String: Double] {
    let json = try JSONSerialization.jsonObject(with: Data(evaluation.report(.json).utf8))
    let phases = (json as? [String: Any])?["phases"] as? [[String: Any]]
    let objective = (phases?.first?["objectives"] as? [[String: Any]])?.first
    let part = try #require(objective?[key] as? [String: Any])
    return part.compactMapValues { ($0 as? NSNumber)?.doubleValue }
  }

  /// By hand: the baseline is 91 to 110 and the run the same plus 2, so the medians are 100.5 and
  /// 102.5; 5 % of the first are allowed.
  ///
  /// `scipy.stats.mannwhitneyu(run, baseline, method="asymptotic").pvalue` is 0.30999341907445943.
  /// 112 is beyond 109, the 95th percentile by nearest rank, by less than the margin.
  @Test func `a comparison is told with its numbers`() throws {
    func column(_ shift: Int) -> String {
      Gate.csv("x", (91...110).map { "\($0 + shift)" })
    }
    let members = """
      columns: { x: '1' },
      objectives: [{ name: 'X', compare: 'x', worse: 'higher', green: '<= 5%' }]
      """
    let evaluation = try Gate.judge(members, column(2), baseline: column(0))
    let told = try Self.part("comparison", of: evaluation)
    #expect(told["shift"] == 2)
    #expect(told["low"] == -3)
    #expect(told["high"] == 7)
    #expect(told["confidence"] == 0.98)
    #expect(told["median"] == 102.5)
    #expect(told["baseline_median"] == 100.5)
    #expect(abs(try #require(told["margin"]) - 5.025) <= 1e-12)
    #expect(told["exceedances"] == 0)
    #expect(told["baseline_exceedances"] == 1)
    #expect(told["tail_p_value"] == 1)
    #expect(abs(try #require(told["p_value"]) - 0.30999341907445943) <= 1e-12)
    #expect(told.count == 11)
  }

  /// By hand: two samples ten minutes apart cover 20 minutes of a window of 30 days, in which 0.1 %
  /// may be bad and 1 % is.
  @Test func `a budget is told with its numbers`() throws {
    let members = """
      columns: { e: 'ratio' },
      objectives: [{ name: 'X', sli: 'mean(e)', green: '<= 0.1%', budget: { window: '30d' } }]
      """
    let csv = Gate.csv("e", ["0.01", "0.01"], every: 10)
    let told = try Self.part("budget", of: try Gate.judge(members, csv))
    let expected = [
      "window_seconds": 2_592_000, "allowed": 0.001, "bad": 0.01, "burn_rate": 10,
      "consumed": 10.0 * 1200 / 2_592_000,
      "seconds_to_exhaustion": (2_592_000 - 10.0 * 1200) / 10,
    ]
    #expect(Set(told.keys) == Set(expected.keys))
    for (key, value) in expected {
      #expect(abs((told[key] ?? .nan) - value) <= 1e-9 * value, "\(key)")
    }
  }
}
