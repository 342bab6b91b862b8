/// The values of a chart, and where on it they are.
struct ChartScale: Hashable {
  let low: Double
  let high: Double
  let ticks: [Double]
  let dimension: Dimension?
}

extension ChartScale {
  /// A limit further away than so many times the values' span is left out: the line would be flat.
  private static let farthestLimit = 3.0

  /// The scale for these values and limits; `nil` when no value is finite.
  init?(_ values: [Double], limits: [Double], dimension: Dimension?) {
    let values = values.filter(\.isFinite)
    guard var low = values.min(), var high = values.max() else { return nil }
    let span = max(high - low, abs(high) / 10, abs(low) / 10)
    let (lowest, highest) = (low, high)
    for limit in limits where limit.isFinite {
      if limit < lowest - Self.farthestLimit * span { continue }
      if limit > highest + Self.farthestLimit * span { continue }
      low = min(low, limit)
      high = max(high, limit)
    }
    let padding = high > low ? (high - low) * 0.08 : high == 0 ? 1 : abs(high) / 10
    guard (high - low + 2 * padding).isFinite else { return nil }
    // What cannot be negative gets no room below 0.
    let bottom = low >= 0 && low < padding ? 0 : low - padding
    let top = dimension == .ratio && high <= 1 ? min(1, high + padding) : high + padding
    self.init(
      low: bottom,
      high: max(top, bottom + .leastNormalMagnitude),
      ticks: Self.ticks(from: bottom, to: top, dimension),
      dimension: dimension
    )
  }

  /// Where a value is: 0 at the bottom, 1 at the top; what is beyond is at the edge.
  func position(of value: Double) -> Double {
    guard value.isFinite else { return value < 0 ? 0 : 1 }
    return min(1, max(0, (value - low) / (high - low)))
  }

  /// A tick for people, without the zeros that only fill up.
  func label(of tick: Double) -> String {
    let text = QuantityFormat.text(tick, dimension, apartFrom: ticks)
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let number = parts.first, number.utf8.contains(.dot) else { return text }
    var trimmed = number
    while trimmed.last == "0" { trimmed.removeLast() }
    if trimmed.last == "." { trimmed.removeLast() }
    return ([String(trimmed)] + parts.dropFirst().map(String.init)).joined(by: " ")
  }
}

// MARK: - Ticks

extension ChartScale {
  private static let wantedTicks = 6.0

  /// Steps of times that people count in, in seconds.
  static let timeSteps: [Double] = [
    60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
  ]

  /// Round numbers between two ends.
  private static func ticks(from low: Double, to high: Double, _ dimension: Dimension?) -> [Double]
  {
    let step = step(for: (high - low) / wantedTicks, dimension)
    guard step > 0, step.isFinite else { return [] }
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard first <= last, last - first < 20 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The smallest round step that is not below `least`: 1, 2 or 5 times a power of ten, or a usual
  /// stretch of time.
  private static func step(for least: Double, _ dimension: Dimension?) -> Double {
    if dimension == .time, least > 30, let step = timeSteps.first(where: { $0 >= least }) {
      return step
    }
    guard least > 0, least.isFinite else { return 0 }
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    for factor in [1.0, 2, 5] where factor * power >= least { return factor * power }
    return 10 * power
  }
}
