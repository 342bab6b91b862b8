extension ObjectiveChart {
  /// The names of the phases above the chart, each with how the objective came out in it.
  func writePartNames(to writer: inout MarkupWriter) {
    guard parts.contains(where: { $0.name != nil }) else { return }
    writer.element("div", ["class": "parts"]) { writer in
      for part in parts {
        let (left, right) = (axis.position(of: part.start), axis.position(of: part.end))
        let status = result(in: part)?.status
        let name = part.name ?? ""
        let width = parts.count == 1 ? 1 : right - left
        writer.element(
          "span",
          [
            "class": status?.rawValue ?? "na", "title": name,
            "style": "left:\(Self.percent(parts.count == 1 ? 0 : left));"
              + "width:\(Self.percent(max(0, width)))",
          ],
          text: (status.map { "\($0.sign) " } ?? "") + name
        )
      }
    }
  }

  func writeTicks(_ scale: ChartScale, to writer: inout MarkupWriter) {
    writer.element("div", ["class": "scale", "aria-hidden": "true"]) { writer in
      for tick in scale.ticks {
        let style = "bottom:\(Self.percent(scale.position(of: tick)))"
        writer.element("span", ["style": style], text: scale.label(of: tick))
      }
    }
  }

  func writeAxis(to writer: inout MarkupWriter) {
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

  func writeCaption(
    _ group: [DrawnSeries],
    _ paths: [ChartPath],
    _ levels: [Level],
    to writer: inout MarkupWriter
  ) {
    writer.element("figcaption") { writer in
      func key(_ style: String, _ text: String) {
        writer.element("span", ["class": "key \(style)"], text: text)
      }
      for (index, series) in group.enumerated() { key("line s\(index + 1)", series.name) }
      if group.contains(where: { !$0.baseline.isEmpty }) { key("before", "in the baseline") }
      for kind in Level.Kind.allCases where levels.contains(where: { $0.kind == kind }) {
        key(kind.rawValue, text(of: kind))
      }
      if paths.contains(where: { $0.red.count > 0 }) { key("mark red", "sample in red") }
      if paths.contains(where: { $0.yellow.count > 0 }) { key("mark yellow", "sample in yellow") }
      if paths.contains(where: { $0.gapCount > 0 }) { key("gap", "NA") }
      if !aborts.isEmpty { key("abort", "abort") }
      writer.element("span", ["class": "when"], text: axis.title)
    }
  }

  /// What a horizontal line is, with its number where it is the same all over.
  private func text(of kind: Level.Kind) -> String {
    let results = parts.compactMap { result(in: $0) }
    func one(_ texts: [String]) -> String? {
      texts.allSatisfy { $0 == texts.first } ? texts.first : nil
    }
    switch kind {
    case .limit: return one(results.map(\.limits)) ?? "limits of each phase"
    case .value: return one(results.map(\.display)).map { "value, \($0)" } ?? "value of each phase"
    case .baseline:
      return one(results.map(\.baselineDisplay)).map { "value of the baseline, \($0)" }
        ?? "values of the baseline"
    }
  }

  /// The chart in words, for those who do not see it.
  func description(of group: [DrawnSeries], _ paths: [ChartPath]) -> String {
    let parts = zip(group, paths).map { series, path in
      let values = series.points.compactMap(\.value)
      func shown(_ value: Double?) -> String {
        QuantityFormat.text(value ?? .nan, series.dimension)
      }
      var text = "\(series.name) from \(shown(values.min())) to \(shown(values.max()))"
      if path.gapCount > 0 { text += ", with \(Verdict.counted(path.gapCount, "gap"))" }
      if path.red.count > 0 { text += ", some samples in red" }
      return text
    }
    return parts.joined(by: "; ")
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 100).decimal(fractionDigits: 2))%"
  }
}

extension ChartAxis.Tick {
  /// A label at an end stands inside of it.
  fileprivate var side: String? {
    position < 0.05 ? "start" : position > 0.95 ? "end" : nil
  }
}
