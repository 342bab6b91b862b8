/// What a run tells about the same indicator in the next run, if nothing changes.
///
/// Values are oriented: greater is worse. Who forecasts a success rate hands in its negative.
protocol NextRunForecast: Sendable {
  /// The indicator on this run.
  var observed: Double { get }

  /// The limit that the next run is beyond with a probability of at most `alpha`; `nil` when the
  /// data cannot promise that.
  func limit(alpha: Double) -> Double?

  /// The probability that the next run is beyond `limit`.
  func risk(of limit: Double) -> Double

  /// Whether ``risk(of:)`` is a bound from above that may be far from the truth, because the limit lies
  /// beyond all that was observed.
  func isRiskBound(of limit: Double) -> Bool

  /// The smallest change that puts the next run beyond `limit` in four of five cases: the indicator
  /// after the change, as far as this run tells; `nil` when it cannot be told.
  func caughtValue(by limit: Double) -> Double?

  /// How many samples a limit at `alpha` takes; `nil` when there are enough or nobody can tell.
  func samplesNeeded(alpha: Double) -> Int?

  /// What the limits rest on, in a few words.
  var basis: String { get }
}

/// How often a real change must be caught to count as caught.
let requiredPower = 0.8

extension NextRunForecast {
  func isRiskBound(of limit: Double) -> Bool { false }
}
