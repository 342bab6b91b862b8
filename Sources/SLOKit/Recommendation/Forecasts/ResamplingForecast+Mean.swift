extension ResamplingForecast {
  /// The forecast of a mean of oriented values, from sums that are ready for every block.
  ///
  /// A next run may have a greater extreme than all that these samples show. Where they have a heavy
  /// tail, its values beyond the border of the tail are therefore drawn from the tail's law, not from
  /// the samples: the semiparametric bootstrap (Davison & Hinkley, 1997, "Bootstrap methods and their
  /// application", section 2.4). Each draw has a power of its own, as uncertain as the samples leave
  /// it.
  ///
  /// `inflation` is how much more the means of several runs differ than one run explains.
  init(
    meanOf values: [Double],
    runs: [Int],
    nextCount: Int,
    dependence: SerialDependence,
    inflation: Double = 1
  ) {
    let all = BlockSums(values, tail: nil)
    let tail = TailIndex(SortedSample(values))
    let next = BlockSums(values, tail: tail.isHeavy ? tail : nil)
    let resampling = BlockResampling(runs: runs, dependence: dependence)
    self.init(
      observed: all.sum(0..<values.count) / Double(values.count),
      isLogarithmic: values.allSatisfy { $0 > 0 },
      resampling: resampling,
      nextCount: nextCount,
      inflation: inflation,
      drawThis: { all.mean(of: $0, resampling, &$1) },
      drawNext: { next.mean(of: $0, resampling, &$1) }
    )
  }
}

/// Sums of neighbouring values, ready for every block of them.
private struct BlockSums {
  /// Of the values before each place, those of the tail left out.
  private var sums = [0.0]
  /// How many values of the tail come before each place; empty without a tail.
  private var tailCounts: [Int] = []
  private let tail: TailIndex?

  init(_ values: [Double], tail: TailIndex?) {
    self.tail = tail
    sums.reserveCapacity(values.count + 1)
    if tail != nil { tailCounts.append(0) }
    for value in values {
      let isInTail = tail.map { value > $0.border } ?? false
      sums.append(sums[sums.count - 1] + (isInTail ? 0 : value))
      if tail != nil { tailCounts.append(tailCounts[tailCounts.count - 1] + (isInTail ? 1 : 0)) }
    }
  }

  func sum(_ block: Range<Int>) -> Double { sums[block.upperBound] - sums[block.lowerBound] }

  /// The mean of a run that is drawn in blocks.
  func mean(
    of length: Int,
    _ resampling: BlockResampling,
    _ random: inout RandomSequence
  ) -> Double {
    var (total, extremes) = (0.0, 0)
    resampling.draw(length, using: &random) { block in
      total += sum(block)
      if tail != nil { extremes += tailCounts[block.upperBound] - tailCounts[block.lowerBound] }
    }
    if let tail { total += tail.drawnSum(of: extremes, using: &random) }
    return total / Double(length)
  }
}
