extension ObjectiveChart {
  func writeNames(
    of references: [Reference],
    _ scale: ChartScale,
    to writer: inout MarkupWriter
  ) {
    for reference in references where reference.value > scale.low && reference.value < scale.high {
      let position = scale.position(of: reference.value)
      // Below the line where there is no room above it.
      let side = position > 0.88 ? "below" : "above"
      let style = "bottom:\(Self.percent(position))"
      writer.element(
        "span",
        ["class": "name \(side)", "style": style],
        text: reference.name
      )
    }
  }

  func writePhaseNames(to writer: inout MarkupWriter) {
    for phase in drawing.phases {
      let share = Double(x(of: phase.start)) / ChartPath.width
      let style = "left:\(Self.percent(share))"
      writer.element("span", ["class": "phase-name", "style": style], text: phase.name)
    }
  }

  func writeCaption(
    _ group: [DrawnSeries],
    _ paths: [ChartPath],
    to writer: inout MarkupWriter
  ) {
    writer.element("figcaption") { writer in
      for (index, series) in group.enumerated() {
        writer.element("span", ["class": "key line s\(index + 1)"], text: series.name)
      }
      if paths.contains(where: { $0.redCount > 0 }) {
        writer.element("span", ["class": "key mark red"], text: "sample in red")
      }
      if paths.contains(where: { $0.yellowCount > 0 }) {
        writer.element("span", ["class": "key mark yellow"], text: "sample in yellow")
      }
      if paths.contains(where: { $0.gapCount > 0 }) {
        writer.element("span", ["class": "key gap"], text: "NA")
      }
      if !aborts.isEmpty { writer.element("span", ["class": "key abort"], text: "abort") }
      writer.element("span", ["class": "when"], text: axis.title)
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
      if path.redCount > 0 { text += ", some samples in red" }
      return text
    }
    return parts.joined(by: "; ")
  }
}
