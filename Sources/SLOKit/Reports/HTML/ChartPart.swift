/// A stretch of the axis of all charts: a phase, the whole run where there are none, or what lies
/// between phases and is not judged.
struct ChartPart: Hashable {
  /// What it is called; `nil` for the whole run.
  let name: String?
  /// The place of its phase among the phases of the evaluation; `nil` where nothing is judged.
  let phase: Int?
  let start: Int64
  fileprivate(set) var end: Int64
}

extension ChartPart {
  /// The parts of the axis, in their order.
  ///
  /// A phase reaches to where the next one begins, unless there are samples in between.
  static func all(of evaluation: Evaluation, on axis: ChartAxis) -> [ChartPart] {
    let spans = (evaluation.drawing?.phases ?? []).sorted { $0.start < $1.start }
    let places = evaluation.drawing.map { $0.samplePlaces } ?? []
    guard !spans.isEmpty else {
      let only = evaluation.phases.count == 1 ? evaluation.phases[0].name : nil
      return [ChartPart(name: only, phase: 0, start: axis.first, end: axis.last)]
    }
    var parts: [ChartPart] = []
    /// Ends the part before `place`, behind which come the samples that no phase has.
    func close(before place: Int64) {
      let end = parts.last?.end
      let between = places.first { $0 > end ?? .min && $0 < place }
      if !parts.isEmpty { parts[parts.count - 1].end = max(end ?? place, between ?? place) }
      guard let between else { return }
      parts.append(ChartPart(name: "not judged", phase: nil, start: between, end: place))
    }
    for span in spans {
      close(before: span.start.nanoseconds)
      let phase = evaluation.phases.firstIndex { $0.name == span.name }
      let end = max(span.end.nanoseconds, parts.last?.end ?? .min)
      parts.append(
        ChartPart(name: span.name, phase: phase, start: span.start.nanoseconds, end: end)
      )
    }
    if let last = parts.last, last.end < axis.last { close(before: axis.last &+ 1) }
    return named(parts, evaluation.unjudgedPhases)
  }

  /// Gives the only stretch that is not judged the name of the only phase that is not.
  private static func named(_ parts: [ChartPart], _ unjudged: [String]) -> [ChartPart] {
    guard unjudged.count == 1, parts.count(where: { $0.phase == nil }) == 1 else { return parts }
    return parts.map { part in
      guard part.phase == nil else { return part }
      return ChartPart(name: unjudged[0], phase: nil, start: part.start, end: part.end)
    }
  }
}

extension RunDrawing {
  /// Where on the axis the samples are, in order.
  fileprivate var samplePlaces: [Int64] {
    Array(Set(series.flatMap { $0.points.map(\.position) })).sorted()
  }
}
