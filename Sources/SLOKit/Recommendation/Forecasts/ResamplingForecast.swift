/// The forecast of an indicator for which there is no exact theory, from runs drawn in blocks.
///
/// Each draw makes a run as long as this one and a next run, both from this run's samples; how far
/// the indicator of the second lies above that of the first is what chance alone does, the
/// uncertainty about this run included. The limit adds to the observed value the difference at rank
/// ⌈(1 − α)(draws + 1)⌉, times ``BlockResampling/spreadFactor``, times t ÷ z: the quantiles of
/// Student's t with as many degrees of freedom as the blocks leave, and of the normal distribution.
///
/// What is above 0 on all samples is compared by ratios in place of differences: spread grows with
/// the level there.
struct ResamplingForecast: NextRunForecast {
  let observed: Double
  private let isLogarithmic: Bool
  private let degrees: Double
  private let blockLength: Int
  private let count: Int
  /// Next run against this run, spread corrected, ascending.
  private let differences: SortedSample
  /// Next run against what was observed.
  private let deviations: SortedSample

  /// What the indicator is on a drawn run of some length; NaN leaves the run out.
  typealias Drawing = (_ length: Int, _ random: inout RandomSequence) -> Double

  /// Draws runs like this one and next runs, on which the indicator is oriented.
  init(
    observed: Double,
    isLogarithmic: Bool,
    resampling: BlockResampling,
    nextCount: Int,
    inflation: Double = 1,
    draws: Int = BlockResampling.drawCount,
    drawThis: Drawing,
    drawNext: Drawing
  ) {
    self.observed = observed
    self.isLogarithmic = isLogarithmic
    degrees = resampling.degrees
    blockLength = resampling.blockLength
    count = resampling.count
    var random = RandomSequence(seed: 0x510)
    var (differences, deviations): ([Double], [Double]) = ([], [])
    let factor = resampling.spreadFactor * inflation
    for _ in 0..<draws {
      let this = drawThis(resampling.count, &random)
      let next = drawNext(nextCount, &random)
      if isLogarithmic {
        differences.append((next / this).naturalLogarithm * factor)
        deviations.append((next / observed).naturalLogarithm * factor)
      } else {
        differences.append((next - this) * factor)
        deviations.append((next - observed) * factor)
      }
    }
    self.differences = SortedSample(differences)
    self.deviations = SortedSample(deviations)
  }
}

extension ResamplingForecast {
  func limit(alpha: Double) -> Double? {
    guard degrees >= 3, differences.count > 0 else { return nil }
    let rank = Int(((1 - alpha) * Double(differences.count + 1) - 1e-9).rounded(.up))
    guard rank <= differences.count else { return nil }
    return value(beyondBy: distance(at: rank))
  }

  func risk(of limit: Double) -> Double {
    guard let distance = distance(to: limit), differences.count > 0 else { return 1 }
    // Distances grow with the rank, from the middle on.
    var (low, high) = (1, differences.count + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if self.distance(at: middle) > distance { high = middle } else { low = middle + 1 }
    }
    return Double(differences.count + 2 - low) / Double(differences.count + 1)
  }

  func caughtValue(by limit: Double) -> Double? {
    guard let distance = distance(to: limit), deviations.count > 0 else { return nil }
    let rank = max(1, Int((Double(deviations.count) * (1 - requiredPower)).rounded(.down)))
    return value(beyondBy: distance - deviations.values[rank - 1])
  }

  func samplesNeeded(alpha: Double) -> Int? { degrees < 3 ? 4 * blockLength : nil }

  var basis: String {
    blockLength == 1
      ? "\(BlockResampling.drawCount) runs drawn from \(count) samples"
      : "\(BlockResampling.drawCount) runs drawn from \(count) samples in blocks of \(blockLength)"
  }

  /// The corrected difference at a rank.
  private func distance(at rank: Int) -> Double {
    let share = Double(rank) / Double(differences.count + 1)
    let difference = differences.values[rank - 1]
    guard share > 0.5, share < 1 else { return difference }
    let widening =
      StudentDistribution(degrees: degrees).quantile(share) / NormalDistribution.quantile(share)
    return difference * widening
  }

  private func distance(to limit: Double) -> Double? {
    guard isLogarithmic else { return limit - observed }
    return limit > 0 ? (limit / observed).naturalLogarithm : nil
  }

  private func value(beyondBy distance: Double) -> Double {
    isLogarithmic ? observed * distance.exponential : observed + distance
  }
}
