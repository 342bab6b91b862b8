/// One reading of a file from front to back, on several threads.
///
/// Each thread takes the next chunk and measures it. What depends on the order of the samples is
/// merged in the order of the file, and what does not is gathered by each thread for itself and
/// merged at the end. Batches from which columns are derived are handed over in that order, too. So the result has the same bits for any number of threads, and of several
/// mistakes the first one in the file is thrown.
struct MeasuringPass: Sendable {
  let samples: SampleReader
  let series: SeriesPlan
  let derivedColumns: [DerivedColumn]
  /// The rule file's `where`.
  let filter: SampleCondition?
  /// Whose offsets count from the first sample, once that is read.
  private(set) var phases: PhaseMap
  /// Beyond so many samples, distributions are kept as histograms.
  let storedSamples: Int
  let progress: ReadingProgress.Handler?

  /// Reads all samples of `reader`.
  func run(
    _ reader: MetricsReader,
    threads: Int?
  ) throws(Diagnostic) -> (tally: Tally, order: RunOrder) {
    var pass = self
    var result = try pass.measure(reader, threads: threads)
    guard result.order.samples > 0 else {
      throw Diagnostic(
        .noSamples,
        "\(reader.name): there is a header but no sample",
        hint: "the run may not have begun, or its writer failed"
      )
    }
    if result.order.samples > storedSamples { result.tally.condense() }
    return result
  }

  /// Measures all chunks: a file of one chunk is done before a thread has begun.
  private mutating func measure(
    _ reader: MetricsReader,
    threads: Int?
  ) throws(Diagnostic) -> (tally: Tally, order: RunOrder) {
    let (first, isLast) = try measureFirst(reader)
    guard !isLast, !first.hasFailed else { return try first.result() }
    let merger = Guarded(first)
    let pass = self
    Threads.run(threads ?? Threads.available) { pass.measure(reader, merger) }
    return try merger.withLock { (merger) throws(Diagnostic) in try merger.result() }
  }

  /// Measures the first chunk, which what is in the others is merged into; and more of them until
  /// it is known when the run began, if that matters.
  private mutating func measureFirst(
    _ reader: MetricsReader
  ) throws(Diagnostic) -> (merger: PartMerger, isLast: Bool) {
    var worker = ChunkWorker(self, name: reader.name)
    var merger = PartMerger(self, name: reader.name)
    var memory: [UInt8] = []
    var isLast = true
    while var next = reader.nextChunk(reusing: &memory) {
      isLast = next.isLast
      let part = worker.measure(next)
      merger.add(part, worker.handOver(), at: next.number)
      if let batch = merger.takeFreeBatch() { worker.reuse(batch) }
      progress?(reader.progress)
      guard worker.phases.isWaiting, !merger.hasFailed else { break }
      memory = next.chunk.takeMemory()
    }
    phases = worker.phases
    merger.add(worker.tally)
    return (merger, isLast)
  }

  /// Measures one chunk after the other until there is none left.
  private func measure(_ reader: MetricsReader, _ merger: Guarded<PartMerger>) {
    var worker = ChunkWorker(self, name: reader.name)
    var memory: [UInt8] = []
    while var next = reader.nextChunk(reusing: &memory) {
      let part = worker.measure(next)
      let samplesSoFar = merger.withLock { merger in
        merger.add(part, worker.handOver(), at: next.number)
        if let batch = merger.takeFreeBatch() { worker.reuse(batch) }
        progress?(reader.progress)
        return merger.hasFailed ? nil : merger.samples
      }
      guard let samplesSoFar else { break }
      if samplesSoFar > storedSamples { worker.condense() }
      memory = next.chunk.takeMemory()
    }
    let tally = worker.tally
    merger.withLock { $0.add(tally) }
  }
}

/// Measures chunks, with memory that it uses again for the next one.
private struct ChunkWorker {
  private let samples: SampleReader
  private let name: String
  private var worker: SampleWorker
  private(set) var batch: SampleBatch
  /// Whether somebody else needs the samples of each chunk, too.
  private let handsOverBatches: Bool
  private var ends = FieldEnds()

  init(_ pass: MeasuringPass, name: String) {
    samples = pass.samples
    self.name = name
    handsOverBatches = !pass.derivedColumns.isEmpty
    worker = SampleWorker(pass.series, filter: pass.filter, phases: pass.phases)
    batch = SampleBatch(columnCount: pass.samples.columnCount)
  }

  var tally: Tally { worker.tally }
  var phases: PhaseMap { worker.phases }

