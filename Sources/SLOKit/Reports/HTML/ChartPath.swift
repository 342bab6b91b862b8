/// The samples of a series as the data of SVG paths.
///
/// The drawing is stretched to whatever the page is wide, so its units are no pixels: there are
/// enough of them that whole numbers do.
struct ChartPath {
  static let width = 4000.0
  static let height = 1000.0

  /// A line with a gap wherever nothing was measured.
  private(set) var line = ""
  /// A dot for each sample.
  private(set) var dots = ""
  /// The stretches in which nothing was measured, each a box from the bottom to the top.
  private(set) var gaps = ""
  /// The samples beyond a limit, as dots.
  private(set) var red = ""
  private(set) var yellow = ""
  private(set) var redCount = 0
  private(set) var yellowCount = 0
  private(set) var gapCount = 0

  /// Lays out a series; `status` tells the status of a value, where there are limits for it.
  init(
    _ points: [DrawnSeries.Point],
    axis: ChartAxis,
    scale: ChartScale,
    status: (Double) -> Status? = { _ in nil }
  ) {
    // How many samples there are since the last gap.
    var run = 0
    var lastX = 0
    var gapStart: Int?
    for point in points {
      let x = Int((axis.position(of: point.position) * Self.width).rounded())
      guard let value = point.value else {
        if run > 0 || gapStart == nil { gapStart = run > 0 ? lastX : x }
        run = 0
        lastX = x
        continue
      }
      if let start = gapStart { addGap(from: start, to: x) }
      gapStart = nil
      let y = Int(((1 - scale.position(of: value)) * Self.height).rounded())
      line += run == 0 ? "M\(x) \(y)h0" : "\(run == 1 ? "L" : " ")\(x) \(y)"
      dots += "M\(x) \(y)h0"
      run += 1
      lastX = x
      mark(status(value), x, y)
    }
    if let start = gapStart { addGap(from: start, to: max(lastX, start)) }
  }

  private mutating func addGap(from start: Int, to end: Int) {
    gaps += "M\(start) 0H\(max(end, start + 8))V\(Int(Self.height))H\(start)z"
    gapCount += 1
  }

  private mutating func mark(_ status: Status?, _ x: Int, _ y: Int) {
    switch status {
    case .red:
      red += "M\(x) \(y)h0"
      redCount += 1
    case .yellow:
      yellow += "M\(x) \(y)h0"
      yellowCount += 1
    case .green, .na, .info, nil: break
    }
  }
}

extension ChartPath {
  /// A series with few points for a small drawing: of each stretch the lowest and the highest.
  static func thinned(
    _ points: [DrawnSeries.Point],
    to count: Int
  ) -> [DrawnSeries.Point] {
    guard points.count > count else { return points }
    var result: [DrawnSeries.Point] = []
    let stretches = count / 2
    for stretch in 0..<stretches {
      let range = stretch * points.count / stretches..<(stretch + 1) * points.count / stretches
      let measured = range.filter { points[$0].value != nil }
      guard
        let low = measured.min(by: { points[$0].value ?? 0 < points[$1].value ?? 0 }),
        let high = measured.max(by: { points[$0].value ?? 0 < points[$1].value ?? 0 })
      else {
        if let first = range.first { result.append(points[first]) }
        continue
      }
      result.append(points[min(low, high)])
      if low != high { result.append(points[max(low, high)]) }
    }
    return result
  }
}
