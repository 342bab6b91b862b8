import Testing

@testable import SLOKit

@Suite("Forecasts of a next run")
struct ForecastTests {
  private func medianForecast(_ values: [Double]) -> OrderStatisticForecast {
    OrderStatisticForecast(
      values,
      share: 0.5,
      nextCount: Double(values.count),
      dependence: SerialDependence(values)
    )
  }

  /// On D1, rank 29 of 40 bounds the next run's rank 21 (the upper one of the median of 40) at 5 %:
  /// 113.4, and its risk is what whole numbers say.
  @Test func `a median is bounded by an order statistic`() throws {
    let forecast = medianForecast(PublishedSample.values)
    #expect(forecast.observed == 96.3)
    let limit = try #require(forecast.limit(alpha: 0.05))
    let sorted = PublishedSample.values.sorted()
    let ranks = NextRunRank(count: 40, nextCount: 40)
    #expect(ranks.upperBound(ofNextRank: 21, alpha: 0.05).map { sorted[$0 - 1] } == limit)
    #expect(forecast.risk(of: limit) <= 0.05)
    #expect(forecast.risk(of: sorted[0] - 1) == 1)
  }

  @Test func `a maximum cannot be promised by one run`() throws {
    let forecast = OrderStatisticForecast(
      PublishedSample.values,
      share: 1,
      nextCount: 40,
      dependence: SerialDependence(PublishedSample.values)
    )
    #expect(forecast.limit(alpha: 0.05) == nil)
    // n ÷ (n + 40) ≥ 95 % from 760 on.
    #expect(forecast.samplesNeeded(alpha: 0.05) == 760)
  }

  /// ⌈0.95 × 21⌉ = 20 of 20 windows, ⌈0.9 × 21⌉ = 19.
  @Test func `windows count as runs`() {
    let windows = (1...20).map(Double.init)
    let forecast = WindowForecast(observed: 10, windows: windows, windowLength: 6)
    #expect(forecast.limit(alpha: 0.05) == 20)
    #expect(forecast.limit(alpha: 0.1) == 19)
    #expect(forecast.limit(alpha: 0.01) == nil)
    #expect(forecast.samplesNeeded(alpha: 0.01) == 99 * 6)
    expectClose(forecast.risk(of: 18.5), 3.0 / 21)
  }

  /// The published limits: 3 of 1000 events may be 8 in the next 1000 (c = 9 is too many); the upper
  /// bound of the rate is .00773524.
  @Test func `counts are proven and met`() throws {
    let bad = [3.0] + Array(repeating: 0, count: 99)
    let total = Array(repeating: 10.0, count: 100)
    let clustered = CountForecast(bad: bad, total: total, nextTotal: 1000)
    #expect(clustered.dispersion > 1)
    let even = CountForecast(bad: [1, 1, 1], total: [334, 333, 333], nextTotal: 1000)
    #expect(even.dispersion == 1)
    let limit = try #require(even.limit(alpha: 0.05))
    #expect(limit == 0.008)
    #expect((even.risk(of: limit) - 0.049876).magnitude < 5e-7)
  }

  @Test func `no bad event before still leaves room for one`() throws {
    let forecast = CountForecast(bad: [0], total: [100], nextTotal: 100)
    let limit = try #require(forecast.limit(alpha: 0.05))
    expectClose(limit, 0.02951304, within: 1e-6)
    #expect(forecast.risk(of: 0) > 0.1)
  }

  @Test func `a mean is bounded beyond what was observed, by more for less risk`() throws {
    let values = Drafting.noise(60, mean: 100, deviation: 10, seed: 1)
    let forecast = ResamplingForecast(
      meanOf: values,
      runs: [60],
      nextCount: 60,
      dependence: SerialDependence(values)
    )
    let limits = try [0.1, 0.05, 0.01, 0.001].map { try #require(forecast.limit(alpha: $0)) }
    #expect(limits == limits.sorted())
    #expect(limits[0] > forecast.observed)
    // t(.95, 59) s √(2 ÷ 60) above the mean, by the theory of normal samples.
    let theory = 1.6710930321 * values.variance.squareRoot() * (2.0 / 60).squareRoot()
    expectClose(limits[1] - forecast.observed, theory, within: 0.1)
    for (alpha, limit) in zip([0.1, 0.05, 0.01], limits) {
      #expect((forecast.risk(of: limit) - alpha).magnitude < 0.002)
    }
  }

  @Test func `dependent samples leave wider limits`() throws {
    var level = 0.0
    let dependent = Drafting.noise(200, mean: 0, deviation: 1, seed: 2).map { step in
      level = 0.6 * level + 0.8 * step
      return 100 + level
    }
    func width(_ values: [Double]) throws -> Double {
      let forecast = ResamplingForecast(
        meanOf: values,
        runs: [200],
        nextCount: 200,
        dependence: SerialDependence(values)
      )
      return try #require(forecast.limit(alpha: 0.05)) - forecast.observed
    }
    let ratio =
      try width(dependent) / width(dependent.sorted { $0.bitPattern % 997 < $1.bitPattern % 997 })
    #expect(ratio > 1.5)
  }

  @Test func `the same samples are drawn in every run`() {
    let values = Drafting.noise(30, mean: 5, deviation: 1, seed: 3)
    let limits = (0..<2).map { _ in
      ResamplingForecast(
        meanOf: values,
        runs: [30],
        nextCount: 30,
        dependence: SerialDependence(values)
      ).limit(alpha: 0.05)
    }
    #expect(limits[0] == limits[1])
  }
}
