import Testing

@testable import SLOKit

@Suite("Abort conditions in a draft")
struct AbortForecastTests {
  private func forecast(_ values: [Double], _ condition: String) throws -> AbortForecast {
    let rules = """
      { slo: 1, columns: { error_rate: "ratio" }, objectives: [
        { name: "Errors", sli: "mean(error_rate)", green: "<= 90%" } ], abort: ["\(condition)"] }
      """
    return try #require(Drafting.draft([("error_rate", values)], rules: rules).aborts.first)
  }

  /// 3 of 60 samples apart from each other: the published chances at a share of 5 % and 60 samples.
  @Test func `single spikes rarely make three in a row`() throws {
    let values = (0..<60).map { $0 % 20 == 7 ? 0.5 : 0.01 }
    let forecast = try forecast(values, "error_rate > 2% for 3 samples")
    #expect(forecast.held == 3 && forecast.samples == 60 && forecast.length == 3)
    #expect((try #require(forecast.risk) - 0.00687281).magnitude < 5e-9)
    #expect(try #require(forecast.riskBound) > 0.00687281)
    #expect(forecast.safeLength == 3)
  }

  @Test func `spikes that go on make streaks likely`() throws {
    let values = (0..<60).map { (7..<10).contains($0) ? 0.5 : 0.01 }
    let forecast = try forecast(values, "error_rate > 2% for 3 samples")
    #expect(try #require(forecast.risk) > 0.1)
  }

  @Test func `what never held has a bound only`() throws {
    let values = Array(repeating: 0.01, count: 30) + [0.011]
    let forecast = try forecast(values, "error_rate > 2%")
    #expect(forecast.risk == 0)
    #expect(try #require(forecast.riskBound) > 0.5)
  }

  /// Samples a minute apart: five minutes take six of them.
  @Test func `a time is counted in samples`() throws {
    let forecast = try forecast(
      Drafting.noise(30, mean: 0.01, deviation: 0.001, seed: 1),
      "error_rate > 2% for 5m"
    )
    #expect(forecast.length == 6)
  }
}
