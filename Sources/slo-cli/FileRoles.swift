import SLOKit

/// The files that a command reads and writes, to find those that it must not both read and write,
/// and those that it cannot read or write twice.
///
/// Paths tell little: `m.csv`, `./m.csv` and a link to it are one file.
struct FileRoles: Sendable {
  /// What a file is for.
  private struct Role: Sendable {
    let path: String
    /// What names the file: an option, or a placeholder of the command line.
    let name: String

    var phrase: String { name + " '" + path + "'" }
  }

  private var inputs: [Role] = []
  private var outputs: [Role] = []

  /// Says that a file is read.
  mutating func read(_ path: String?, as name: String) {
    if let path { inputs.append(Role(path: path, name: name)) }
  }

  /// Says that a file is written; `-` is standard output.
  mutating func write(_ path: String?, as name: String) {
    if let path { outputs.append(Role(path: path, name: name)) }
  }
}

extension FileRoles {
  /// Checks that no input would be overwritten, no output written twice and no stream read twice.
  ///
  /// Throws a diagnostic with the code `.conflictingFiles`.
  func check() throws(Diagnostic) {
    try checkStreams()
    for (place, output) in outputs.enumerated() {
      if let input = inputs.first(where: { isOverwritten($0, by: output) }) {
        throw Diagnostic(
          .conflictingFiles,
          "\(output.phrase) would overwrite an input: it is \(input.phrase)",
          hint: "write to another file"
        )
      }
      if let other = outputs[..<place].first(where: { isSameOutput($0, output) }) {
        throw Diagnostic(
          .conflictingFiles,
          "\(other.phrase) and \(output.phrase) are one file",
          hint: "give each output a file of its own"
        )
      }
    }
  }

  /// Checks that a file can be read once for each of several metrics files.
  func checkReread(_ path: String, as name: String) throws(Diagnostic) {
    guard Self.isStandardInput(path) || Platform.identity(of: path)?.kind == .stream else { return }
    throw Diagnostic(
      .conflictingFiles,
      "\(name) '\(path)' is a stream, and each of several metrics files needs it",
      hint: "write the stream to a file first"
    )
  }

  private func checkStreams() throws(Diagnostic) {
    for (place, input) in inputs.enumerated() {
      guard let other = inputs[..<place].first(where: { isSameStream($0, input) }) else { continue }
      let what = Self.isStandardInput(input.path) ? "standard input" : "the stream '\(input.path)'"
      throw Diagnostic(
        .conflictingFiles,
        "\(what) can be read only once, and \(other.name) and \(input.name) both name it",
        hint: "write one of them to a file first"
      )
    }
  }

  private func isSameStream(_ a: Role, _ b: Role) -> Bool {
    if Self.isStandardInput(a.path), Self.isStandardInput(b.path) { return true }
    let identity = Self.identity(a.path)
    return identity?.kind == .stream && identity == Self.identity(b.path)
  }

  private func isOverwritten(_ input: Role, by output: Role) -> Bool {
    output.path != "-" && isSameFile(input, output)
  }

  private func isSameOutput(_ a: Role, _ b: Role) -> Bool {
    a.path == "-" || b.path == "-" ? a.path == b.path : isSameFile(a, b)
  }

  /// A device such as `/dev/null` holds nothing that could be overwritten.
  private func isSameFile(_ a: Role, _ b: Role) -> Bool {
    guard let identity = Self.identity(a.path), identity.kind != .device else { return false }
    return identity == Self.identity(b.path)
  }

  private static func identity(_ path: String) -> Platform.FileIdentity? {
    path == "-" ? Platform.identity(ofDescriptor: 0) : Platform.identity(of: path)
  }

  private static func isStandardInput(_ path: String) -> Bool {
    ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].contains(path)
  }
}
