import Foundation
import Testing

@testable import SLOKit

/// Measurements of the parts of a file, merged in its order, are those of one pass: every bit of
/// every aggregate, and the timeline.
struct MergeLawTests {
  private static let scenarios = [
    "checkout-api", "semicolon-export", "breach-for-five-minutes", "production-proceed",
    "production-abort", "production-no-data",
  ]

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  private struct Scenario {
    let metrics: [UInt8]
    let rules: RuleSet

    init(_ name: String) throws {
      let folder = MergeLawTests.fixtures.appending(path: name)
      metrics = Array(try Data(contentsOf: folder.appending(path: "metrics.csv")))
      let file = folder.appending(path: "slo-rules.json5").path
      rules =
        FileManager.default.fileExists(atPath: file)
        ? try RuleSet(contentsOf: file) : try RuleSet(.named("production-baseline"))
    }

    /// The batches of the file, read in chunks of this size, and the plan for them.
    func batches(chunkSize: Int) throws -> (plan: Plan, batches: [SampleBatch]) {
      let reader = try MetricsReader(
        .memory(metrics[...]),
        name: "m.csv",
        format: CSVFormat(),
        chunkSize: chunkSize
      )
      let plan = try JudgingPlan(rules).candidate(reader.header, name: "m.csv")
      let samples = reader.sampleReader(plan.decoders, columnCount: plan.columnCount)
      var batches: [SampleBatch] = []
      while let next = reader.nextChunk() {
        batches.append(try samples.batch(next.chunk, from: next.position))
      }
      return (plan, batches)
    }
  }

  @Test(arguments: scenarios, [1, 100, 700, 3000])
  func `merging the parts gives the bits of one pass`(name: String, chunkSize: Int) throws {
    let (plan, batches) = try Scenario(name).batches(chunkSize: chunkSize)
    let rules = plan.rules
    var onePass = SampleWorker(plan.series, filter: rules.filter, phases: PhaseMap(rules.phases))
    var order = RunOrder(plan.series)
    var (mergedTally, mergedOrder) = (Tally(plan.series), RunOrder(plan.series))
    for batch in batches {
      order.merge(onePass.add(batch))
      var part = SampleWorker(plan.series, filter: rules.filter, phases: onePass.phases)
      mergedOrder.merge(part.add(batch))
      // What does not depend on the order may be merged in any.
      mergedTally = part.tally.merged(with: mergedTally)
    }
    let expected = Measurements(plan, onePass.tally, [order], absentColumns: [])
    let actual = Measurements(plan, mergedTally, [mergedOrder], absentColumns: [])
    for (index, aggregate) in plan.aggregates.items.enumerated() {
      let (ours, theirs) = (actual.results[index], expected.results[index])
      #expect(ours.value.bitPattern == theirs.value.bitPattern, "\(aggregate)")
      #expect(ours.used == theirs.used, "\(aggregate)")
      #expect(ours.total == theirs.total, "\(aggregate)")
      #expect(ours.streak == theirs.streak, "\(aggregate)")
    }
    #expect(actual.kept == expected.kept)
    #expect(actual.samples == expected.samples)
    #expect(actual.timeline.covered == expected.timeline.covered)
    #expect(actual.timeline.widestGap == expected.timeline.widestGap)
  }
}
