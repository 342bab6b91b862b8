/// The values behind one indicator, and the forecast that fits them.
struct IndicatorData: Sendable {
  let samples: RunSamples
  let formula: RunFormula
  let shape: IndicatorShape
  /// −1 where greater is better, so that greater is worse in everything that follows.
  let sign: Double

  init(_ formula: RunFormula, on samples: RunSamples, isLowerBetter: Bool) {
    self.samples = samples
    self.formula = formula
    shape = IndicatorShape(formula, on: samples)
    sign = isLowerBetter ? 1 : -1
  }
}

/// Why nothing can be forecast, in words for a reader.
struct Refusal: Error {
  let reason: String
}

extension IndicatorData {
  /// The indicator on some samples, in base units; NaN where it is NA.
  func value(on rows: Range<Int>) -> Double {
    samples.value(of: formula, on: Array(rows))
  }

  /// The oriented values of single samples in each run, without NA; `nil` where samples have no
  /// value of their own.
  func series(in runs: [Range<Int>]) -> [[Double]]? {
    switch shape {
    case .mean(let aggregate), .percentile(let aggregate, _):
      let values = samples.values(of: aggregate)
      return runs.map { run in values[run].filter { !$0.isNaN }.map { $0 * sign } }
    case .share, .other: return nil
    }
  }

  /// The counts of bad and of all events, sample by sample; samples with NA are left out.
  func counts(in runs: [Range<Int>]) -> (bad: [Double], total: [Double])? {
    guard case .share(let part, let whole) = shape else { return nil }
    var (bad, total): ([Double], [Double]) = ([], [])
    for run in runs {
      for (k, n) in zip(samples.counts(of: part, in: run), samples.counts(of: whole, in: run))
      where !k.isNaN && !n.isNaN {
        bad.append(sign > 0 ? k : n - k)
        total.append(n)
      }
    }
    return (bad, total)
  }

  /// The counts where they are whole numbers from 0 up whose sum is exact; `nil` where they are not.
  func wholeCounts(in runs: [Range<Int>]) -> (bad: [Double], total: [Double])? {
    guard let counts = counts(in: runs) else { return nil }
    let areWhole = (counts.bad + counts.total).allSatisfy { $0 >= 0 && $0 == $0.rounded() }
    return areWhole && counts.total.reduce(0, +) < 0x1p53 ? counts : nil
  }
}
