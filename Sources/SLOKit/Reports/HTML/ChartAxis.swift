/// The axis that all charts of a report share: time, or the lines of a file without times.
struct ChartAxis: Hashable {
  struct Tick: Hashable {
    /// 0 at the left end, 1 at the right one.
    let position: Double
    let label: String
  }

  let first: Int64
  let last: Int64
  private let hasTime: Bool

  /// The axis that holds all samples; `nil` when there is none.
  init?(_ drawing: RunDrawing) {
    let points = drawing.series.flatMap { [$0.points.first, $0.points.last] }.compactMap(\.self)
    guard let first = points.map(\.position).min(), let last = points.map(\.position).max() else {
      return nil
    }
    self.first = first
    self.last = last
    hasTime = points.contains { $0.time != nil }
  }

  /// The part of the axis between two places.
  func cut(from first: Int64, to last: Int64) -> ChartAxis {
    ChartAxis(first: first, last: last, hasTime: hasTime)
  }

  private init(first: Int64, last: Int64, hasTime: Bool) {
    self.first = first
    self.last = last
    self.hasTime = hasTime
  }

  /// Where on the axis a place is.
  func position(of place: Int64) -> Double {
    // One sample stands in the middle.
    guard last > first else { return 0.5 }
    return (Double(place) - Double(first)) / (Double(last) - Double(first))
  }
}

extension DrawnSeries.Point {
  /// The time in nanoseconds, or the line.
  var position: Int64 { time?.nanoseconds ?? Int64(line) }
}

// MARK: - Ticks

extension ChartAxis {
  private static let wantedTicks = 6.0
  private static let second = 1_000_000_000.0
  private static let shortSteps: [Double] = [1, 2, 5, 10, 15, 30]

  var ticks: [Tick] {
    guard last > first else {
      return [Tick(position: 0.5, label: label(of: first, step: Self.second, previous: first))]
    }
    let step = self.step
    var ticks: [Tick] = []
    var place = (Double(first) / step).rounded(.up) * step
    // The axis's title has the day on which it begins.
    var previous = first
    while place <= Double(last) {
      let exact = Int64(place)
      ticks.append(
        Tick(
          position: position(of: exact),
          label: label(of: exact, step: step, previous: previous)
        )
      )
      previous = exact
      place += step
    }
    return ticks
  }

  /// What the axis is about.
  var title: String {
    hasTime ? "\(Timestamp(nanoseconds: first).description.prefix(10)), UTC" : "lines of the file"
  }

  /// In nanoseconds, or in lines.
  private var step: Double {
    let least = (Double(last) - Double(first)) / Self.wantedTicks
    let steps = hasTime ? (Self.shortSteps + ChartScale.timeSteps).map { $0 * Self.second } : []
    if let usual = steps.first(where: { $0 >= least }), least >= Self.second / 2 { return usual }
    let unit = steps.last ?? 1
    guard least > unit else { return max(1, decimalStep(for: least)) }
    return hasTime ? (least / unit).rounded(.up) * unit : decimalStep(for: least)
  }

  private func decimalStep(for least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    for factor in [1.0, 2, 5] where factor * power >= least { return factor * power }
    return 10 * power
  }

  /// The time of day, and the date where a day begins.
  private func label(of place: Int64, step: Double, previous: Int64) -> String {
    guard hasTime else { return "\(place)" }
    let text = Timestamp(nanoseconds: place).description
    let (date, time) = (text.prefix(10), text.dropFirst(11).dropLast())
    if step >= 86_400 * Self.second { return String(date.dropFirst(5)) }
    if step < 60 * Self.second { return String(time) }
    let isNewDay = Timestamp(nanoseconds: previous).description.prefix(10) != date
    return isNewDay ? String(date.dropFirst(5)) : String(time.prefix(5))
  }
}
