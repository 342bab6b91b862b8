/// The forecast of a percentile, a median or an extreme: an order statistic of this run bounds the
/// one that `check` interpolates in the next.
///
/// Free of any distribution and exact for independent samples; see ``NextRunRank``. With dependent
/// ones the numbers of values are effective ones, and the ranks are carried over by their share.
struct OrderStatisticForecast: NextRunForecast {
  let observed: Double
  private let sorted: SortedSample
  private let ranks: NextRunRank
  /// The rank of the next run's percentile, from above.
  private let nextRank: Int
  private let samplesPerValue: Double

  /// Creates the forecast for the percentile at `share` of oriented values.
  init(_ values: [Double], share: Double, nextCount: Double, dependence: SerialDependence) {
    sorted = SortedSample(values)
    let effective = Int(dependence.effectiveCount.rounded(.down))
    let next = max(1, Int(dependence.effectiveCount(of: nextCount).rounded(.down)))
    ranks = NextRunRank(count: max(1, min(effective, values.count)), nextCount: next)
    nextRank = PercentileRanks(share: share, count: next).upper
    samplesPerValue = Double(values.count) / Double(ranks.count)
    observed = sorted.percentile(share)
  }

  func limit(alpha: Double) -> Double? {
    ranks.upperBound(ofNextRank: nextRank, alpha: alpha).map { sorted.values[place(of: $0) - 1] }
  }

  func risk(of limit: Double) -> Double {
    let below = sorted.count - sorted.count(above: limit)
    let rank = ranks.count == sorted.count ? below : Int(Double(below) / samplesPerValue)
    return 1 - ranks.probability(nextRank: nextRank, atMost: min(rank, ranks.count))
  }

  /// Whether all that is known of the risk is that it is no more than that: nothing was observed
  /// beyond the limit.
  func isRiskBound(of limit: Double) -> Bool { sorted.count(above: limit) == 0 }

  /// So large a share of the values must lie beyond the limit that it is passed with the required
  /// power; the values move up, in proportion, until that many do.
  func caughtValue(by limit: Double) -> Double? {
    let beyond = ranks.nextCount - nextRank + 1
    let share = ProportionBound.rate(
      reaching: beyond,
      trials: ranks.nextCount,
      power: requiredPower
    )
    let rank = Int((Double(sorted.count) * (1 - share)).rounded(.up))
    guard rank >= 1, rank <= sorted.count else { return nil }
    let value = sorted.values[rank - 1]
    guard value > 0, limit > 0, observed > 0 else { return observed + limit - value }
    return observed * limit / value
  }

  func samplesNeeded(alpha: Double) -> Int? {
    guard limit(alpha: alpha) == nil else { return nil }
    return NextRunRank.fewestValues(
      nextRank: nextRank,
      nextCount: ranks.nextCount,
      alpha: alpha
    ).map { Int((Double($0) * samplesPerValue).rounded(.up)) }
  }

  var basis: String {
    let values =
      ranks.count == sorted.count
      ? "\(sorted.count) samples"
      : "\(sorted.count) samples that depend on each other and count as \(ranks.count)"
    return "order statistic of \(values), exact for the next \(ranks.nextCount)"
  }

  /// The rank among all values for one among the effective ones.
  private func place(of rank: Int) -> Int {
    let (product, count) = (rank * sorted.count, ranks.count)
    return min(sorted.count, (product + count - 1) / count)
  }
}
