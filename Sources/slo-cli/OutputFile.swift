import SLOKit

/// A file that is written whole or not at all.
///
/// A pipeline that reads the file never sees half of it: the text goes to a temporary file in the
/// same folder, which then takes the name. `-` and `/dev/stdout` are standard output. A symbolic
/// link is followed and kept. What is no regular file (a device, a FIFO) is written in place.
struct OutputFile: Sendable, Hashable {
  /// The path as the caller gave it.
  let path: String

  /// Writes the text; a failure leaves what was there before as it was.
  ///
  /// Throws a diagnostic with the code `.unwritableFile`.
  func write(_ text: String, console: Console) throws(Diagnostic) {
    try write(Array(text.utf8), console: console)
  }

  /// Writes the bytes, as `write(_:console:)` does with a text.
  func write(_ bytes: [UInt8], console: Console) throws(Diagnostic) {
    do {
      switch try destination() {
      case .standardOutput: try console.writeOutput(bytes)
      case .inPlace(let path): try append(bytes, to: path)
      case .regularFile(let path, let permissions):
        // Ended in between, the process would leave the temporary file behind.
        try Platform.deferringSignals { () throws(SystemError) in
          try replace(path, permissions: permissions, with: bytes)
        }
      }
    } catch {
      throw diagnostic(of: error)
    }
  }

  /// Writes the text behind what the file holds, which is created when it is not there.
  ///
  /// Throws a diagnostic with the code `.unwritableFile`.
  func append(_ text: String) throws(Diagnostic) {
    do {
      if try Platform.fileKind(at: path) == nil {
        Platform.closeDescriptor(try Platform.createFile(path))
      }
      try append(Array(text.utf8), to: path)
    } catch {
      throw diagnostic(of: error)
    }
  }

  private func diagnostic(of error: SystemError) -> Diagnostic {
    let folder = Self.folder(of: path)
    return Diagnostic(
      .unwritableFile,
      "cannot write '\(path)': \(error.message)",
      hint: error == .noSuchFile && !folder.isEmpty ? "create the folder '\(folder)' first" : nil
    )
  }
}

// MARK: - Where the text goes

extension OutputFile {
  private enum Destination {
    case standardOutput
    case inPlace(String)
    case regularFile(String, permissions: UInt32?)
  }

  /// Names of open descriptors: they may lead to a regular file that must not be replaced,
  /// because the process that opened it goes on writing to the old one.
  private static let descriptorPrefixes = ["/dev/fd/", "/dev/stderr", "/proc/self/fd/"]

  /// As many links as Linux follows in one path.
  private static let longestLinkChain = 40

  /// Follows the links at the path's end, also those that lead to nothing yet.
  private func destination() throws(SystemError) -> Destination {
    if path == "-" { return .standardOutput }
    var path = path
    for _ in 0...Self.longestLinkChain {
      if path == "/dev/stdout" { return .standardOutput }
      if Self.descriptorPrefixes.contains(where: path.hasPrefix) { return .inPlace(path) }
      guard let target = Platform.linkTarget(at: path) else {
        return try destination(withoutLinks: path)
      }
      path = target.hasPrefix("/") ? target : Self.folder(of: path) + target
    }
    throw .tooManyLinks
  }

  private func destination(withoutLinks path: String) throws(SystemError) -> Destination {
    switch try Platform.fileKind(at: path) {
    case nil: .regularFile(path, permissions: nil)
    case .regular(let permissions): .regularFile(path, permissions: permissions)
    case .other: .inPlace(path)
    }
  }

  /// The path up to its last slash, that included; empty when there is none.
  private static func folder(of path: String) -> Substring {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return path[...slash]
  }
}

// MARK: - Writing

extension OutputFile {
  private func append(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let descriptor = try Platform.openForAppending(path)
    defer { Platform.closeDescriptor(descriptor) }
    try Descriptor(number: descriptor).write(bytes)
  }

  /// Puts a file with the bytes in the place of what is at `path`, links not followed.
  func replace(
    _ path: String,
    permissions: UInt32?,
    with bytes: [UInt8]
  ) throws(SystemError) {
    let (temporary, descriptor) = try Platform.createTemporary(beside: path) {
      (temporary) throws(SystemError) in
      (temporary, try Platform.createFile(temporary))
    }
    do {
      try fill(descriptor, permissions: permissions, with: bytes)
      try Platform.moveFile(temporary, to: path)
    } catch {
      Platform.removeFile(temporary)
      throw error
    }
  }

  /// Writes, and waits until the disk has it: a rename must not overtake the bytes.
  private func fill(
    _ descriptor: Int32,
    permissions: UInt32?,
    with bytes: [UInt8]
  ) throws(SystemError) {
    defer { Platform.closeDescriptor(descriptor) }
    if let permissions { try Platform.setPermissions(permissions, of: descriptor) }
    try Descriptor(number: descriptor).write(bytes)
    try Platform.synchronize(descriptor)
  }
}
