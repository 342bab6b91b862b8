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

  /// Draws runs; `indicator` is the oriented value on some blocks of samples, which NaN leaves out.
  init(
    observed: Double,
    isLogarithmic: Bool,
    resampling: BlockResampling,
    nextCount: Int,
    inflation: Double = 1,
    draws: Int = BlockResampling.drawCount,
    indicator: (_ length: Int, _ random: inout RandomSequence) -> Double
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
      let this = indicator(resampling.count, &random)
      let next = indicator(nextCount, &random)
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

extension ResamplingForecast {
  /// The forecast of a mean of oriented values, from sums that are ready for every block.
  ///
  /// `inflation` is how much more the means of several runs differ than one run explains.
  init(
    meanOf values: [Double],
    runs: [Int],
    nextCount: Int,
    dependence: SerialDependence,
    inflation: Double = 1
  ) {
    var sums = [0.0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    let resampling = BlockResampling(runs: runs, dependence: dependence)
    self.init(
      observed: sums[values.count] / Double(values.count),
      isLogarithmic: values.allSatisfy { $0 > 0 },
      resampling: resampling,
      nextCount: nextCount,
      inflation: inflation
    ) { length, random in
      var sum = 0.0
      resampling.draw(length, using: &random) { sum += sums[$0.upperBound] - sums[$0.lowerBound] }
      return sum / Double(length)
    }
  }
}
