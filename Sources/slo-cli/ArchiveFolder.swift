import SLOKit

/// A folder that is filled under a temporary name and is there whole or not at all.
///
/// What is put into it is listed with its SHA-256, in the form that `sha256sum -c` reads.
struct ArchiveFolder {
  static let checksumFile = "SHA256SUMS"

  private let path: String
  private let temporaryPath: String
  private var checksums: [(name: String, digits: String)] = []

  /// Begins a folder at `path`, where there must be nothing yet.
  init(path: String) throws(Diagnostic) {
    self.path = path
    try Self.checkAbsent(path)
    do {
      temporaryPath = try Platform.createTemporary(beside: path) { (path) throws(SystemError) in
        try Platform.createFolder(path)
        return path
      }
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Where a file of the folder is, as long as the folder is not finished.
  func location(of name: String) -> String { "\(temporaryPath)/\(name)" }

  /// Adds a file with these bytes.
  mutating func add(_ bytes: [UInt8], as name: String) throws(Diagnostic) {
    try add(as: name) { (write) throws(Diagnostic) in try write(bytes) }
  }

  /// Adds a copy of a file.
  mutating func add(_ file: InputFile, as name: String) throws(Diagnostic) {
    try add(as: name) { (write) throws(Diagnostic) in try file.forEachPiece(write) }
  }

  /// Makes the unfinished folder the working one; gives what `Platform.returnToFolder` takes.
  func enter() throws(Diagnostic) -> Int32 {
    do {
      return try Platform.enterFolder(temporaryPath)
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Writes the list of checksums and gives the folder its name.
  mutating func finish() throws(Diagnostic) {
    let lines = checksums.sorted { $0.name < $1.name }.map { "\($0.digits)  \($0.name)\n" }
    try add(Array(lines.joined().utf8), as: Self.checksumFile)
    try Self.checkAbsent(path)
    do {
      try Platform.moveFile(temporaryPath, to: path)
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Removes what was added so far.
  func remove() {
    for (name, _) in checksums { Platform.removeFile(location(of: name)) }
    Platform.removeFolder(temporaryPath)
  }
}

extension ArchiveFolder {
  private typealias Write = ([UInt8]) throws(Diagnostic) -> Void

  private mutating func add(
    as name: String,
    _ body: (Write) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let path = self.path
    let descriptor: Descriptor
    do {
      descriptor = Descriptor(number: try Platform.createFile(location(of: name)))
    } catch {
      throw Self.failure(path, error)
    }
    defer { Platform.closeDescriptor(descriptor.number) }
    var fingerprint = SHA256()
    // Listed before it is written, so that it is removed when that fails.
    checksums.append((name, ""))
    try body { (bytes) throws(Diagnostic) in
      fingerprint.update(bytes)
      do throws(SystemError) {
        if Platform.isEnding { throw .interrupted }
        try descriptor.write(bytes)
      } catch {
        throw Self.failure(path, error)
      }
    }
    do throws(SystemError) {
      // What is kept as evidence must not be lost with the power.
      try Platform.synchronize(descriptor.number)
    } catch {
      throw Self.failure(path, error)
    }
    checksums[checksums.count - 1].digits = fingerprint.finalize()
  }

  /// Not even an empty folder is taken: what is archived once never changes.
  private static func checkAbsent(_ path: String) throws(Diagnostic) {
    // What cannot be looked at is found out when it is created.
    guard (try? Platform.fileKind(at: path)) != nil else { return }
    throw Diagnostic(
      .unwritableFile,
      "'\(path)' is there already",
      hint: "an archive is never changed; name another folder with --to"
    )
  }

  private static func failure(_ path: String, _ error: SystemError) -> Diagnostic {
    Diagnostic(.unwritableFile, "cannot write the archive '\(path)': \(error.message)")
  }
}
