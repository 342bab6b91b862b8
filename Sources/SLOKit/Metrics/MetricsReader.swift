/// A metrics file that is open: its header is read, its samples are not yet.
///
/// Knowing the header first lets a caller choose rules for it. The samples are read from front to
/// back, once: it is a reference, because there is one place in one stream.
public final class MetricsReader {
  /// The name of the source.
  public let name: String

  /// The names of the columns, in the order of the file.
  public var columns: [String] { header.names }

  let header: MetricsHeader
  private let format: CSVFormat
  private var chunks: ChunkReader
  private var first: (chunk: Chunk, position: Int)?

  /// Opens `source` and reads its header.
  ///
  /// - Throws: `Diagnostics` when the source cannot be read or does not begin with a header.
  public convenience init(_ source: MetricsSource, format: CSVFormat = CSVFormat())
    throws(Diagnostics)
  {
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
    self.name = name
    self.format = format
    chunks = ChunkReader(stream, chunkSize: chunkSize, recordLimit: format.recordLimit)
    let chunk = try chunks.next() ?? Chunk(bytes: [], firstLine: 1, isLast: true)
    var scanner = RecordScanner(delimiter: .comma)
    do throws(CSVError) {
      header = try MetricsHeader.read(chunk, format: format, scanner: &scanner)
    } catch {
      throw Diagnostic(error, in: chunk, of: name)
    }
    first = (chunk, scanner.position)
  }

  /// The next chunk that may hold samples and where in it they begin, or `nil` at the end.
  func nextChunk() throws(Diagnostic) -> (chunk: Chunk, position: Int)? {
    if let chunk = first {
      first = nil
      return chunk
    }
    return try chunks.next().map { ($0, 0) }
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
  init(_ error: CSVError, in chunk: Chunk, of name: String) {
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
