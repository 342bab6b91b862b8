extension RuleSet {
  /// Judges the metrics of `source`.
  ///
  /// - Parameters:
  ///   - source: The metrics.
  ///   - baseline: The run to compare with; several files of it count as one run.
  ///   - options: What is to be looked at beyond the rules.
  ///   - format: How the CSV is written.
  /// - Returns: The decision and everything that it rests on.
  /// - Throws: `Diagnostics` when the metrics cannot be read or are wrong, or when the rules do
  ///   not fit them; then nothing was judged.
  public func evaluate(
    _ source: MetricsSource,
    baseline: [MetricsSource] = [],
    options: EvaluationOptions = EvaluationOptions(),
    format: CSVFormat = CSVFormat()
  ) throws(Diagnostics) -> Evaluation {
    var readers: [MetricsReader] = []
    for source in baseline { readers.append(try MetricsReader(source, format: format)) }
    return try evaluate(
      try MetricsReader(source, format: format),
      baseline: readers,
      options: options
    )
  }

  /// Judges the metrics of an open reader, which is read to its end.
  ///
  /// - Parameters:
  ///   - reader: The metrics.
  ///   - baseline: The run to compare with; several files of it count as one run.
  ///   - options: What is to be looked at beyond the rules.
  ///   - progress: Is told now and then how far the metrics are read.
  /// - Returns: The decision and everything that it rests on.
  /// - Throws: `Diagnostics`, as `evaluate(_:baseline:options:format:)` does.
  public func evaluate(
    _ reader: MetricsReader,
    baseline: [MetricsReader] = [],
    options: EvaluationOptions = EvaluationOptions(),
    progress: ReadingProgress.Handler? = nil
  ) throws(Diagnostics) -> Evaluation {
    let plan: JudgingPlan
    do throws(Diagnostic) {
      plan = try JudgingPlan(self, phase: options.phase, hasBaseline: !baseline.isEmpty)
    } catch {
      throw Diagnostics(error)
    }
    let candidate = try plan.candidate(reader.header, name: reader.name)
    var files: [RunReading.File] = []
    for reader in baseline {
      let plan = try plan.baseline(reader.header, name: reader.name)
      files.append(RunReading.File(plan: plan, reader: reader))
    }
    do throws(Diagnostic) {
      return try plan.evaluate(
        candidate,
        RunReading(
          [RunReading.File(plan: candidate, reader: reader)],
          options: options,
          progress: progress
        ),
        files.isEmpty ? nil : RunReading(files, options: options, progress: progress),
        header: reader.header,
        options: options
      )
    } catch {
      throw Diagnostics(error)
    }
  }
}

extension JudgingPlan {
  fileprivate func evaluate(
    _ plan: Plan,
    _ candidate: RunReading,
    _ baseline: RunReading?,
    header: MetricsHeader,
    options: EvaluationOptions
  ) throws(Diagnostic) -> Evaluation {
    var (candidate, baseline) = (candidate, baseline)
    let measured = try candidate.measure()
    let compared = try baseline?.measure()
    var runs = MeasuredRuns(
      candidate: measured.measurements,
      baseline: compared?.measurements
    )
    // Of a stream, which is gone, nothing more is found, and the judge knows what to say.
    while true {
      let judge = Judge(self, plan, runs, options: options)
      let wanted = options.percentiles == .exact ? runs.approximatePlaces : judge.decisivePlaces
      var hasLooked = false
      if !wanted.candidate.isEmpty {
        hasLooked = try candidate.look(into: wanted.candidate, of: &runs.candidate)
      }
      if !wanted.baseline.isEmpty, var measurements = runs.baseline {
        let found = try baseline?.look(into: wanted.baseline, of: &measurements) ?? false
        runs.baseline = measurements
        hasLooked = hasLooked || found
      }
      guard hasLooked else {
        return judge.evaluation(
          of: measured.inputs[0],
          baseline: compared?.inputs ?? [],
          header: header
        )
      }
    }
  }
}
