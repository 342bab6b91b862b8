/// The charts of one objective: its series over time, with its bands behind them.
///
/// Series of different dimensions have charts of their own. The words stand around the drawing as
/// text of the page, so that they stay readable when it is stretched.
struct ObjectiveChart {
  /// More lines than this cannot be told apart.
  private static let mostSeries = 4

  /// The result in each phase; `nil` where the objective is not judged.
  let results: [ObjectiveResult?]
  let parts: [ChartPart]
  let axis: ChartAxis
  /// When an abort condition held first.
  let aborts: [Timestamp]
  /// Every series beneath the objective.
  let series: [DrawnSeries]

  /// The charts of an objective; `nil` when nothing was gathered for it.
  init?(_ row: PhaseMatrix.Row, _ evaluation: Evaluation, _ axis: ChartAxis, _ parts: [ChartPart]) {
    let series = evaluation.drawing?.series.filter { $0.objectives.contains(row.id) } ?? []
    guard !series.isEmpty else { return nil }
    self.series = Array(series.prefix(Self.mostSeries))
    self.parts = parts
    self.axis = axis
    results = row.results
    aborts = evaluation.aborts.compactMap(\.timestamp)
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

  /// What is judged in a part, and how it came out.
  func result(in part: ChartPart) -> ObjectiveResult? { part.phase.flatMap { results[$0] } }

  /// The part of a run that a sample belongs to.
  func part(of point: DrawnSeries.Point) -> ChartPart? {
    parts.last { $0.start <= point.position } ?? parts.first
  }
}

// MARK: - Small drawings

extension ObjectiveChart {
  /// A small drawing of the first series in one phase, for a cell of a table.
  func writeSparkline(ofPhase phase: Int, to writer: inout MarkupWriter) {
    let part = parts.first { $0.phase == phase }
    guard let part, let first = series.first, let result = results[phase] else {
      return Self.writeNothing(to: &writer)
    }
    let own = first.points.filter { part.start <= $0.position && $0.position <= part.end }
    let isJudged = result.isAbout(first)
    guard
      let scale = ChartScale(
        own.compactMap(\.value),
        limits: isJudged ? result.objective.limits : [],
        dimension: first.dimension
      )
    else { return Self.writeNothing(to: &writer) }
    let path = ChartPath(
      ChartPath.thinned(own, to: 96),
      axis: axis.cut(from: part.start, to: part.end),
      scale: scale,
      status: { isJudged ? $0.value.flatMap(result.objective.status(of:)) : nil }
    )
    writer.element("svg", Self.canvas(class: "spark", label: nil)) { writer in
      writer.element("path", ["class": "line s1", "d": path.line])
      Self.writeMarks(path, isDense: true, to: &writer)
    }
  }

  private static func writeNothing(to writer: inout MarkupWriter) {
    writer.element("span", ["class": "muted"], text: "–")
  }
}

// MARK: - One chart

extension ObjectiveChart {
  private func write(_ group: [DrawnSeries], to writer: inout MarkupWriter) {
    let levels = levels(for: group)
    let values = group.flatMap { $0.points + $0.baseline }.compactMap(\.value)
    let limits = levels.map(\.value)
    guard let scale = ChartScale(values, limits: limits, dimension: group[0].dimension) else {
      let names = group.map(\.name).joined(by: ", ")
      return writer.element("p", ["class": "muted"], text: "\(names): no value to draw")
    }
    let paths = group.map { series in
      ChartPath(series.points, axis: axis, scale: scale) { status(of: $0, in: series) }
    }
    writer.element("figure") { writer in
      writer.element("div", ["class": "chart"]) { writer in
        writePartNames(to: &writer)
        writeTicks(scale, to: &writer)
        let label = description(of: group, paths)
        writer.element("svg", Self.canvas(class: "canvas", label: label)) { writer in
          writeBackground(group, scale, paths, to: &writer)
          writeBaselines(group, scale, to: &writer)
          writeLines(group, paths, to: &writer)
          writeLevels(levels, scale, to: &writer)
        }
        writeAxis(to: &writer)
      }
      writeCaption(group, paths, levels, to: &writer)
    }
  }

  /// The status that one sample would have if it were the value.
  private func status(of point: DrawnSeries.Point, in series: DrawnSeries) -> Status? {
    guard let part = part(of: point), let result = result(in: part), result.isAbout(series) else {
      return nil
    }
    return point.value.flatMap(result.objective.status(of:))
  }

  static func canvas(class name: String, label: String?) -> MarkupWriter.Attributes {
    [
      "class": name, "viewBox": "0 0 \(Int(ChartPath.width)) \(Int(ChartPath.height))",
      "preserveAspectRatio": "none", "role": label == nil ? nil : "img", "aria-label": label,
      "aria-hidden": label == nil ? "true" : nil,
    ]
  }
}

extension ObjectiveResult {
  /// Whether value and bands are about values like those of the series.
  func isAbout(_ series: DrawnSeries) -> Bool {
    objective.indicator.keepsScale && series.dimension == objective.indicator.dimension
  }
}
