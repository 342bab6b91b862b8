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
  private let state: Guarded<State>

  /// How far the stream is read.
  private struct State: Sendable {
    var chunks: ChunkReader
    /// The chunk that holds the header, and where in it the samples begin.
    var first: (chunk: Chunk, position: Int)?
    var number = 0
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
    chunkSize: Int = 1 << 18
  ) throws(Diagnostic) {
    var chunks = ChunkReader(stream, chunkSize: chunkSize, recordLimit: format.recordLimit)
    let chunk = try chunks.next() ?? Chunk(bytes: [], firstLine: 1, isLast: true)
    var scanner = RecordScanner(delimiter: .comma)
    do throws(TextError) {
      header = try MetricsHeader.read(chunk, format: format, scanner: &scanner)
    } catch {
      throw Diagnostic(error, in: chunk, of: name)
    }
    self.name = name
    self.format = format
    state = Guarded(State(chunks: chunks, first: (chunk, scanner.position)))
  }

  /// A chunk that may hold samples, or why it cannot be read, with its place in the order.
  struct NumberedChunk: Sendable {
    let number: Int
    let chunk: Result<Chunk, Diagnostic>
    /// Where in the chunk the samples begin.
    let position: Int
    /// Whether nothing comes behind it.
    let isLast: Bool
  }

  /// The next chunk, or `nil` at the end; several threads may take chunks.
  func nextChunk() -> NumberedChunk? {
    state.withLock { state in
      guard !state.hasFailed else { return nil }
      let number = state.number
      state.number += 1
      if let (chunk, position) = state.first {
        state.first = nil
        return NumberedChunk(
          number: number,
          chunk: .success(chunk),
          position: position,
          isLast: chunk.isLast
        )
      }
      do throws(Diagnostic) {
        guard let chunk = try state.chunks.next() else { return nil }
        return NumberedChunk(
          number: number,
          chunk: .success(chunk),
          position: 0,
          isLast: chunk.isLast
        )
      } catch {
        state.hasFailed = true
        return NumberedChunk(number: number, chunk: .failure(error), position: 0, isLast: true)
      }
    }
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
