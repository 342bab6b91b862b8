extension RuleSet {
  /// Judges the metrics of `source`.
  ///
  /// - Parameters:
  ///   - source: The metrics.
  ///   - options: What is to be looked at beyond the rules.
  ///   - format: How the CSV is written.
  /// - Returns: The decision and everything that it rests on.
  /// - Throws: `Diagnostics` when the metrics cannot be read or are wrong, or when the rules do
  ///   not fit them; then nothing was judged.
  public func evaluate(
    _ source: MetricsSource,
    options: EvaluationOptions = EvaluationOptions(),
    format: CSVFormat = CSVFormat()
  ) throws(Diagnostics) -> Evaluation {
    try evaluate(try MetricsReader(source, format: format), options: options)
  }

  /// Judges the metrics of an open reader, which is read to its end.
  ///
  /// - Parameters:
  ///   - reader: The metrics.
  ///   - options: What is to be looked at beyond the rules.
  ///   - progress: Is told now and then how far the metrics are read.
  /// - Returns: The decision and everything that it rests on.
  /// - Throws: `Diagnostics`, as `evaluate(_:options:format:)` does.
  public func evaluate(
    _ reader: MetricsReader,
    options: EvaluationOptions = EvaluationOptions(),
    progress: ReadingProgress.Handler? = nil
  ) throws(Diagnostics) -> Evaluation {
    let plan = try Plan(
      self,
      header: reader.header,
      name: reader.name,
      drawsSeries: options.drawsSeries
    )
    do throws(Diagnostic) {
      var measurements = try plan.measure(reader, options: options, progress: progress)
      try plan.checkTime(measurements, name: reader.name)
      try plan.refine(&measurements, reader, options: options, progress: progress)
      return Judge(plan, measurements, options: options)
        .evaluation(of: reader.name, header: reader.header)
    } catch {
      throw Diagnostics(error)
    }
  }
}

extension Plan {
  /// Checks that the samples have times and are in order where a rule depends on it.
  func checkTime(_ measurements: Measurements, name: String) throws(Diagnostic) {
    let timeline = measurements.timeline
    if let missing = timeline.missing, hasTime, let what = rules.whatNeedsTime {
      throw Diagnostic(
        .missingTimestamp,
        "the sample has no timestamp, but \(what) needs one",
        at: SourceLocation(file: name, line: missing.line, column: 1)
      )
    }
    let required = rules.requirements
    let needsOrder =
      required.gap != nil || required.duration != nil
      || aggregates.items.contains(where: \.needsOrder)
    guard needsOrder, let disorder = timeline.disorder else { return }
    throw Diagnostic(
      .unorderedSamples,
      "the sample of \(disorder.to.time) comes after the one of \(disorder.from.time)",
      at: SourceLocation(file: name, line: disorder.to.line, column: 1),
      hint: "the rules depend on the order; sort the rows by time"
    )
  }
}
