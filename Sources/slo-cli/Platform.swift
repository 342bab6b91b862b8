#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls of the tool; the only file that imports the C library.
///
/// Each one is as thin as it can be: what to do about an error is decided where it is called.
enum Platform {
  /// Makes a write to a closed pipe (`EPIPE`), or beyond the largest file that is allowed (`EFBIG`),
  /// an error instead of a silent death; and lets the signals through that are sent to end the
  /// process, which a caller with threads may have blocked by chance.
  static func prepareSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    var endings = endingSignals
    pthread_sigmask(SIG_UNBLOCK, &endings, nil)
  }

  /// Runs `body` without being ended by a signal that somebody sends to end the process; it ends
  /// the process afterwards then, with the status that tells so.
  static func deferringSignals<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var endings = endingSignals
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &endings, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  /// Those that somebody sends to end the process.
  private static var endingSignals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGHUP)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }

  /// Whether a signal waits that will end the process once it is no longer deferred.
  static var isEnding: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return [SIGHUP, SIGINT, SIGTERM]
      .contains { sigismember(&waiting, $0) == 1 && !isIgnored($0) }
  }

  /// Whether the caller had the process ignore a signal, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    // The C library tells a handler when it is replaced.
    let handler = signal(number, SIG_DFL)
    _ = signal(number, handler)
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Opens `/dev/null` for each standard descriptor that the caller left closed.
  ///
  /// Otherwise the first file that is opened takes its number, and a report could end up in it.
  static func reserveStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  static var processIdentifier: Int32 { getpid() }

  static func environmentValue(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Seconds of a clock that nobody sets.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }
}

// MARK: - Descriptors

extension Platform {
  /// Opens what is there already, to write at its end.
  static func openForAppending(_ path: String) throws(SystemError) -> Int32 {
    try checked(open(path, O_WRONLY | O_APPEND | O_CLOEXEC))
  }

  /// Creates a file that must not be there yet; the mode is what the umask leaves of 0666.
  static func createFile(_ path: String) throws(SystemError) -> Int32 {
    try checked(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
  }

  static func openForReading(_ path: String) throws(SystemError) -> Int32 {
    try checked(open(path, O_RDONLY | O_CLOEXEC))
  }

  /// Reads up to `count` bytes; none at the end.
  static func readSome(_ count: Int, from descriptor: Int32) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let received = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    bytes.removeLast(count - (try checked(received)))
    return bytes
  }

  /// Writes what the system takes at once and returns how much that was.
  static func writeSome(
    _ bytes: ArraySlice<UInt8>,
    to descriptor: Int32
  ) throws(SystemError) -> Int {
    try checked(bytes.withUnsafeBufferPointer { write(descriptor, $0.baseAddress, $0.count) })
  }

  /// Waits until a descriptor that does not block takes bytes again.
  static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }

  static func setPermissions(_ mode: UInt32, of descriptor: Int32) throws(SystemError) {
    _ = try checked(fchmod(descriptor, mode_t(mode)))
  }

  static func synchronize(_ descriptor: Int32) throws(SystemError) {
    _ = try checked(fsync(descriptor))
  }

  static func closeDescriptor(_ descriptor: Int32) {
    _ = close(descriptor)
  }
}

// MARK: - Files

extension Platform {
  /// What is at a path, links followed.
  enum FileKind: Sendable, Hashable {
    case regular(permissions: UInt32)
    /// A directory, a device, a FIFO or a socket.
    case other
  }

  /// What is at `path`, or `nil` when there is nothing.
  static func fileKind(at path: String) throws(SystemError) -> FileKind? {
    var status = stat()
    do {
      _ = try checked(stat(path, &status))
    } catch .noSuchFile {
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    return .regular(permissions: UInt32(status.st_mode & 0o7777))
  }

  /// Where the symbolic link at `path` leads, or `nil` when there is no link.
  static func linkTarget(at path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Creates `.NAME.PID.tmp` beside `path` with `create`, which must not find anything there.
  ///
  /// A container gives the same process number to every run, so what a run that was killed left may
  /// still be there; then a counter is added.
  static func createTemporary<Result>(
    beside path: String,
    _ create: (String) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let split = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let stem = "\(path[..<split]).\(path[split...]).\(processIdentifier)"
    for suffix in ["", ".1", ".2", ".3", ".4", ".5", ".6", ".7"] {
      do {
        return try create(stem + suffix + ".tmp")
      } catch .fileExists {
        continue
      }
    }
    throw .fileExists
  }

  static func moveFile(_ path: String, to target: String) throws(SystemError) {
    _ = try checked(rename(path, target))
  }

  static func removeFile(_ path: String) {
    _ = unlink(path)
  }

  /// Creates a folder that must not be there yet.
  static func createFolder(_ path: String) throws(SystemError) {
    _ = try checked(mkdir(path, 0o777))
  }

  /// Makes a folder the working one; `returnToFolder` takes the result, which is the one before.
  static func enterFolder(_ path: String) throws(SystemError) -> Int32 {
    let before = try checked(open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    do {
      _ = try checked(chdir(path))
    } catch {
      closeDescriptor(before)
      throw error
    }
    return before
  }

  /// Makes the folder of a descriptor the working one again, and closes the descriptor.
  static func returnToFolder(_ descriptor: Int32) {
    _ = fchdir(descriptor)
    closeDescriptor(descriptor)
  }

  /// Removes a folder that is empty.
  static func removeFolder(_ path: String) {
    _ = rmdir(path)
  }

  private static func checked<Result: SignedInteger>(
    _ result: Result
  ) throws(SystemError) -> Result {
    guard result >= 0 else { throw SystemError(code: errno) }
    return result
  }
}

// MARK: - Errors

/// An error number of the system.
struct SystemError: Error, Sendable, Hashable {
  let code: Int32

  static let brokenPipe = SystemError(code: EPIPE)
  static let fileExists = SystemError(code: EEXIST)
  static let interrupted = SystemError(code: EINTR)
  static let noSuchFile = SystemError(code: ENOENT)
  static let tooManyLinks = SystemError(code: ELOOP)
  static let wouldBlock = SystemError(code: EAGAIN)

  /// The system's own words, beginning in lower case: they stand inside a message.
  var message: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
