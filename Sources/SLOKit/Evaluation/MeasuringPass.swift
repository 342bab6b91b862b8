/// One reading of a file from front to back, on several threads.
///
/// Each thread takes the next chunk and measures it. What depends on the order of the samples is
/// merged in the order of the file, and what does not is gathered by each thread for itself and
/// merged at the end. So the result has the same bits for any number of threads, and of several
/// mistakes the first one in the file is thrown.
struct MeasuringPass: Sendable {
  let samples: SampleReader
  let series: SeriesPlan
  /// The rule file's `where`.
  let filter: SampleCondition?
  /// Beyond so many samples, distributions are kept as histograms.
  let storedSamples: Int
  let progress: ReadingProgress.Handler?

  /// Reads all samples of `reader`.
  func run(
    _ reader: MetricsReader,
    threads: Int?
  ) throws(Diagnostic) -> (tally: Tally, order: RunOrder) {
    let merger = Guarded(PartMerger(name: reader.name))
    // A file of one chunk is done before a thread has begun.
    let isDone = measure(reader, merger) { $0.isLast || $0.number == 0 }
    if !isDone {
      Threads.run(threads ?? Threads.available) { _ = measure(reader, merger, until: \.isLast) }
    }
    var result = try merger.withLock { (merger) throws(Diagnostic) in try merger.result() }
    if result.order.samples > storedSamples { result.tally.condense() }
    return result
  }

  /// Measures one chunk after the other up to one that fulfils `isEnd`; returns true when there is
  /// nothing more to do.
  private func measure(
    _ reader: MetricsReader,
    _ merger: Guarded<PartMerger>,
    until isEnd: (MetricsReader.NumberedChunk) -> Bool
  ) -> Bool {
    var worker = SampleWorker(series, filter: filter)
    var batch = SampleBatch(columnCount: samples.columnCount)
    var ends = FieldEnds()
    var memory: [UInt8] = []
    var isDone = true
    while var next = reader.nextChunk(reusing: &memory) {
      let part = measure(next, &worker, &batch, &ends, name: reader.name)
      let samplesSoFar = merger.withLock { merger in
        merger.add(part, at: next.number)
        progress?(reader.progress)
        return merger.hasFailed ? nil : merger.samples
      }
      guard let samplesSoFar else { break }
      if samplesSoFar > storedSamples { worker.condense() }
      if isEnd(next) {
        isDone = next.isLast
        break
      }
      memory = next.chunk.takeMemory()
    }
    let tally = worker.tally
    merger.withLock { $0.add(tally) }
    return isDone
  }

  /// What one chunk holds.
  private func measure(
    _ next: MetricsReader.NumberedChunk,
    _ worker: inout SampleWorker,
    _ batch: inout SampleBatch,
    _ ends: inout FieldEnds,
    name: String
  ) -> MeasuredPart {
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
  /// What is merged so far; `nil` before the first part.
  private var tally: Tally?
  private var order: RunOrder?
  private var waiting: [(number: Int, part: MeasuredPart)] = []
  private var nextNumber = 0
  private var emptyLine: Int?
  private var failure: Diagnostic?

  init(name: String) {
    self.name = name
  }

  var hasFailed: Bool { failure != nil }

  /// The samples that are merged.
  var samples: Int { order?.samples ?? 0 }

  mutating func add(_ tally: Tally) {
    if self.tally?.merge(tally) == nil { self.tally = tally }
  }

  mutating func add(_ part: MeasuredPart, at number: Int) {
    guard number == nextNumber else {
      waiting.append((number, part))
      return
    }
    merge(part)
    while let index = waiting.firstIndex(where: { $0.number == nextNumber }) {
      merge(waiting.remove(at: index).part)
    }
  }

  private mutating func merge(_ part: MeasuredPart) {
    guard failure == nil else { return }
    nextNumber += 1
    // The empty row comes before any other mistake in what follows it.
    if let emptyLine, part.hasContent {
      let row = Chunk(bytes: [.lineFeed], firstLine: emptyLine, isLast: false)
      failure = Diagnostic(SampleReader.emptyRow(at: 0..<1), in: row, of: name)
      return
    }
    emptyLine = emptyLine ?? part.trailingEmptyLine
    switch part.result {
    case .success(let next):
      if order?.merge(next) == nil { order = next }
    case .failure(let error): failure = error
    }
  }

  func result() throws(Diagnostic) -> (tally: Tally, order: RunOrder) {
    if let failure { throw failure }
    guard let tally, let order, order.samples > 0 else {
      throw Diagnostic(
        .noSamples,
        "\(name): there is a header but no sample",
        hint: "the run may not have begun, or its writer failed"
      )
    }
    return (tally, order)
  }
}
