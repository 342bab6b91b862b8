extension Recommendation {
  /// Drafts targets from the metrics of one or more runs.
  ///
  /// - Parameters:
  ///   - metrics: The runs, the earliest first; held in memory.
  ///   - rules: The present rules, for whose indicators targets are drafted; `nil` for every column
  ///     that is plainly a service metric.
  ///   - overrides: Values for variables of the rules.
  ///   - options: The method and what it is to promise.
  ///   - format: How the CSV is written.
  /// - Throws: `Diagnostics` when metrics or rules are wrong or do not fit each other, when there are no
  ///   metrics, and when `options` ask for what cannot be.
  public init(
    metrics: [MetricsSource],
    rules: RuleSource? = nil,
    overrides: [VariableOverride] = [],
    options: RecommendationOptions = RecommendationOptions(),
    format: CSVFormat = CSVFormat()
  ) throws(Diagnostics) {
    do throws(Diagnostic) {
      try options.validate()
      guard !metrics.isEmpty else {
        throw Diagnostic(.invalidSetting, "a recommendation takes the metrics of at least one run")
      }
    } catch {
      throw Diagnostics(error)
    }
    let files = try Self.read(metrics)
    let sources = files.map(\.source)
    var survey = try ColumnSurvey(sources[0], format: format)
    for source in sources.dropFirst() { survey.merge(try ColumnSurvey(source, format: format)) }
    guard survey.samples > 0 else {
      throw Diagnostics(
        Diagnostic(.noSamples, "\(sources[0].name): there is a header but no sample")
      )
    }
    let columns = try Self.columns(of: sources[0], format)
    let inferred = rules == nil ? InferredRules(survey) : nil
    if let inferred, inferred.metrics.isEmpty {
      throw Diagnostics(
        Diagnostic(
          .noServiceMetrics,
          "\(sources[0].name): no column is plainly a service metric",
          hint: inferred.leftOut.first.map { "\($0.name): \($0.reason)" }
            ?? "name them in a rule file, and give it with --rules"
        )
      )
    }
    let ruleSet =
      if let rules {
        try rules.ruleSet(overrides: overrides, columns: columns)
      } else {
        try RuleSet(text: inferred?.text ?? "", source: "columns")
      }
    let phase = options.phase
    let samples = try RunSamples(ruleSet, metrics: sources, format: format, phase: phase)
    let length = samples.runs.reduce(0) { $0 + $1.count } / samples.runs.count
    let next = options.nextSamples ?? max(1, length)
    self.samples = samples
    self.options = options
    nextSamples = next
    self.rules =
      rules == nil ? nil : RulesReference(name: ruleSet.name, text: ruleSet.text)
    let variables = rules == nil ? nil : try? JSON5Reader.read(ruleSet.text).member("vars")
    self.overrides = overrides.filter { variables?.member($0.name) != nil }
    phases = samples.phases.map(\.name)
    inputs = zip(files, samples.runs).map { file, run in
      RecommendationInput(
        source: file.source.name,
        fingerprint: file.fingerprint,
        samples: run.count,
        start: samples.times(of: run)?.first,
        end: samples.times(of: run)?.last
      )
    }
    leftOut = inferred?.leftOut ?? []
    targets = Self.targets(samples, inferred, options, next, idleTraffic: survey.idleTraffic)
    aborts = ruleSet.aborts.map { AbortForecast($0, samples, nextSamples: next) }
    warnings = try Self.warnings(ruleSet, sources, format, phase: phase)
  }

  private struct File {
    let source: MetricsSource
    let fingerprint: String
  }

  /// Reads all bytes, once: what was read is what is named by its fingerprint.
  private static func read(_ metrics: [MetricsSource]) throws(Diagnostics) -> [File] {
    var files: [File] = []
    do throws(Diagnostic) {
      for source in metrics {
        var stream = try source.open()
        var bytes: [UInt8] = []
        while try stream.read(1 << 20, into: &bytes) > 0 {}
        var hash = SHA256()
        hash.update(bytes)
        files.append(
          File(source: .bytes(bytes, name: source.name), fingerprint: hash.finalize())
        )
      }
    } catch {
      throw Diagnostics(error)
    }
    return files
  }

  private static func columns(
    of source: MetricsSource,
    _ format: CSVFormat
  ) throws(Diagnostics) -> [String] {
    try MetricsReader(source, format: format).columns
  }

  private static func targets(
    _ samples: RunSamples,
    _ inferred: InferredRules?,
    _ options: RecommendationOptions,
    _ nextSamples: Int,
    idleTraffic: String?
  ) -> [TargetRecommendation] {
    @Sendable func target(
      _ objective: Objective,
      _ metric: InferredMetric?
    ) -> TargetRecommendation {
      TargetRecommender(
        samples: samples,
        objective: objective,
        options: options,
        nextSamples: nextSamples,
        idleTraffic: idleTraffic,
        inferred: metric
      ).recommendation()
    }
    let all = samples.objectives
    guard let inferred else { return inParallel(all.count) { target(all[$0], nil) } }
    var rest = all[...]
    let own = inferred.metrics.map { metric in
      let own = rest.prefix(metric.indicators.count)
      rest = rest.dropFirst(own.count)
      return own
    }
    return inParallel(own.count) { index in
      let drafts = own[index].lazy.map { target($0, inferred.metrics[index]) }
      return drafts.first(where: \.isProposed) ?? drafts.first
    }
  }

  /// What `body` makes of each index, on several threads and in the order of the indices.
  private static func inParallel(
    _ count: Int,
    _ body: @escaping @Sendable (Int) -> TargetRecommendation?
  ) -> [TargetRecommendation] {
    let results = Guarded<(next: Int, made: [TargetRecommendation?])>(
      (0, Array(repeating: nil, count: count))
    )
    Threads.run(min(count, Threads.available)) {
      while true {
        let index = results.withLock { state -> Int in
          defer { state.next += 1 }
          return state.next
        }
        guard index < count else { return }
        let result = body(index)
        results.withLock { $0.made[index] = result }
      }
    }
    return results.withLock { $0.made }.compactMap(\.self)
  }

  /// What an evaluation warns of, run by run.
  private static func warnings(
    _ rules: RuleSet,
    _ sources: [MetricsSource],
    _ format: CSVFormat,
    phase: String?
  ) throws(Diagnostics) -> [String] {
    var warnings: [String] = []
    let options = EvaluationOptions(phase: phase)
    for source in sources {
      let evaluation = try rules.evaluate(source, options: options, format: format)
      let prefix = sources.count > 1 ? "\(source.name): " : ""
      if evaluation.cause == .breach || evaluation.cause == .abort {
        warnings.append(
          "\(prefix)these samples do not pass the present rules (\(evaluation.decision.rawValue)): "
            + "\(evaluation.reason)"
        )
      }
      for warning in evaluation.warnings {
        warnings.append("\(prefix)\(warning.code.rawValue): \(warning.message)")
      }
    }
    return warnings
  }
}
