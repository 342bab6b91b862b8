import Foundation
import Testing

@testable import SLOKit

/// Rule files that are drafted from metrics with odd headers.
@Suite("Drafted rule files")
struct DraftedRulesLawTests {
  private static let words = [
    "p95", "latency", "Latency", "error", "rate", "success", "fail", "cpu", "rss", "mb", "and",
    "in",
    "baseline", "where", "hit", "ratio", "total", "mean", "ü", "99",
  ]
  private static let joints = [
    "_", "-", " ", ".", "/", "`", "\"", "'", "$", "\\", ",", "\n", "=", "",
  ]

  private func name(_ random: inout SeededGenerator) -> String {
    var name = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      name += Self.words.randomElement(using: &random) ?? ""
      name += Self.joints.randomElement(using: &random) ?? ""
    }
    return name
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func `a drafted rule file is accepted, and the metrics pass it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = (0..<Int.random(in: 1...8, using: &random)).map { _ in name(&random) }
    let levels = [0.01, 0.5, 0.98, 3, 40, 900]
    var columns: [(String, [Double])] = []
    for name in names {
      let level = levels.randomElement(using: &random) ?? 1
      let noise = Drafting.noise(60, mean: level, deviation: level / 100, seed: random.next())
      columns.append((quoted(name), noise))
    }
    let csv = Drafting.csv(columns)
    let source = MetricsSource.text(csv, name: "odd.csv")
    let draft: Recommendation
    do {
      draft = try Recommendation(metrics: [source])
    } catch {
      // Nothing in it is plainly a service metric, or the header is broken.
      return
    }
    guard let text = try? draft.ruleFile() else { return }
    let rules = try RuleSet(text: text, source: "draft.json5")
    let evaluation = try rules.evaluate(source)
    #expect(evaluation.decision == .proceed, "\(evaluation.reason) \(text)")
  }

  @Test func `names that differ in their punctuation only have ids of their own`() throws {
    let noise = Drafting.noise(60, mean: 0.2, deviation: 0.01, seed: 1)
    let draft = try Drafting.draft([("p95_latency", noise), ("p95-latency", noise)])
    let rules = try RuleSet(text: try draft.ruleFile(), source: "draft.json5")
    #expect(rules.objectives.map(\.id) == ["p95-latency", "p95-latency-2"])
  }
}
