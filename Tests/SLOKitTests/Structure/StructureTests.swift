import Testing

@Suite("Structure")
struct StructureTests {
  /// The folders of the library in the direction of the data; a folder uses those before it.
  private static let layers = [
    "Text", "Platform", "Numerics", "Metrics", "Expressions", "Rules", "Aggregates",
    "Evaluation", "Recommendation", "Reports",
  ]

  /// Files that mention a type of a later layer, and why.
  private static let exceptions: [String: (names: Set<String>, reason: String)] = [:]

  @Test func `the library does not import Foundation`() throws {
    for file in try SourceTree.files(under: "Sources/SLOKit") {
      #expect(file.code.firstMatch(of: /\bimport\s+Foundation/) == nil, "\(file.path)")
    }
  }

  @Test func `every file of the library lies in a layer`() throws {
    for file in try SourceTree.files(under: "Sources/SLOKit") {
      let folder = file.path.split(separator: "/")[2]
      #expect(Self.layers.contains(String(folder)), "\(file.path)")
    }
  }

  @Test(arguments: layers)
  func `a layer names no type of a later one`(layer: String) throws {
    let index = try #require(Self.layers.firstIndex(of: layer))
    var later = Set<String>()
    for folder in Self.layers[(index + 1)...] { later.formUnion(try Self.types(of: folder)) }
    for folder in Self.layers[...index] { later.subtract(try Self.types(of: folder)) }
    for file in try SourceTree.files(under: "Sources/SLOKit/\(layer)") {
      let mentioned = SourceTree.typeNames(in: file.code).intersection(later)
      let excused = Self.exceptions[file.path]?.names ?? []
      #expect(mentioned.subtracting(excused).isEmpty, "\(file.path)")
      #expect(excused.subtracting(mentioned).isEmpty, "no exception needed: \(file.path)")
    }
  }

  /// What escaping writes stands nowhere else: no report has an escaping of its own.
  @Test func `only the shared layer escapes`() throws {
    for file in try SourceTree.files(under: "Sources") where !file.path.hasSuffix("/Escaping.swift")
    {
      for written in ["&lt;", "&amp;", "&quot;", "&#39;", "%25", "%3A"] {
        #expect(!file.text.contains(written), "\(file.path)")
      }
    }
  }

  @Test func `no source file is longer than 400 lines`() throws {
    for file in try SourceTree.files(under: "Sources") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 400, "\(file.path)")
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func `relative links lead to files`(document: String) throws {
    let links = try SourceTree.text(at: document).matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/)
      .map { String($0.output.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
    for link in links {
      #expect(SourceTree.exists(link), "\(document): \(link)")
    }
  }

  private static func types(of layer: String) throws -> Set<String> {
    try SourceTree.files(under: "Sources/SLOKit/\(layer)").reduce(into: []) { names, file in
      names.formUnion(SourceTree.declarations(in: file.code))
    }
  }
}

@Suite("Structure: reading code")
struct SourceTreeTests {
  @Test func `comments and strings are no code`() {
    let code = SourceTree.code(of: "let a = \"Later\" // Later\n/* Later */ let b = Now()")
    #expect(SourceTree.typeNames(in: code) == ["Now"])
  }

  @Test func `declarations are found at the top level only`() {
    let code = """
      public struct First {
        enum Inner {}
      }
      private indirect enum Second {}
      typealias Third = First
      """
    #expect(SourceTree.declarations(in: code) == ["First", "Second", "Third"])
  }
}
