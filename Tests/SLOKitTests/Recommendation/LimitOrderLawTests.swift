import Testing

@testable import SLOKit

/// Limits of one draft against each other, whatever the data.
@Suite("The order of limits")
struct LimitOrderLawTests {
  private static let columns = [
    ("p95_latency", 0.2), ("latency_ms", 40), ("http_success_rate", 0.99),
    ("cache_hit_percent", 83),
    ("error_rate", 0.01), ("cpu_percent", 47), ("rss_mb", 512),
  ]

  /// Values around a level, within what such a column can hold.
  private func values(
    around level: Double,
    _ count: Int,
    _ random: inout SeededGenerator
  ) -> [Double] {
    let spread = [0.001, 0.01, 0.1, 0.4].randomElement(using: &random) ?? 0.1
    let noise = Drafting.noise(count, mean: level, deviation: level * spread, seed: random.next())
    let most = level < 1 ? 1.0 : level < 100 ? 100 : Double.infinity
    return noise.map { min(max($0, level / 1000), most) }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `red is never tighter than green, nor tight looser, nor loose tighter`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 6...150, using: &random)
    let columns = Self.columns.map { ($0.0, values(around: $0.1, count, &random)) }
    let options = RecommendationOptions(
      alpha: [0.001, 0.05, 0.1, 0.3].randomElement(using: &random) ?? 0.05,
      nextSamples: [1, 7, 60, 500].randomElement(using: &random)
    )
    for target in try Drafting.draft(columns, options: options).targets {
      guard let proposal = target.proposal else { continue }
      let sign: Double = target.isLowerBetter ? 1 : -1
      let limits = [proposal.tight, proposal.suggested, proposal.red].compactMap(\.self)
      let rooms = limits.map { $0.value * sign }
      #expect(rooms == rooms.sorted(), "\(target.name): \(limits.map(\.literal))")
      #expect(proposal.red?.value != proposal.suggested.value)
      if let loose = proposal.loose {
        #expect(loose.value * sign >= proposal.suggested.value * sign)
      }
    }
  }

  private static let units = ["%", "ratio", "ms", "s", "min", "MB", nil]

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `what is worse is never rounded to what is better`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scales: [Double] = [1e-4, 0.3, 1, 50, 1e9]
    let scale = scales.randomElement(using: &random) ?? 1
    let notation = LimitNotation(
      unit: (Self.units.randomElement(using: &random) ?? nil).flatMap { Unit(named: $0) },
      isLowerBetter: Bool.random(using: &random),
      // Only shares of counts stand on the ladder, and these lie in 0…1.
      usesLadder: scale <= 1 && Bool.random(using: &random)
    )
    let values = (0..<50).map { _ in Double.random(in: 0...1, using: &random) * scale }.sorted()
    let rounded = values.compactMap { notation.rounded($0)?.value }
    #expect(rounded == rounded.sorted())
    for value in values {
      guard let limit = notation.rounded(value) else { continue }
      let room = notation.isLowerBetter ? limit.value - value : value - limit.value
      #expect(room >= -1e-12 * value, "\(value) \(limit.literal)")
    }
  }
}
