/// The values of a run beside those of the baseline.
struct SampleComparison: Sendable {
  let candidate: SortedSample
  let baseline: SortedSample
  let shift: ShiftEstimate

  init(candidate: SortedSample, baseline: SortedSample, confidence: Double) {
    self.candidate = candidate
    self.baseline = baseline
    shift = ShiftEstimate(candidate: candidate, baseline: baseline, confidence: confidence)
  }

  /// The size of the baseline's median, which shifts are in proportion to; NaN without values.
  var scale: Double { abs(baseline.median) }

  /// A statistic; NaN where it is NA, as in proportion to 0.
  func value(_ statistic: Comparison.Statistic) -> Double {
    switch statistic {
    case .shift: relative(shift.estimate)
    case .lowerBound: relative(shift.lowerBound)
    case .upperBound: relative(shift.upperBound)
    case .pValue: MannWhitneyTest(candidate: candidate, baseline: baseline).pValue
    }
  }

  private func relative(_ shift: Double) -> Double {
    scale > 0 && !candidate.isEmpty ? shift / scale : .nan
  }
}

extension SortedSample {
  /// The sample with `amount` added to each value.
  func shifted(by amount: Double) -> SortedSample {
    SortedSample(values.lazy.map { $0 + amount })
  }

  /// The median; NaN without values.
  var median: Double {
    guard !isEmpty else { return .nan }
    let upper = values[count / 2]
    return count % 2 == 1 ? upper : values[count / 2 - 1].midpoint(to: upper)
  }
}
