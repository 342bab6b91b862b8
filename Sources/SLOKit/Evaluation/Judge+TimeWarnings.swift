extension Judge {
  /// What is odd about the times of one file.
  func times(
    _ file: (timeline: TimelineAccumulator, forms: TimestampForms),
    hasTime: Bool
  ) -> [Warning] {
    let timeline = file.timeline
    var warnings: [Warning] = []
    func warn(_ code: Warning.Code, _ message: String) {
      warnings.append(Warning(code: code, column: nil, message: message))
    }
    if let disorder = timeline.disorder {
      warn(
        .unorderedSamples,
        "samples are out of time order, first on line \(disorder.to.line) (\(disorder.to.time))"
      )
    }
    if let (gap, count) = timeline.repetition {
      warn(
        .duplicateTimestamp,
        "\(Verdict.counted(count, "sample")) with the time of the one before, first on line "
          + "\(gap.to.line) (\(gap.to.time))"
      )
    }
    if hasTime, let (line, count) = timeline.missing {
      warn(
        .missingTimestamp,
        "\(Verdict.counted(count, "sample")) without a timestamp, first on line \(line)"
      )
    }
    let irregular = timeline.irregularIntervals
    if irregular > 0, let median = timeline.medianInterval, let widest = timeline.widestGap {
      warn(
        .irregularInterval,
        "\(Verdict.counted(irregular, "interval")) of less than half or more than twice the "
          + "usual \(QuantityFormat.duration(median)); the longest is "
          + "\(QuantityFormat.duration(abs(widest.seconds))) before line \(widest.to.line)"
      )
    }
    if let earliest = timeline.earliest, earliest < Self.leastUsualNumber,
      file.forms.sightings.first?.form.isNumber == true
    {
      warn(
        .earlyTimestamp,
        "times are numbers that begin at \(earliest): seconds of the run, and not since 1970?"
      )
    }
    return warnings
  }

  /// The start of the year 2000: a number of an earlier time is hardly meant as one.
  private static let leastUsualNumber = Timestamp(nanoseconds: 946_684_800_000_000_000)
}
