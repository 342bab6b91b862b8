/// A run that was read, with everything that judging it takes.
struct JudgedRun {
  let judge: Judge
  /// The run, as far as it can be read again.
  var candidate: RunReading
  private let input: InputSummary
  private let baselines: [InputSummary]
  private let header: MetricsHeader

  /// Reads the metrics of `reader` and of the baseline as far as judging them by `rules` takes.
  init(
    _ rules: RuleSet,
    _ reader: MetricsReader,
    baseline: [MetricsReader],
    options: EvaluationOptions,
    progress: ReadingProgress.Handler? = nil
  ) throws(Diagnostics) {
    let judging: JudgingPlan
    do throws(Diagnostic) {
      judging = try JudgingPlan(
        rules,
        phase: options.phase,
        hasBaseline: !baseline.isEmpty,
        drawsSeries: options.drawsSeries
      )
    } catch {
      throw Diagnostics(error)
    }
    let plan = try judging.candidate(reader.header, name: reader.name)
    var files: [RunReading.File] = []
    for reader in baseline {
      let plan = try judging.baseline(reader.header, name: reader.name)
      files.append(RunReading.File(plan: plan, reader: reader))
    }
    header = reader.header
    candidate = RunReading(
      [RunReading.File(plan: plan, reader: reader)],
      options: options,
      progress: progress
    )
    var compared =
      files.isEmpty ? nil : RunReading(files, options: options, progress: progress)
    do throws(Diagnostic) {
      let measured = try candidate.measure()
      let baseline = try compared?.measure()
      input = measured.inputs[0]
      baselines = baseline?.inputs ?? []
      var runs = MeasuredRuns(
        candidate: measured.measurements,
        baseline: baseline?.measurements
      )
      var judge = Judge(judging, plan, runs, options: options)
      while try Self.look(judge, &runs, &candidate, &compared) {
        judge = Judge(judging, plan, runs, options: options)
      }
      self.judge = judge
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Looks once more for the exact percentiles that matter; returns false when there is nothing more
  /// to find.
  ///
  /// Of a stream, which is gone, nothing more is found, and the judge knows what to say.
  private static func look(
    _ judge: Judge,
    _ runs: inout MeasuredRuns,
    _ candidate: inout RunReading,
    _ baseline: inout RunReading?
  ) throws(Diagnostic) -> Bool {
    let wanted =
      judge.options.percentiles == .exact ? runs.approximatePlaces : judge.decisivePlaces
    var hasLooked = false
    if !wanted.candidate.isEmpty {
      hasLooked = try candidate.look(into: wanted.candidate, of: &runs.candidate)
    }
    if !wanted.baseline.isEmpty, var measurements = runs.baseline {
      let hasFound = try baseline?.look(into: wanted.baseline, of: &measurements) ?? false
      runs.baseline = measurements
      hasLooked = hasLooked || hasFound
    }
    return hasLooked
  }

  /// The judgement.
  ///
  /// - Throws: `Diagnostics` with the code `internal-error` when it needs what was not measured.
  func evaluation() throws(Diagnostics) -> Evaluation {
    let evaluation = judge.evaluation(of: input, baseline: baselines, header: header)
    try judge.runs.checkCompleteness()
    return evaluation
  }
}
