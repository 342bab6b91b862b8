/// The number of marked items among those drawn, without replacement, from a population.
struct HypergeometricDistribution: Sendable, Hashable {
  let marked: Int
  let unmarked: Int
  let drawn: Int
}

extension HypergeometricDistribution {
  private var population: Int { marked + unmarked }

  /// The least and the greatest possible number of marked items among the drawn.
  private var support: ClosedRange<Int> { max(0, drawn - unmarked)...min(marked, drawn) }

  /// The probability of at least `count` marked items.
  ///
  /// Keeps its digits (about 13) down to the least normal double: the greatest term comes from its
  /// logarithm, the others from their ratios to it. The sum ends where the rest no longer counts,
  /// after some tens of deviations at most.
  func upperTail(from count: Int) -> Double {
    guard count > support.lowerBound else { return 1 }
    guard count <= support.upperBound else { return 0 }
    // Above the mean the terms fall. Below it, those that are missing do.
    guard Double(count) * Double(population) < Double(marked) * Double(drawn) else {
      return probability(of: count) * sumOfRatios(from: count, through: support.upperBound)
    }
    let rest = mirrored.sumOfRatios(from: drawn - count + 1, through: mirrored.support.upperBound)
    return 1 - probability(of: count - 1) * rest
  }

  /// The unmarked items among the drawn.
  private var mirrored: HypergeometricDistribution {
    HypergeometricDistribution(marked: unmarked, unmarked: marked, drawn: drawn)
  }

  /// The probability of a `count` inside of the support, but of no support that is one number.
  ///
  /// A ratio of binomial probabilities: Loader, 2000, section 4.
  private func probability(of count: Int) -> Double {
    let p = Double(drawn) / Double(population)
    let q = Double(population - drawn) / Double(population)
    func term(_ successes: Int, of trials: Int) -> Double {
      BinomialDistribution.logProbability(of: successes, trials: trials, p: p, q: q)
    }
    let both = term(count, of: marked) + term(drawn - count, of: unmarked)
    return (both - term(drawn, of: population)).exponential
  }

  /// Σ P(k) ÷ P(first) for k from `first` through `last`, where the terms fall.
  private func sumOfRatios(from first: Int, through last: Int) -> Double {
    var (sum, term) = (1.0, 1.0)
    for k in first..<last {
      let grown = Double(marked - k) * Double(drawn - k)
      let ratio = grown / (Double(k + 1) * Double(unmarked - drawn + k + 1))
      term *= ratio
      sum += term
      // Ratios fall, so what is left is less than a geometric series.
      if term * ratio < (1 - ratio) * sum * Double.ulpOfOne / 8 { break }
    }
    return sum
  }
}
