/// The charts of one objective: its series over time, with its bands behind them.
///
/// Series of different dimensions have charts of their own. The words stand around the drawing as
/// text of the page, so that they stay readable when it is stretched.
struct ObjectiveChart {
  /// A horizontal line with a name.
  struct Reference: Hashable {
    let name: String
    let value: Double
    /// The style of the line: `limit` or `baseline`.
    let style: String
  }

  /// More lines than this cannot be told apart.
  private static let mostSeries = 4
  /// Of fewer samples than this, each is a dot.
  private static let mostDots = 60

  let result: ObjectiveResult
  let drawing: RunDrawing
  let axis: ChartAxis
  /// When an abort condition held first.
  let aborts: [Timestamp]

  private var objective: Objective { result.objective }

  /// Every series beneath the objective.
  var series: [DrawnSeries] {
    Array(
      drawing.series.filter { $0.objectives.contains(objective.id) }.prefix(Self.mostSeries)
    )
  }

  /// The charts, one below the other.
  func write(to writer: inout MarkupWriter) {
    var rest = series
    while let first = rest.first {
      let group = rest.filter { $0.dimension == first.dimension }
      rest.removeAll { $0.dimension == first.dimension }
      write(group, to: &writer)
    }
  }

  /// A small drawing of the first series, for a cell of a table.
  func writeSparkline(to writer: inout MarkupWriter) {
    guard let first = series.first(where: { $0.points.contains { $0.value != nil } }),
      let scale = ChartScale(
        first.points.compactMap(\.value),
        limits: hasBands(first) ? objective.limits : [],
        dimension: first.dimension
      )
    else { return writer.element("span", ["class": "muted"], text: "–") }
    let path = ChartPath(
      ChartPath.thinned(first.points, to: 96),
      axis: axis,
      scale: scale,
      status: status(for: first)
    )
    writer.element("svg", Self.canvas(class: "spark", label: nil)) { writer in
      writer.element("path", ["class": "line s1", "d": path.line])
      Self.writeMarks(path, isDense: true, to: &writer)
    }
  }
}

// MARK: - One chart

extension ObjectiveChart {
  private func write(_ group: [DrawnSeries], to writer: inout MarkupWriter) {
    let references = references(for: group)
    guard
      let scale = ChartScale(
        group.flatMap { $0.points.compactMap(\.value) },
        limits: references.map(\.value),
        dimension: group[0].dimension
      )
    else {
      let names = group.map(\.name).joined(by: ", ")
      return writer.element("p", ["class": "muted"], text: "\(names): no value to draw")
    }
    let paths = group.map { series in
      ChartPath(series.points, axis: axis, scale: scale, status: status(for: series))
    }
    writer.element("figure") { writer in
      writer.element("div", ["class": "chart"]) { writer in
        writeTicks(scale, to: &writer)
        writer.element("div", ["class": "plot"]) { writer in
          writer.element(
            "svg",
            Self.canvas(class: "canvas", label: description(of: group, paths))
          ) { writer in
            writeBackground(group, scale, references, paths, to: &writer)
            writeLines(group, paths, to: &writer)
          }
          writeNames(of: references, scale, to: &writer)
          writePhaseNames(to: &writer)
        }
        writer.element("div", ["class": "axis"]) { writer in
          for tick in axis.ticks where (0...1).contains(tick.position) {
            writer.element(
              "span",
              ["class": tick.side, "style": "left:\(Self.percent(tick.position))"],
              text: tick.label
            )
          }
        }
      }
      writeCaption(group, paths, to: &writer)
    }
  }

  /// Whether the bands are about values like those of the series.
  private func hasBands(_ series: DrawnSeries) -> Bool {
    objective.indicator.keepsScale && series.dimension == objective.indicator.dimension
  }

  private func status(for series: DrawnSeries) -> (Double) -> Status? {
    guard hasBands(series) else { return { _ in nil } }
    return { objective.status(of: $0) }
  }

  private func references(for group: [DrawnSeries]) -> [Reference] {
    guard let first = group.first, hasBands(first), let bands = objective.bands else { return [] }
    let limits = objective.limits
    var references: [Reference] = []
    for limit in limits where !references.contains(where: { $0.value == limit }) {
      let index = limits.firstIndex(of: limit) ?? 0
      let band = index == 0 ? bands.green : bands.yellow ?? bands.red ?? bands.green
      references.append(
        Reference(
          // A band that says more than this limit has no room beside the line.
          name: band.isPlain ? band.text : QuantityFormat.text(limit, first.dimension),
          value: limit,
          style: "limit"
        )
      )
    }
    if let baseline = result.baseline {
      references.append(Reference(name: "baseline", value: baseline, style: "baseline"))
    }
    return references
  }

