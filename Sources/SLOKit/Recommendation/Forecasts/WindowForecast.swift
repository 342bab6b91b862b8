/// The forecast from the indicator on windows of the next run's length, or on earlier runs.
///
/// The windows do not overlap, so that they count as so many runs. Of K values and one more that is
/// exchangeable with them, the last exceeds the one at rank ⌈(1 − α)(K + 1)⌉ with a probability of at
/// most α: the finite-sample correction of conformal prediction (Vovk, Gammerman & Shafer, 2005,
/// "Algorithmic learning in a random world").
struct WindowForecast: NextRunForecast {
  /// With fewer windows, not even a limit at 5 % can be told.
  static let fewestWindows = 20

  let observed: Double
  private let sorted: SortedSample
  private let windowLength: Int

  /// Creates the forecast from oriented values of the indicator on windows of so many samples.
  init(observed: Double, windows: [Double], windowLength: Int) {
    self.observed = observed
    sorted = SortedSample(windows)
    self.windowLength = windowLength
  }

  func limit(alpha: Double) -> Double? {
    let rank = Int(((1 - alpha) * Double(sorted.count + 1) - 1e-9).rounded(.up))
    return rank <= sorted.count ? sorted.values[rank - 1] : nil
  }

  func risk(of limit: Double) -> Double {
    Double(sorted.count(above: limit) + 1) / Double(sorted.count + 1)
  }

  func isRiskBound(of limit: Double) -> Bool { sorted.count(above: limit) == 0 }

  func caughtValue(by limit: Double) -> Double? {
    let rank = max(1, Int((Double(sorted.count) * (1 - requiredPower)).rounded(.down)))
    return observed + limit - sorted.values[rank - 1]
  }

  func samplesNeeded(alpha: Double) -> Int? {
    guard limit(alpha: alpha) == nil else { return nil }
    return Int((1 / alpha - 1 - 1e-9).rounded(.up)) * windowLength
  }

  var basis: String { "\(sorted.count) windows as long as the next run" }
}

extension WindowForecast {
  /// The worst window.
  var greatest: Double { sorted.values.last ?? -.infinity }
}
