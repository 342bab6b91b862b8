/// A run that was read, with everything that judging it takes.
struct JudgedRun {
  let judge: Judge
  /// The run, as far as it can be read again.
  var candidate: RunReading
  private let input: InputSummary
  private let baseline: BaselineFiles
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
    let copies = try Self.checkIdentity(reader, baseline)
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
      self.baseline = BaselineFiles(inputs: baseline?.inputs ?? [], copies: copies)
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

  /// Checks that the baseline is another run than the one that is judged, and that each of its files
  /// is given once; returns the names of those that are copies of the run.
  private static func checkIdentity(
    _ reader: MetricsReader,
    _ baseline: [MetricsReader]
  ) throws(Diagnostics) -> [String] {
    do throws(Diagnostic) {
      var copies: [String] = []
      for (place, file) in baseline.enumerated() {
        guard !file.isSameFile(as: reader) else {
          throw Diagnostic(
            .sameRun,
            "'\(file.name)' is the run and its own baseline, so it can miss nothing",
            hint: "give --baseline a run from before"
          )
        }
        guard !baseline[..<place].contains(where: file.isSameFile) else {
          throw Diagnostic(
            .sameRun,
            "'\(file.name)' is given twice as the baseline, so its samples would count twice",
            hint: "give each file once"
          )
        }
        if try file.hasSameBytes(as: reader) { copies.append(file.name) }
      }
      return copies
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
    let evaluation = judge.evaluation(of: input, baseline: baseline, header: header)
    try judge.runs.checkCompleteness()
    return evaluation
  }
}
