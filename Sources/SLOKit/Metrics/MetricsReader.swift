/// A metrics file that is open: its header is read, its samples are not yet.
///
/// Knowing the header first lets a caller choose rules for it. The samples are read from front to
/// back, once: it is a reference, because there is one place in one stream.
public final class MetricsReader: Sendable {
  /// The name of the source.
  public let name: String

  /// The names of the columns, in the order of the file.
  public var columns: [String] { header.names }

  let header: MetricsHeader
  private let format: CSVFormat
  /// The stream as it was before anything was read of it.
  private let stream: ByteStream
  private let chunkSize: Int
  private let pass: Int
  private let state: Guarded<State>

  /// How far the stream is read.
  private struct State: Sendable {
    var chunks: ChunkReader
    /// The chunk that holds the header.
    var first: NumberedChunk?
    /// The number of the next chunk behind it.
    var number = 1
    var hasFailed = false
  }

  /// Opens `source` and reads its header.
  ///
  /// - Throws: `Diagnostics` when the source cannot be read or does not begin with a header.
  public convenience init(
    _ source: MetricsSource,
    format: CSVFormat = CSVFormat()
  ) throws(Diagnostics) {
    do throws(Diagnostic) {
      let stream = try source.open()
      try self.init(stream, name: source.name, format: format)
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Reads the header of `stream`; tests choose the size of the chunks.
  init(
    _ stream: ByteStream,
    name: String,
    format: CSVFormat,
    chunkSize: Int = 1 << 18,
    pass: Int = 1
  ) throws(Diagnostic) {
    var chunks = ChunkReader(stream, chunkSize: chunkSize, recordLimit: format.recordLimit)
    var memory: [UInt8] = []
    let chunk =
      try chunks.next(reusing: &memory) ?? Chunk(bytes: [], firstLine: 1, isLast: true)
    var scanner = RecordScanner(delimiter: .comma)
    do throws(TextError) {
      header = try MetricsHeader.read(chunk, format: format, scanner: &scanner)
    } catch {
      throw Diagnostic(error, in: chunk, of: name)
    }
    self.name = name
    self.format = format
    self.stream = stream
    self.chunkSize = chunkSize
    self.pass = pass
    let first = NumberedChunk(number: 0, chunk: chunk, position: scanner.position)
    state = Guarded(State(chunks: chunks, first: first))
  }

  /// A chunk that may hold samples, with its place in the order.
  struct NumberedChunk: Sendable {
    let number: Int
    var chunk: Chunk
    /// Where in the chunk the samples begin.
    let position: Int
    /// Why there is no chunk.
    var failure: Diagnostic?

    /// Whether nothing comes behind it.
    var isLast: Bool { chunk.isLast }
  }

  /// The next chunk, or `nil` at the end; several threads may take chunks.
  ///
  /// `memory` is what a chunk before it was made of, and is taken again.
  func nextChunk(reusing memory: inout [UInt8]) -> NumberedChunk? {
    state.withLock { state in
      guard !state.hasFailed else { return nil }
      if let first = state.first {
        state.first = nil
        return first
      }
      let number = state.number
      state.number += 1
      do throws(Diagnostic) {
        guard let chunk = try state.chunks.next(reusing: &memory) else { return nil }
        return NumberedChunk(number: number, chunk: chunk, position: 0)
      } catch {
        state.hasFailed = true
        let nothing = Chunk(bytes: [], firstLine: 0, isLast: true)
        return NumberedChunk(number: number, chunk: nothing, position: 0, failure: error)
      }
    }
  }

  /// How far the metrics are read.
  var progress: ReadingProgress {
    ReadingProgress(
      bytes: state.withLock { $0.chunks.byteCount },
      totalBytes: stream.byteCount,
      pass: pass
    )
  }

  /// Whether the metrics can be read again.
  var canRestart: Bool { stream.byteCount != nil }

  /// A reader of the same metrics that begins anew, or `nil` when they are gone once read, as
  /// those of a pipe are.
  ///
  /// - Throws: `Diagnostic` with the code `changed-file` when they are not the same any more.
  func restarted() throws(Diagnostic) -> MetricsReader? {
    guard let stream = try stream.restarted() else { return nil }
    return try MetricsReader(
      stream,
      name: name,
      format: format,
      chunkSize: chunkSize,
      pass: pass + 1
    )
  }

  /// Checks that the metrics are still those that this reader began to read.
  ///
  /// - Throws: `Diagnostic` with the code `changed-file`.
  func checkUnchanged() throws(Diagnostic) {
    _ = try stream.restarted()
  }

  /// Whether this reader and another one read the same file.
  func isSameFile(as other: MetricsReader) -> Bool { stream.isSameFile(as: other.stream) }

  /// Whether the metrics are byte for byte those of another reader.
  ///
  /// Only what can be read again is compared, and only when there are as many bytes: what differs
  /// mostly differs soon, so this costs little unless the bytes are the same.
  func hasSameBytes(as other: MetricsReader) throws(Diagnostic) -> Bool {
    guard let count = stream.byteCount, count == other.stream.byteCount,
      var own = try stream.restarted(), var theirs = try other.stream.restarted()
    else { return false }
    var rest = count
    while rest > 0 {
      var (a, b): ([UInt8], [UInt8]) = ([], [])
      let piece = min(rest, chunkSize)
      try own.fill(&a, to: piece)
      try theirs.fill(&b, to: piece)
      guard a == b else { return false }
      rest -= piece
    }
    return true
  }

  /// How the samples are read for `decoders`.
  func sampleReader(_ decoders: [ColumnDecoder], columnCount: Int) -> SampleReader {
    SampleReader(
      fieldCount: header.names.count,
      delimiter: header.delimiter,
      recordLimit: format.recordLimit,
      decoders: decoders,
      columnCount: columnCount
    )
  }
}

extension Diagnostic {
  /// A mistake in a chunk, with its place in the file.
  init(_ error: TextError, in chunk: Chunk, of name: String) {
    let source = SourceText(name: name, bytes: chunk.bytes)
    self.init(
      error.code,
      error.message,
      at: source.location(at: error.range.lowerBound, firstLine: chunk.firstLine),
      excerpt: source.excerpt(of: error.range),
      hint: error.hint
    )
  }
}
