extension IndicatorData {
  /// The forecast from oriented series, for a next run of so many values.
  func forecast(
    series: [[Double]],
    nextCount: Double,
    share: Double? = nil
  ) throws(Refusal) -> any NextRunForecast {
    let values = series.flatMap(\.self)
    let dependence = SerialDependence(values)
    let next = max(1, Int(nextCount.rounded()))
    if case .percentile(_, let own) = shape {
      // Greater is worse: the p5 of a rate becomes the p95 of its negative.
      let oriented = share ?? own
      return OrderStatisticForecast(
        values,
        share: sign > 0 ? oriented : 1 - oriented,
        nextCount: nextCount,
        dependence: dependence
      )
    }
    let windows = series.flatMap { run in
      stride(from: 0, through: run.count - next, by: next).map { start in
        run[start..<start + next].reduce(0, +) / Double(next)
      }
    }
    let resampling = ResamplingForecast(
      meanOf: values,
      runs: series.map(\.count),
      nextCount: next,
      dependence: dependence,
      inflation: Self.inflation(of: series, dependence)
    )
    guard windows.count >= WindowForecast.fewestWindows else { return resampling }
    return WindowedForecast(
      windows: WindowForecast(
        observed: resampling.observed,
        windows: windows,
        windowLength: next
      ),
      beyond: resampling
    )
  }

  /// How much more the means of five or more runs differ than the samples within them explain; 1
  /// where they do not.
  private static func inflation(of series: [[Double]], _ dependence: SerialDependence) -> Double {
    let runs = series.filter { !$0.isEmpty }
    guard runs.count >= 5 else { return 1 }
    let means = runs.map { $0.reduce(0, +) / Double($0.count) }
    let within = runs.reduce(0.0) { sum, run in
      sum + run.variance / dependence.effectiveCount(of: Double(run.count))
    }
    let ratio = means.variance / (within / Double(runs.count))
    return ratio.isFinite ? max(1, ratio.squareRoot()) : 1
  }

  /// The forecast of an indicator that is more than one mean or percentile.
  func forecast(
    runs: [Range<Int>],
    nextSamples: Int
  ) throws(Refusal) -> any NextRunForecast {
    let observed = samples.value(of: formula, on: runs.flatMap(Array.init)) * sign
    let windows = runs.flatMap { run in
      stride(from: run.lowerBound, through: run.upperBound - nextSamples, by: nextSamples).map {
        value(on: $0..<$0 + nextSamples) * sign
      }
    }.filter { !$0.isNaN }
    if windows.count >= WindowForecast.fewestWindows {
      return WindowForecast(observed: observed, windows: windows, windowLength: nextSamples)
    }
    let count = runs.reduce(0) { $0 + $1.count }
    // Drawn samples have lost their order, and never have a value beyond all observed ones.
    let obstacle: String? =
      if formula.aggregates.contains(where: { $0.needsOrder || $0.needsTime }) {
        "the order of the samples"
      } else if formula.aggregates.contains(where: \.isExtreme) {
        "extreme values"
      } else {
        nil
      }
    if let obstacle {
      let needed = WindowForecast.fewestWindows * nextSamples
      throw Refusal(
        reason: "insufficient: it depends on \(obstacle), so it takes "
          + "\(WindowForecast.fewestWindows) windows as long as the next run, \(needed) samples, "
          + "and there are \(count)"
      )
    }
    return resampled(observed: observed, runs: runs, nextSamples: nextSamples)
  }

  private func resampled(
    observed: Double,
    runs: [Range<Int>],
    nextSamples: Int
  ) -> ResamplingForecast {
    let rows = runs.flatMap(Array.init)
    // What several columns have to do with each other shows no single dependence; the cube root of
    // the number of samples is the usual length of blocks then.
    let resampling = BlockResampling(runs: runs.map(\.count), dependence: SerialDependence([]))
    let draws = max(199, min(BlockResampling.drawCount, 2_000_000 / max(1, rows.count)))
    func draw(_ length: Int, _ random: inout RandomSequence) -> Double {
      var drawn: [Int] = []
      resampling.draw(length, using: &random) { drawn += rows[$0] }
      return samples.value(of: formula, on: drawn) * sign
    }
    return ResamplingForecast(
      observed: observed,
      isLogarithmic: false,
      resampling: resampling,
      nextCount: nextSamples,
      draws: draws,
      drawThis: draw,
      drawNext: draw
    )
  }
}

extension Aggregate {
  /// Whether it is one of the few greatest or least values.
  fileprivate var isExtreme: Bool {
    switch function {
    case .minimum, .maximum: true
    case .percentile(let share): share < 0.1 || share > 0.9
    default: false
    }
  }
}
