/// Windows where there are enough of them for a limit, drawn runs where it lies beyond all windows.
struct WindowedForecast: NextRunForecast {
  let windows: WindowForecast
  let beyond: ResamplingForecast

  var observed: Double { windows.observed }

  func limit(alpha: Double) -> Double? {
    if let limit = windows.limit(alpha: alpha) { return limit }
    guard let limit = beyond.limit(alpha: alpha) else { return nil }
    return max(limit, windows.greatest)
  }

  func risk(of limit: Double) -> Double {
    limit < windows.greatest
      ? windows.risk(of: limit)
      : min(
        windows.risk(of: limit),
        beyond.risk(of: limit)
      )
  }

  func caughtValue(by limit: Double) -> Double? { windows.caughtValue(by: limit) }

  func samplesNeeded(alpha: Double) -> Int? {
    limit(alpha: alpha) == nil ? windows.samplesNeeded(alpha: alpha) : nil
  }

  var basis: String { windows.basis }
}
