import SLOKit

/// A regular file that is read as it is, for its bytes and not for its meaning.
struct InputFile: Sendable, Hashable {
  private static let pieceSize = 1 << 18

  let path: String

  /// What is at the path; `nil` when there is nothing, or when it cannot be looked at, which is
  /// found out when it is opened.
  var kind: Platform.FileKind? {
    do { return try Platform.fileKind(at: path) } catch { return nil }
  }

  /// Hands out the bytes of the file, piece by piece.
  ///
  /// Throws a diagnostic with the code `.unreadableFile`, or what `body` throws.
  func forEachPiece(_ body: ([UInt8]) throws(Diagnostic) -> Void) throws(Diagnostic) {
    let descriptor = try open()
    defer { Platform.closeDescriptor(descriptor.number) }
    while true {
      let piece = try read(descriptor)
      guard !piece.isEmpty else { return }
      try body(piece)
    }
  }

  /// All bytes of the file.
  func contents() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece { (piece) throws(Diagnostic) in bytes += piece }
    return bytes
  }

  private func open() throws(Diagnostic) -> Descriptor {
    do {
      return Descriptor(number: try Platform.openForReading(path))
    } catch {
      throw Diagnostic(.unreadableFile, "cannot open '\(path)': \(error.message)")
    }
  }

  private func read(_ descriptor: Descriptor) throws(Diagnostic) -> [UInt8] {
    do {
      return try descriptor.read(Self.pieceSize)
    } catch {
      throw Diagnostic(.unreadableFile, "cannot read '\(path)': \(error.message)")
    }
  }
}
