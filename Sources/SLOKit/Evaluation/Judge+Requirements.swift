extension Judge {
  /// Clocks jitter: this share of a required duration may be missing.
  private static let durationTolerance = 0.01

  /// What the rules require of the whole run; of one phase alone, only what it is itself asked for.
  func requirements(
    _ objectives: [ObjectiveResult],
    warnings: [Warning]
  ) -> [RequirementResult] {
    var results: [RequirementResult] = []
    if options.phase == nil {
      results = Self.requirements(
        rules.requirements,
        samples: measurements.kept,
        measurements.timeline,
        objectives
      )
    }
    if rules.requirements.isClean || options.isStrict {
      let count = warnings.count { $0.code.holdsCleanRuns }
      results.append(Self.requirement(.clean, Double(count), required: 0) { $0 == 0 })
    }
    return results
  }

  /// What the rules require of one part of the run.
  func requirements(
    of part: JudgedPart,
    _ objectives: [ObjectiveResult]
  ) -> [RequirementResult] {
    let samples = measurements[part.sampleCount].total
    let required = part.requirements
    var results = Self.requirements(
      required,
      samples: samples,
      measurements.timeline(of: part),
      objectives
    )
    if samples == 0, required.samples == nil {
      // A phase that nobody measured is no better than one that failed.
      results.insert(Self.requirement(.samples, 0, required: 1) { $0 >= 1 }, at: 0)
    }
    return results
  }

  private static func requirements(
    _ required: Requirements,
    samples: Int,
    _ timeline: TimelineAccumulator,
    _ objectives: [ObjectiveResult]
  ) -> [RequirementResult] {
    var results: [RequirementResult] = []
    if let least = required.samples {
      results.append(
        requirement(.samples, Double(samples), required: Double(least)) { $0 >= Double(least) }
      )
    }
    if let duration = required.duration {
      results.append(
        requirement(.duration, timeline.covered, required: duration) {
          $0 >= duration * (1 - durationTolerance)
        }
      )
    }
    if let gap = required.gap {
      let widest = timeline.widestGap
      let value = widest.map { abs($0.seconds) } ?? timeline.span
      results.append(requirement(.gap, value, required: gap, at: widest) { $0 <= gap })
    }
    if let coverage = required.coverage {
      let least = Self.leastMeasured(of: objectives)
      results.append(
        requirement(.coverage, least?.coverage, required: coverage, of: least) { $0 >= coverage }
      )
    }
    return results
  }

  private static func requirement(
    _ kind: RequirementResult.Kind,
    _ value: Double?,
    required: Double,
    of objective: ObjectiveResult? = nil,
    at place: TimelineAccumulator.Gap? = nil,
    isMet: (Double) -> Bool
  ) -> RequirementResult {
    let met = value.map(isMet) ?? false
    let place = met ? nil : place
    return RequirementResult(
      kind: kind,
      isMet: met,
      value: value,
      required: required,
      objective: objective?.objective.name,
      line: place?.to.line,
      start: place?.from.time,
      end: place?.to.time
    )
  }

  /// The first of the mandatory objectives, or of all that decide, that are measured least.
  private static func leastMeasured(of objectives: [ObjectiveResult]) -> ObjectiveResult? {
    let gates = objectives.filter { $0.objective.role == .gate }
    let mandatory = gates.filter(\.objective.isMandatory)
    return (mandatory.isEmpty ? gates : mandatory).min { $0.coverage < $1.coverage }
  }
}

extension ObjectiveResult {
  /// The share of the samples on which it was measured.
  fileprivate var coverage: Double { total == 0 ? 0 : Double(used) / Double(total) }
}
