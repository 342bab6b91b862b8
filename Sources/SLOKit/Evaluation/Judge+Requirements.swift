extension Judge {
  /// Clocks jitter: this share of a required duration may be missing.
  private static let durationTolerance = 0.01

  func requirements(
    _ objectives: [ObjectiveResult],
    warnings: [Warning]
  ) -> [RequirementResult] {
    let required = rules.requirements
    let timeline = measurements.timeline
    var results: [RequirementResult] = []
    if let samples = required.samples {
      results.append(
        Self.requirement(.samples, Double(measurements.kept), required: Double(samples)) {
          $0 >= Double(samples)
        }
      )
    }
    if let duration = required.duration {
      results.append(
        Self.requirement(.duration, timeline.covered, required: duration) {
          $0 >= duration * (1 - Self.durationTolerance)
        }
      )
    }
    if let gap = required.gap {
      let widest = timeline.widestGap
      let value = widest.map { abs($0.seconds) } ?? timeline.span
      results.append(
        Self.requirement(.gap, value, required: gap, line: widest?.to.line) { $0 <= gap }
      )
    }
    if let coverage = required.coverage {
      results.append(
        Self.requirement(.coverage, Self.coverage(of: objectives), required: coverage) {
          $0 >= coverage
        }
      )
    }
    if required.isClean || options.isStrict {
      results.append(
        Self.requirement(.clean, Double(warnings.count { $0.code != .unusedColumn }), required: 0) {
          $0 == 0
        }
      )
    }
    return results
  }

  private static func requirement(
    _ kind: RequirementResult.Kind,
    _ value: Double?,
    required: Double,
    line: Int? = nil,
    isMet: (Double) -> Bool
  ) -> RequirementResult {
    let met = value.map(isMet) ?? false
    return RequirementResult(
      kind: kind,
      isMet: met,
      value: value,
      required: required,
      line: met ? nil : line
    )
  }

  /// The smallest share of measured samples among the mandatory objectives, or all that decide.
  private static func coverage(of objectives: [ObjectiveResult]) -> Double? {
    let gates = objectives.filter { $0.objective.role == .gate }
    let mandatory = gates.filter(\.objective.isMandatory)
    return (mandatory.isEmpty ? gates : mandatory)
      .map { $0.total == 0 ? 0 : Double($0.used) / Double($0.total) }.min()
  }
}