  private static func canvas(class name: String, label: String?) -> MarkupWriter.Attributes {
    [
      "class": name, "viewBox": "0 0 \(Int(ChartPath.width)) \(Int(ChartPath.height))",
      "preserveAspectRatio": "none", "role": label == nil ? nil : "img", "aria-label": label,
      "aria-hidden": label == nil ? "true" : nil,
    ]
  }

  static func percent(_ share: Double) -> String {
    "\((share * 100).decimal(fractionDigits: 2))%"
  }
}

// MARK: - What is drawn

extension ObjectiveChart {
  private func writeTicks(_ scale: ChartScale, to writer: inout MarkupWriter) {
    writer.element("div", ["class": "scale", "aria-hidden": "true"]) { writer in
      for tick in scale.ticks {
        let style = "bottom:\(Self.percent(scale.position(of: tick)))"
        writer.element("span", ["style": style], text: scale.label(of: tick))
      }
    }
  }

  private func writeBackground(
    _ group: [DrawnSeries],
    _ scale: ChartScale,
    _ references: [Reference],
    _ paths: [ChartPath],
    to writer: inout MarkupWriter
  ) {
    if hasBands(group[0]) {
      for zone in objective.zones where zone.high > scale.low && zone.low < scale.high {
        let (bottom, top) = (Self.y(zone.low, scale), Self.y(zone.high, scale))
        writer.element(
          "path",
          ["class": "zone \(zone.status.rawValue)", "d": "M0 \(top)H4000V\(bottom)H0z"]
        )
      }
    }
    let grid = scale.ticks.map { "M0 \(Self.y($0, scale))H4000" }.joined(by: "")
    writer.element("path", ["class": "grid", "d": grid])
    for path in paths where !path.gaps.isEmpty {
      writer.element("path", ["class": "gap", "d": path.gaps])
    }
    for reference in references where reference.value > scale.low && reference.value < scale.high {
      let line = "M0 \(Self.y(reference.value, scale))H4000"
      writer.element("path", ["class": reference.style, "d": line])
    }
    let borders = drawing.phases.map { "M\(x(of: $0.start))" + " 0V1000" }.joined(by: "")
    if !borders.isEmpty { writer.element("path", ["class": "phase", "d": borders]) }
    let aborts = aborts.map { "M\(x(of: $0))" + " 0V1000" }.joined(by: "")
    if !aborts.isEmpty { writer.element("path", ["class": "abort", "d": aborts]) }
  }

  private func writeLines(
    _ group: [DrawnSeries],
    _ paths: [ChartPath],
    to writer: inout MarkupWriter
  ) {
    for (index, path) in paths.enumerated() {
      let isDense = group[index].points.count > Self.mostDots
      writer.element("path", ["class": "line s\(index + 1)", "d": path.line])
      if !isDense { writer.element("path", ["class": "dots s\(index + 1)", "d": path.dots]) }
      Self.writeMarks(path, isDense: isDense, to: &writer)
    }
  }

  private static func writeMarks(
    _ path: ChartPath,
    isDense: Bool,
    to writer: inout MarkupWriter
  ) {
    let style = isDense ? "mark dense" : "mark"
    for (color, data) in [("yellow", path.yellow), ("red", path.red)] where !data.isEmpty {
      writer.element("path", ["class": "\(style) \(color)", "d": data])
    }
  }

  /// How far from the top a value is.
  private static func y(_ value: Double, _ scale: ChartScale) -> Int {
    Int(((1 - scale.position(of: value)) * ChartPath.height).rounded())
  }

  func x(of time: Timestamp) -> Int {
    Int((min(1, max(0, axis.position(of: time.nanoseconds))) * ChartPath.width).rounded())
  }
}

extension Bands.Band {
  /// Whether the band is one comparison.
  fileprivate var isPlain: Bool {
    if case .comparison = condition { return true }
    return false
  }
}

extension ChartAxis.Tick {
  /// A label at an end stands inside of it.
  fileprivate var side: String? {
    position < 0.05 ? "start" : position > 0.95 ? "end" : nil
  }
}
