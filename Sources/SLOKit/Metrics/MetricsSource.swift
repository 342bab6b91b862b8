/// Where the metrics come from: a file, standard input, or bytes in memory.
public struct MetricsSource: Sendable {
  private enum Origin: Sendable {
    case path(String)
    case bytes([UInt8])
  }

  /// The name that messages and reports use.
  public let name: String

  private let origin: Origin

  /// A file; a FIFO works too, and `-` is standard input.
  public static func file(_ path: String) -> MetricsSource {
    MetricsSource(name: OpenFile.name(of: path), origin: .path(path))
  }

  /// A file under a name of the caller's choice, for a copy that stands for its original.
  public static func file(_ path: String, name: String) -> MetricsSource {
    MetricsSource(name: name, origin: .path(path))
  }

  /// Bytes in memory, under a name of the caller's choice.
  public static func bytes(_ bytes: [UInt8], name: String) -> MetricsSource {
    MetricsSource(name: name, origin: .bytes(bytes))
  }

  /// Text in memory, under a name of the caller's choice.
  public static func text(_ text: String, name: String) -> MetricsSource {
    .bytes(Array(text.utf8), name: name)
  }

  /// Opens the source for one pass.
  func open() throws(Diagnostic) -> ByteStream {
    switch origin {
    case .path(let path): .file(try OpenFile(path: path))
    case .bytes(let bytes): .memory(bytes[...])
    }
  }
}

/// Bytes that are read once, from front to back.
enum ByteStream: Sendable {
  case file(OpenFile)
  case memory(ArraySlice<UInt8>)

  /// Appends up to `count` bytes to `buffer`; returns 0 at the end.
  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(Diagnostic) -> Int {
    switch self {
    case .file(let file): return try file.read(count, into: &buffer)
    case .memory(let bytes):
      let part = bytes.prefix(count)
      buffer.append(contentsOf: part)
      self = .memory(bytes.dropFirst(part.count))
      return part.count
    }
  }

  /// Appends bytes to `buffer` until it holds `count` or there are no more.
  mutating func fill(_ buffer: inout [UInt8], to count: Int) throws(Diagnostic) {
    while buffer.count < count {
      guard try read(count - buffer.count, into: &buffer) > 0 else { return }
    }
  }

  /// How many bytes there are in all; `nil` for a pipe, which does not tell.
  var byteCount: Int? {
    switch self {
    case .file(let file): file.size
    case .memory(let bytes): bytes.count
    }
  }

  /// Whether it reads the same regular file as another one.
  func isSameFile(as other: ByteStream) -> Bool {
    if case .file(let file) = self, case .file(let other) = other {
      return file.isSameFile(as: other)
    }
    return false
  }

  /// The same bytes from their start, for a stream of which nothing was read through this value;
  /// `nil` for a pipe.
  func restarted() throws(Diagnostic) -> ByteStream? {
    switch self {
    case .file(let file): try file.reopened().map { .file($0) }
    case .memory: self
    }
  }
}
