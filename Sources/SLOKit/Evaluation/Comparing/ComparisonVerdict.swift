/// The status of an objective that compares with the baseline.
///
/// Green when the whole interval of the shift is within the margin, red when all of it is beyond,
/// yellow between: so neither little noise nor much of it decides alone. A fatter tail, which the
/// shift does not see, makes green yellow.
struct ComparisonVerdict {
  let status: Status
  let result: ComparisonResult
  private let outcome: Outcome
  /// The size of the baseline's median.
  private let scale: Double
  private let forecast: SettlementForecast
  /// How many values there are in the run.
  private let count: Int

  private enum Outcome {
    case improvement, withinMargin, worseTail, undecided, beyondMargin
  }

  /// The verdict; `nil` when nothing can be compared: no values, or a median of 0 and no floor.
  init?(
    _ comparison: SampleComparison,
    _ rule: ComparisonRule,
    green: ComparisonRule.Limit,
    red: ComparisonRule.Limit?
  ) {
    scale = comparison.scale
    count = comparison.candidate.count
    guard !comparison.candidate.isEmpty, scale > 0 || rule.floor != nil && scale == 0 else {
      return nil
    }
    let shift = comparison.shift
    let worse = WorseInterval(shift, rule.worse)
    let beyond = red ?? green
    let (margin, redMargin) = (rule.margin(green, scale), rule.margin(beyond, scale))
    // What the margin allows to the middle it allows to the tail: else the least shift with hardly
    // any noise would be a worse tail.
    let tail = ExceedanceTest(
      candidate: comparison.candidate.shifted(by: rule.worse == .higher ? -margin : margin),
      baseline: comparison.baseline,
      worse: rule.worse == .higher ? .higher : .lower
    )
    let isGreen = worse.high.isWithin(margin, green.isIncluded)
    if isGreen, tail.pValue < (1 - rule.confidence) / 2 {
      (status, outcome) = (.yellow, .worseTail)
    } else if isGreen {
      (status, outcome) = (.green, worse.high < 0 ? .improvement : .withinMargin)
    } else if !worse.low.isWithin(redMargin, beyond.isIncluded) {
      (status, outcome) = (.red, .beyondMargin)
    } else {
      (status, outcome) = (.yellow, .undecided)
    }
    let open = worse.low.isWithin(margin, green.isIncluded) ? margin : redMargin
    forecast = SettlementForecast(
      shift: shift,
      candidateCount: comparison.candidate.count,
      baselineCount: comparison.baseline.count,
      margin: rule.worse == .higher ? open : -open
    )
    result = ComparisonResult(
      shift: shift.estimate,
      lowerBound: shift.lowerBound,
      upperBound: shift.upperBound,
      confidence: rule.confidence,
      pValue: comparison.value(.pValue),
      median: comparison.candidate.median,
      baselineMedian: comparison.baseline.median,
      margin: margin,
      exceedances: tail.candidateCount,
      baselineExceedances: tail.baselineCount,
      tailPValue: tail.pValue
    )
  }
}

// MARK: - Words

extension ComparisonVerdict {
  /// The shift for people, in proportion to the baseline's median where that is not 0.
  func display(_ dimension: Dimension?) -> String { signed(result.shift, dimension) }

  /// What was found, in one phrase.
  func reason(_ dimension: Dimension?) -> String {
    let confidence = QuantityFormat.text(result.confidence, .ratio)
    let interval =
      "with \(confidence) confidence the shift is between \(signed(result.lowerBound, dimension)) "
      + "and \(signed(result.upperBound, dimension))"
    let margin = amount(result.margin, dimension)
    return switch outcome {
    case .improvement: "improved: \(interval)"
    case .withinMargin: "\(interval), within the margin of \(margin)"
    case .beyondMargin: "\(interval), all of it beyond what is allowed"
    case .undecided: "\(interval), so it is undecided\(settling)"
    case .worseTail:
      "\(interval), but the tail is worse: \(result.exceedances) values are beyond the 95th "
        + "percentile of the baseline by more than \(margin), where \(result.baselineExceedances) of "
        + "its own are beyond it (p = \(QuantityFormat.text(result.tailPValue, .count)))"
    }
  }

  /// What would settle it.
  private var settling: String {
    switch forecast {
    case .settled, .unknown: ""
    case .needs(let candidate, let baseline) where candidate <= count * Self.mostTimesMore:
      "; about \(Self.rounded(candidate)) more samples here and \(Self.rounded(baseline)) in the "
        + "baseline would likely settle it"
    case .cannotSettle, .needs:
      "; more samples would hardly settle it, because it is on the margin"
    }
  }

  /// Nobody lets a run go on for more times its length.
  private static let mostTimesMore = 100

  /// The number with two digits that count: a forecast knows no more.
  private static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return (number + unit / 2) / unit * unit
  }

  private func signed(_ shift: Double, _ dimension: Dimension?) -> String {
    (shift > 0 ? "+" : "") + amount(shift, dimension)
  }

  private func amount(_ value: Double, _ dimension: Dimension?) -> String {
    scale > 0
      ? QuantityFormat.text(value / scale, .ratio, apartFrom: [result.margin / scale])
      : QuantityFormat.text(value, dimension, apartFrom: [result.margin])
  }
}

extension ComparisonRule {
  /// What a limit allows beside a baseline whose median has the size `scale`, in base units.
  fileprivate func margin(_ limit: Limit, _ scale: Double) -> Double {
    max(limit.share * scale, floor ?? 0)
  }
}

/// The interval of a shift, counted towards the worse side.
private struct WorseInterval {
  let low: Double
  let high: Double

  init(_ shift: ShiftEstimate, _ worse: ComparisonRule.WorseSide) {
    switch worse {
    case .higher: (low, high) = (shift.lowerBound, shift.upperBound)
    case .lower: (low, high) = (-shift.upperBound, -shift.lowerBound)
    }
  }
}

extension Double {
  fileprivate func isWithin(_ margin: Double, _ isIncluded: Bool) -> Bool {
    isIncluded ? self <= margin : self < margin
  }
}
