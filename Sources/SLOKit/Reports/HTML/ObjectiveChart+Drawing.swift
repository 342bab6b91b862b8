extension ObjectiveChart {
  /// A horizontal line in one part of a chart.
  struct Level: Hashable {
    enum Kind: String, CaseIterable {
      /// Where a band ends.
      case limit
      /// What is judged.
      case value
      /// What is judged, on the baseline.
      case baseline
    }

    let kind: Kind
    let value: Double
    let part: ChartPart
  }

  /// Of fewer samples than this, each is a dot.
  private static let mostDots = 60
  /// Of more samples than this the line is a surface, through which the rest must be seen.
  private static let mostLines = 600
  /// The baseline is there to compare with at a glance.
  private static let baselinePoints = 240

  /// The limits, the value and the baseline's value in each part.
  func levels(for group: [DrawnSeries]) -> [Level] {
    guard let first = group.first else { return [] }
    return parts.flatMap { part -> [Level] in
      guard let result = result(in: part), result.isAbout(first) else { return [] }
      let values: [(Level.Kind, Double?)] =
        Set(result.objective.limits).sorted().map { (.limit, $0) }
        + [(.baseline, result.baseline), (.value, result.value)]
      return values.compactMap { kind, value in
        value.map { Level(kind: kind, value: $0, part: part) }
      }
    }
  }

  /// Bands, the grid, gaps, and where parts and aborts are.
  func writeBackground(
    _ group: [DrawnSeries],
    _ scale: ChartScale,
    _ paths: [ChartPath],
    to writer: inout MarkupWriter
  ) {
    for part in parts { writeZones(of: part, group[0], scale, to: &writer) }
    let grid = scale.ticks.map { "M0 \(scale.y(of: $0))H4000" }.joined(by: "")
    writer.element("path", ["class": "grid", "d": grid])
    for path in paths where !path.gaps.isEmpty {
      writer.element("path", ["class": "gap", "d": path.gaps])
    }
    let borders = parts.dropFirst().map { "M\(axis.x(of: $0.start)) 0V1000" }.joined(by: "")
    if !borders.isEmpty { writer.element("path", ["class": "phase", "d": borders]) }
    let aborts = aborts.map { "M\(axis.x(of: $0.nanoseconds)) 0V1000" }.joined(by: "")
    if !aborts.isEmpty { writer.element("path", ["class": "abort", "d": aborts]) }
  }

  private func writeZones(
    of part: ChartPart,
    _ series: DrawnSeries,
    _ scale: ChartScale,
    to writer: inout MarkupWriter
  ) {
    let (left, right) = (axis.x(of: part.start), right(of: part))
    guard part.phase != nil else {
      return writer.element(
        "path",
        ["class": "unjudged", "d": "M\(left) 0H\(right)V1000H\(left)z"]
      )
    }
    guard let result = result(in: part), result.isAbout(series) else { return }
    for zone in result.objective.zones where zone.high > scale.low && zone.low < scale.high {
      let (bottom, top) = (scale.y(of: zone.low), scale.y(of: zone.high))
      writer.element(
        "path",
        [
          "class": "zone \(zone.status.rawValue)",
          "d": "M\(left) \(top)H\(right)V\(bottom)H\(left)z",
        ]
      )
    }
  }

  /// A part of one sample has no width, and a run of one is drawn all over.
  private func right(of part: ChartPart) -> Int {
    parts.count == 1 ? Int(ChartPath.width) : axis.x(of: part.end)
  }

  func writeLevels(_ levels: [Level], _ scale: ChartScale, to writer: inout MarkupWriter) {
    for kind in Level.Kind.allCases {
      let lines = levels.filter {
        $0.kind == kind && scale.low < $0.value && $0.value < scale.high
      }.map { level in
        let left = parts.count == 1 ? 0 : axis.x(of: level.part.start)
        return "M\(left) \(scale.y(of: level.value))H\(right(of: level.part))"
      }
      guard !lines.isEmpty else { continue }
      writer.element("path", ["class": kind.rawValue, "d": lines.joined(by: "")])
    }
  }

  /// The series of the baseline, which begin where those of the run do.
  func writeBaselines(
    _ group: [DrawnSeries],
    _ scale: ChartScale,
    to writer: inout MarkupWriter
  ) {
    let start = series.compactMap(\.baseline.first?.position).min() ?? 0
    for series in group where !series.baseline.isEmpty {
      let own = axis.cut(from: start, to: start &+ (axis.last &- axis.first))
      let points = series.baseline.filter { $0.position <= own.last }
      let path = ChartPath(
        ChartPath.thinned(points, to: Self.baselinePoints),
        axis: own,
        scale: scale
      )
      writer.element("path", ["class": "before", "d": path.line])
    }
  }

  func writeLines(
    _ group: [DrawnSeries],
    _ paths: [ChartPath],
    to writer: inout MarkupWriter
  ) {
    for (index, path) in paths.enumerated() {
      let count = group[index].points.count
      let style = "line s\(index + 1)" + (count > Self.mostLines ? " surface" : "")
      writer.element("path", ["class": style, "d": path.line])
      if count <= Self.mostDots {
        writer.element("path", ["class": "dots s\(index + 1)", "d": path.dots.data])
      }
      Self.writeMarks(path, isDense: count > Self.mostDots, to: &writer)
    }
  }

  static func writeMarks(_ path: ChartPath, isDense: Bool, to writer: inout MarkupWriter) {
    let style = isDense ? "mark dense" : "mark"
    for (color, dots) in [("yellow", path.yellow), ("red", path.red)] where dots.count > 0 {
      writer.element("path", ["class": "\(style) \(color)", "d": dots.data])
    }
  }
}
