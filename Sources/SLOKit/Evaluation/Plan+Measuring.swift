extension Plan {
  /// Reads all samples of `reader`, on up to that many threads.
  ///
  /// Each thread takes the next chunk, measures it alone, and the parts are merged in the order of
  /// the file. So the result has the same bits for any number of threads, and of several mistakes
  /// the first one in the file is thrown.
  func measure(_ reader: MetricsReader, threads: Int) throws(Diagnostic) -> Measurements {
    let samples = reader.sampleReader(decoders, columnCount: columnCount)
    let merger = Guarded(PartMerger(name: reader.name))
    // A file of one chunk is done before a thread has begun.
    let isDone = measureNextChunk(of: reader, samples, merger)
    if !isDone {
      Threads.run(threads) {
        while !measureNextChunk(of: reader, samples, merger) {}
      }
    }
    return try merger.withLock { (merger) throws(Diagnostic) in try merger.measurements() }
  }

  /// Takes one chunk, measures it and hands it over; returns true when there is nothing more to do.
  private func measureNextChunk(
    of reader: MetricsReader,
    _ samples: SampleReader,
    _ merger: Guarded<PartMerger>
  ) -> Bool {
    guard let next = reader.nextChunk() else { return true }
    let part = measure(next, samples, name: reader.name)
    return merger.withLock { merger in
      merger.add(part, at: next.number)
      return next.isLast || merger.hasFailed
    }
  }

  /// What one chunk holds.
  private func measure(
    _ next: MetricsReader.NumberedChunk,
    _ samples: SampleReader,
    name: String
  ) -> MeasuredPart {
    let chunk: Chunk
    switch next.chunk {
    case .success(let found): chunk = found
    case .failure(let error): return MeasuredPart(hasContent: false, result: .failure(error))
    }
    let hasContent = chunk.bytes.contains { $0 != .lineFeed && $0 != .carriageReturn }
    do throws(TextError) {
      let part = try samples.read(chunk, from: next.position)
      var accumulator = MeasurementsAccumulator(self)
      accumulator.add(part.batch)
      return MeasuredPart(
        hasContent: hasContent,
        trailingEmptyLine: part.trailingEmptyLine,
        result: .success(accumulator)
      )
    } catch {
      return MeasuredPart(
        hasContent: hasContent,
        result: .failure(Diagnostic(error, in: chunk, of: name))
      )
    }
  }
}

/// What was measured in one chunk, or what is wrong with it.
private struct MeasuredPart: Sendable {
  /// Whether there is anything but line ends.
  let hasContent: Bool
  var trailingEmptyLine: Int?
  let result: Result<MeasurementsAccumulator, Diagnostic>
}

/// Merges parts in the order of the file, in whatever order they arrive.
private struct PartMerger: Sendable {
  private let name: String
  /// What is merged so far; `nil` before the first part.
  private var accumulator: MeasurementsAccumulator?
  private var waiting: [(number: Int, part: MeasuredPart)] = []
  private var nextNumber = 0
  private var emptyLine: Int?
  private var failure: Diagnostic?

  init(name: String) {
    self.name = name
  }

  var hasFailed: Bool { failure != nil }

  mutating func add(_ part: MeasuredPart, at number: Int) {
    waiting.append((number, part))
    while failure == nil, let index = waiting.firstIndex(where: { $0.number == nextNumber }) {
      merge(waiting.remove(at: index).part)
      nextNumber += 1
    }
  }

  private mutating func merge(_ part: MeasuredPart) {
    // The empty row comes before any other mistake in what follows it.
    if let emptyLine, part.hasContent {
      let row = Chunk(bytes: [.lineFeed], firstLine: emptyLine, isLast: false)
      failure = Diagnostic(SampleReader.emptyRow(at: 0..<1), in: row, of: name)
      return
    }
    emptyLine = emptyLine ?? part.trailingEmptyLine
    switch part.result {
    case .success(let next):
      if accumulator?.merge(next) == nil { accumulator = next }
    case .failure(let error): failure = error
    }
  }

  func measurements() throws(Diagnostic) -> Measurements {
    if let failure { throw failure }
    guard let accumulator, accumulator.samples > 0 else {
      throw Diagnostic(
        .noSamples,
        "\(name): there is a header but no sample",
        hint: "the run may not have begun, or its writer failed"
      )
    }
    return accumulator.measurements
  }
}
