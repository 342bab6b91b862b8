/// The forecast of a share of bad events, from counts.
///
/// The limit is the greater of two: the upper bound that Clopper & Pearson give to the rate, so that
/// the target is proven, and the count that the next run stays below by the beta-binomial
/// distribution, so that an unchanged run meets it. Without a bad event both still have an answer.
///
/// When samples differ by more than chance (the X² of Pearson, 1900, of their counts, at 5 %), all
/// counts are divided by how much more: events then come in clusters, which tell less.
struct CountForecast: NextRunForecast {
  let observed: Double
  /// The counts as they were.
  let bad: Int
  let total: Int
  /// What they are divided by, 1 or more.
  let dispersion: Double
  private let effectiveBad: Int
  private let effectiveTotal: Int
  private let next: Int

  /// Creates the forecast from the counts of each sample, for a next run of so many events.
  init(bad: [Double], total: [Double], nextTotal: Double) {
    let (badSum, totalSum) = (bad.reduce(0, +), total.reduce(0, +))
    self.bad = Int(badSum)
    self.total = Int(totalSum)
    let rate = badSum / totalSum
    observed = rate
    var (square, rows) = (0.0, 0.0)
    for (k, n) in zip(bad, total) where n > 0 {
      square += (k - n * rate) * (k - n * rate) / (n * rate * (1 - rate))
      rows += 1
    }
    let canDiffer = rate > 0 && rate < 1 && rows > 1
    let law = ChiSquaredDistribution(degrees: max(1, rows - 1))
    let areClustered = canDiffer && law.upperTail(square) < 0.05
    dispersion = areClustered ? max(1, square / (rows - 1)) : 1
    effectiveBad = Int((badSum / dispersion).rounded(.up))
    effectiveTotal = max(effectiveBad, Int((totalSum / dispersion).rounded(.down)))
    next = max(1, Int((nextTotal / dispersion).rounded(.down)))
  }

  private var law: BetaBinomialDistribution {
    BetaBinomialDistribution(trials: next, events: effectiveBad, earlierTrials: effectiveTotal)
  }

  /// Where the rate behind the counts lies; `nil` without events.
  func interval(confidence: Double) -> ProportionInterval? {
    guard effectiveTotal > 0 else { return nil }
    return ProportionInterval(
      successes: effectiveBad,
      trials: effectiveTotal,
      confidence: confidence
    )
  }

  func limit(alpha: Double) -> Double? {
    guard effectiveTotal > 0 else { return nil }
    let proven = ProportionBound.upper(
      successes: effectiveBad,
      trials: effectiveTotal,
      confidence: 1 - alpha
    )
    let most = law.smallestCount(withTailAtMost: alpha) - 1
    let limit = max(proven, Double(most) / Double(next))
    return limit < 1 ? limit : nil
  }

  func risk(of limit: Double) -> Double {
    law.upperTail(from: tolerated(by: limit) + 1)
  }

  func caughtValue(by limit: Double) -> Double? {
    let count = tolerated(by: limit) + 1
    guard count <= next else { return nil }
    return ProportionBound.rate(reaching: count, trials: next, power: requiredPower)
  }

  func samplesNeeded(alpha: Double) -> Int? { nil }

  var basis: String {
    let counts = "\(bad) of \(total) events"
    guard dispersion > 1 else { return counts }
    return "\(counts), which cluster and count as \(effectiveBad) of \(effectiveTotal)"
  }

  /// How many bad events a limit lets pass; a product that rounding made too small counts as whole.
  private func tolerated(by limit: Double) -> Int {
    Int((min(1, max(0, limit)) * Double(next) + 1e-9).rounded(.down))
  }
}
