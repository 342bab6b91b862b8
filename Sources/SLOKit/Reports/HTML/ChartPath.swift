/// The samples of a series as the data of SVG paths.
///
/// The drawing is stretched to whatever the page is wide, so its units are no pixels: there are
/// enough of them that whole numbers do. Behind the first, places are told by their distance to the
/// one before, which takes half the room.
struct ChartPath {
  static let width = 4000.0
  static let height = 1000.0

  /// A line with a gap wherever nothing was measured.
  private(set) var line = ""
  /// A dot for each sample.
  private(set) var dots = Dots()
  /// The stretches in which nothing was measured, each a box from the bottom to the top.
  private(set) var gaps = ""
  /// The samples beyond a limit, as dots.
  private(set) var red = Dots()
  private(set) var yellow = Dots()
  private(set) var gapCount = 0

  /// Lays out a series; `status` tells the status of a sample, where there are limits for it.
  init(
    _ points: [DrawnSeries.Point],
    axis: ChartAxis,
    scale: ChartScale,
    status: (DrawnSeries.Point) -> Status? = { _ in nil }
  ) {
    // How many samples there are since the last gap.
    var run = 0
    var (lastX, lastY) = (0, 0)
    var gapStart: Int?
    for point in points {
      let x = axis.x(of: point.position)
      guard let value = point.value else {
        if run > 0 || gapStart == nil { gapStart = run > 0 ? lastX : x }
        run = 0
        lastX = x
        continue
      }
      if let start = gapStart { addGap(from: start, to: x) }
      gapStart = nil
      let y = scale.y(of: value)
      if run == 0 {
        line += "M\(x) \(y)h0"
      } else {
        if run == 1 { line += "l" }
        line += Self.step(x - lastX, y - lastY, isFirst: run == 1)
      }
      run += 1
      (lastX, lastY) = (x, y)
      dots.add(x, y)
      mark(status(point), x, y)
    }
    if let start = gapStart { addGap(from: start, to: max(lastX, start)) }
  }

  private mutating func addGap(from start: Int, to end: Int) {
    gaps += "M\(start) 0H\(max(end, start + 8))V\(Int(Self.height))H\(start)z"
    gapCount += 1
  }

  private mutating func mark(_ status: Status?, _ x: Int, _ y: Int) {
    switch status {
    case .red: red.add(x, y)
    case .yellow: yellow.add(x, y)
    case .green, .na, .info, nil: break
    }
  }

  /// Two distances; a sign sets numbers apart as well as a blank does.
  fileprivate static func step(_ x: Int, _ y: Int, isFirst: Bool) -> String {
    (isFirst || x < 0 ? "\(x)" : " \(x)") + (y < 0 ? "\(y)" : " \(y)")
  }
}

extension ChartPath {
  /// Dots as the data of one path.
  struct Dots {
    private(set) var data = ""
    private(set) var count = 0
    private var last = (x: 0, y: 0)

    mutating func add(_ x: Int, _ y: Int) {
      data +=
        count == 0
        ? "M\(x) \(y)h0" : "m\(ChartPath.step(x - last.x, y - last.y, isFirst: true))h0"
      count += 1
      last = (x, y)
    }
  }
}

extension ChartAxis {
  /// Where on a drawing a place is, from the left.
  func x(of place: Int64) -> Int {
    Int((min(1, max(0, position(of: place))) * ChartPath.width).rounded())
  }
}

extension ChartScale {
  /// Where on a drawing a value is, from the top.
  func y(of value: Double) -> Int {
    Int(((1 - position(of: value)) * ChartPath.height).rounded())
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
