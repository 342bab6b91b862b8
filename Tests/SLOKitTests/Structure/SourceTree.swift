import Foundation

/// The files of the package, as the checks of its structure see them.
enum SourceTree {
  struct File: Sendable {
    /// The path from the root of the package.
    let path: String
    let text: String

    /// The text with comments and string literals left out.
    var code: String { SourceTree.code(of: text) }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../..")
    .standardizedFileURL

  /// The Swift files under a folder of the package, in the order of their paths.
  static func files(under folder: String) throws -> [File] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { name in
      File(
        path: "\(folder)/\(name)",
        text: try String(contentsOf: base.appending(path: name), encoding: .utf8)
      )
    }
  }

  /// A text of the package, by its path from the root.
  static func text(at path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }
}

extension SourceTree {
  /// Comments and string literals; the longer forms first.
  private static var prose: Regex<Substring> {
    /(?s)#"""\n.*?"""#|"""\n.*?"""|\/\*.*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"/
  }

  static func code(of text: String) -> String {
    text.replacing(prose, with: " ")
  }

  /// The words of some code that begin with a capital letter.
  static func typeNames(in code: String) -> Set<String> {
    Set(code.matches(of: /\b[A-Z][A-Za-z0-9_]*/).map { String($0.output) })
  }

  /// The types that some code declares at its top level, where a line is not indented.
  static func declarations(in code: String) -> Set<String> {
    let pattern =
      /(?m)^(?:[a-z@(]+\)? )*(?:struct|enum|class|protocol|actor|typealias) ([A-Z][A-Za-z0-9_]*)/
    return Set(code.matches(of: pattern).map { String($0.output.1) })
  }
}
