#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open for reading; the only place in the library that reads files.
final class OpenFile: Sendable {
  private let descriptor: Int32
  private let name: String
  private let closesWhenDone: Bool
  /// What the file was when it was opened; `nil` when it is no regular file.
  private let version: FileVersion?

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `Diagnostic` with the code `unreadable-file`.
  init(path: String) throws(Diagnostic) {
    name = path
    closesWhenDone = path != "-"
    guard closesWhenDone else {
      descriptor = STDIN_FILENO
      version = nil
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      version = nil
      throw Self.failure("cannot open", path)
    }
    version = FileVersion(descriptor)
  }

  deinit {
    if closesWhenDone { _ = close(descriptor) }
  }

  /// Appends up to `count` bytes to `buffer`; returns 0 at the end of the file.
  ///
  /// Waits when a non-blocking input has nothing yet, and goes on after a signal. What was written to
  /// a file while it was read makes it an error at the end: it may be half of what it will be.
  ///
  /// - Throws: `Diagnostic` with the code `unreadable-file` or `changed-file`.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(Diagnostic) -> Int {
    var received = 0
    buffer.append(addingCapacity: count) { free in
      // The system gets the free part and its length, so it cannot write behind it; what it has
      // not written stays uninitialised, and its pages are never touched.
      free.withUnsafeMutableBufferPointer { bytes, initialized in
        let rest = UnsafeMutableBufferPointer(rebasing: bytes[initialized...])
        received = Self.read(descriptor, into: UnsafeMutableRawBufferPointer(rest))
        initialized += max(0, received)
      }
    }
    guard received >= 0 else { throw Self.failure("cannot read", name) }
    if received == 0, let version, FileVersion(descriptor) != version { throw Self.changed(name) }
    return received
  }

  private static func read(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let received = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        let received = Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Darwin)
        let received = Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if received >= 0 { return received }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&request, 1, -1)
      default: return -1
      }
    }
  }

  private static func failure(_ verb: String, _ name: String) -> Diagnostic {
    let reason = strerror(errno).map { String(cString: $0).inSentence } ?? "error \(errno)"
    let what = name == "-" ? standardInputName : "'\(name)'"
    return Diagnostic(.unreadableFile, "\(verb) \(what): \(reason)")
  }
}

extension OpenFile {
  /// What `-` is called in messages and reports.
  static let standardInputName = "standard input"

  /// What the file at `path` is called in messages and reports.
  static func name(of path: String) -> String { path == "-" ? standardInputName : path }

  /// How many bytes the file had when it was opened; `nil` when it is no regular file.
  var size: Int? { version?.size }

  /// Whether it is the same regular file as another one, whatever paths lead to it.
  func isSameFile(as other: OpenFile) -> Bool {
    guard let version, let other = other.version else { return false }
    return version.isSameFile(as: other)
  }

  /// The same file from its start, or `nil` when it is no regular file.
  ///
  /// - Throws: `Diagnostic` with the code `changed-file` when it is not the same any more.
  func reopened() throws(Diagnostic) -> OpenFile? {
    guard let version else { return nil }
    let file = try OpenFile(path: name)
    guard file.version == version else { throw Self.changed(name) }
    return file
  }

  /// The mistake that a file is not the same when it is read a second time.
  static func changed(_ name: String) -> Diagnostic {
    Diagnostic(
      .changedFile,
      "'\(name)' changed while it was read",
      hint: "its writer may still be at work; judge the file when it is complete"
    )
  }

  /// Whether there is something at `path`; a link that leads nowhere is something, too.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The names of what is in a folder; none when it cannot be looked at.
  ///
  /// An empty path is the working folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      names.append(name)
    }
    return names
  }

  /// The folder that relative paths start from, or `nil` when it is gone.
  static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// All bytes of the file at `path`.
  ///
  /// - Throws: `Diagnostic` when it cannot be read, or when it is larger than `limit`.
  static func contents(of path: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    let file = try OpenFile(path: path)
    var bytes: [UInt8] = []
    while try file.read(min(limit + 1, 65_536), into: &bytes) > 0 {
      guard bytes.count <= limit else {
        throw Diagnostic(
          .unreadableFile,
          "'\(name(of: path))' is larger than \(limit) bytes",
          hint: "is it the file that was meant?"
        )
      }
    }
    return bytes
  }
}

/// Which file it is, and when and how it was written last.
private struct FileVersion: Sendable, Equatable {
  private let device: UInt64
  private let node: UInt64
  private let seconds: Int
  private let nanoseconds: Int
  let size: Int

  /// Whether it is the same file, however it was written in between.
  func isSameFile(as other: FileVersion) -> Bool {
    device == other.device && node == other.node
  }

  /// The version of an open file; `nil` when it is no regular one.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }
}

extension String {
  /// The system's words inside a message: with a small letter at their beginning.
  fileprivate var inSentence: String {
    var bytes = Array(utf8)
    if let first = bytes.first { bytes[0] = first.lowercased }
    return String(decoding: bytes, as: UTF8.self)
  }
}