  mutating func condense() {
    worker.condense()
  }

  /// The samples of the last chunk, when columns are to be derived from them.
  mutating func handOver() -> SampleBatch? {
    guard handsOverBatches else { return nil }
    var batch = SampleBatch(columnCount: samples.columnCount)
    swap(&batch, &self.batch)
    return batch
  }

  /// Takes a batch that is of no more use, in place of one that was handed over.
  mutating func reuse(_ batch: SampleBatch) {
    self.batch = batch
  }

  /// What one chunk holds.
  mutating func measure(_ next: MetricsReader.NumberedChunk) -> MeasuredPart {
    if let failure = next.failure {
      return MeasuredPart(hasContent: false, result: .failure(failure))
    }
    let chunk = next.chunk
    do throws(TextError) {
      let emptyLine = try samples.read(chunk, from: next.position, into: &batch, using: &ends)
      return MeasuredPart(
        hasContent: batch.count > 0,
        trailingEmptyLine: emptyLine,
        result: .success(worker.add(batch))
      )
    } catch {
      return MeasuredPart(
        hasContent: true,
        result: .failure(Diagnostic(error, in: chunk, of: name))
      )
    }
  }
}

/// What was measured in one chunk, or what is wrong with it.
private struct MeasuredPart: Sendable {
  /// Whether there is anything but empty rows.
  let hasContent: Bool
  var trailingEmptyLine: Int?
  let result: Result<RunOrder, Diagnostic>
}

/// Merges parts in the order of the file, in whatever order they arrive.
private struct PartMerger: Sendable {
  private let name: String
  private let series: SeriesPlan
  /// What is merged so far.
  private var tally: Tally?
  private var order: RunOrder?
  private var waiting: [(number: Int, part: MeasuredPart, batch: SampleBatch?)] = []
  private var nextNumber = 0
  private var emptyLine: Int?
  private var failure: Diagnostic?
  /// One when there are derived columns, else none: an optional would make short files slower.
  private var stages: [DerivedStage]
  private let storedSamples: Int
  private var freeBatches: [SampleBatch] = []

  init(_ pass: MeasuringPass, name: String) {
    series = pass.series
    self.name = name
    storedSamples = pass.storedSamples
    stages = pass.derivedColumns.isEmpty ? [] : [DerivedStage(pass)]
  }

  var hasFailed: Bool { failure != nil }

  /// The samples that are merged.
  var samples: Int { order?.samples ?? 0 }

  mutating func add(_ tally: Tally) {
    if self.tally == nil { self.tally = tally } else { self.tally?.merge(tally) }
  }

  mutating func add(_ part: MeasuredPart, _ batch: SampleBatch?, at number: Int) {
    // Most parts come in their order, and of a short file the only one.
    if failure == nil, number == nextNumber {
      merge(part, batch)
      nextNumber += 1
    } else {
      waiting.append((number, part, batch))
    }
    while failure == nil, let index = waiting.firstIndex(where: { $0.number == nextNumber }) {
      let next = waiting.remove(at: index)
      merge(next.part, next.batch)
      nextNumber += 1
    }
  }

  private mutating func merge(_ part: MeasuredPart, _ batch: SampleBatch?) {
    // The empty row comes before any other mistake in what follows it.
    if let emptyLine, part.hasContent {
      let row = Chunk(bytes: [.lineFeed], firstLine: emptyLine, isLast: false)
      failure = Diagnostic(SampleReader.emptyRow(at: 0..<1), in: row, of: name)
      return
    }
    emptyLine = emptyLine ?? part.trailingEmptyLine
    switch part.result {
    case .success(let next):
      if order == nil { order = next } else { order?.merge(next) }
      if let batch { derive(from: batch) }
    case .failure(let error): failure = error
    }
  }

  /// Measures what depends on derived columns, of samples that come after all so far.
  private mutating func derive(from batch: consuming SampleBatch) {
    for index in stages.indices {
      stages[index].add(&batch)
      if samples > storedSamples { stages[index].condense() }
    }
    freeBatches.append(batch)
  }

  /// A batch whose memory can be used again.
  mutating func takeFreeBatch() -> SampleBatch? { freeBatches.popLast() }

  func result() throws(Diagnostic) -> (tally: Tally, order: RunOrder) {
    if let failure { throw failure }
    var (tally, order) = (tally ?? Tally(series), order ?? RunOrder(series))
    for stage in stages {
      tally.merge(stage.tally)
      order.merge(stage.order)
    }
    return (tally, order)
  }
}
