extension RunSamples {
  /// Reads the samples of one file, and plans what is to be read from it.
  static func read(
    _ source: MetricsSource,
    _ judging: JudgingPlan,
    _ format: CSVFormat
  ) throws(Diagnostics) -> (Plan, SampleBatch) {
    let rules = judging.rules
    do throws(Diagnostic) {
      let stream = try source.open()
      // One chunk, so that there is one batch.
      let reader = try MetricsReader(
        stream,
        name: source.name,
        format: format,
        chunkSize: (stream.byteCount ?? 1 << 20) + 1
      )
      let plan: Plan
      do throws(Diagnostics) {
        plan = try judging.candidate(reader.header, name: reader.name)
      } catch {
        throw error.items[0]
      }
      var batch = SampleBatch(columnCount: plan.columnCount)
      var memory: [UInt8] = []
      if let next = reader.nextChunk(reusing: &memory) {
        if let failure = next.failure { throw failure }
        let samples = reader.sampleReader(plan.decoders, columnCount: plan.columnCount)
        var ends = FieldEnds()
        do throws(TextError) {
          _ = try samples.read(next.chunk, from: next.position, into: &batch, using: &ends)
        } catch {
          throw Diagnostic(error, in: next.chunk, of: source.name)
        }
      }
      if !plan.derivedColumns.isEmpty {
        let kept = rules.filter.map { $0.truths(in: batch).map { $0 == .true } }
        var deriver = ColumnDeriver(plan.derivedColumns)
        deriver.derive(in: &batch, keeping: kept)
      }
      guard batch.count > 0 else {
        throw Diagnostic(.noSamples, "\(source.name): there is a header but no sample")
      }
      return (plan, batch)
    } catch {
      throw Diagnostics(error)
    }
  }

  /// The samples that belong to one of the phases at these places; all of them without places.
  static func samples(
    of batch: SampleBatch,
    in places: [Int],
    _ rules: RuleSet,
    _ name: String
  ) throws(Diagnostics) -> SampleBatch {
    guard !places.isEmpty else { return batch }
    let truths = rules.filter?.truths(in: batch)
    var map = PhaseMap(rules.phases)
    map.begin(with: batch) { index in truths.map { $0[index] == .true } ?? true }
    let phases = map.places(in: batch)
    let rows = phases.indices.filter { places.contains(phases[$0]) }
    guard !rows.isEmpty else {
      let names = places.map { "'\(rules.phases[$0].name)'" }.joined(by: ", ")
      throw Diagnostics(
        Diagnostic(.noSamples, "\(name): no sample belongs to the phase \(names)")
      )
    }
    return SampleBatch(rows, of: batch, columns: Array(0..<batch.columnCount))
  }
}
