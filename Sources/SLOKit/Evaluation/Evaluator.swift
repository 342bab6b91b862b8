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
    try JudgedRun(self, reader, baseline: baseline, options: options, progress: progress)
      .evaluation()
  }
}
