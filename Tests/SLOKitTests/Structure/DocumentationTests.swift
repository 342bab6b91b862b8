import SLOKit
import Testing

@Suite("Documentation")
struct DocumentationTests {
  private static let folder = "Sources/SLOKit/SLOKit.docc"

  @Test func `every error and every warning is explained`() throws {
    let page = try SourceTree.text(at: "\(Self.folder)/Diagnostics.md")
    let codes = DiagnosticCode.allCases.map(\.rawValue) + Warning.Code.allCases.map(\.rawValue)
    for code in codes {
      #expect(page.contains("| `\(code)` |"), "\(code)")
    }
  }

  @Test(arguments: Preset.all.map(\.name))
  func `every preset is explained`(name: String) throws {
    let page = try SourceTree.text(at: "\(Self.folder)/Presets.md")
    #expect(page.contains("\n### \(name)\n"))
  }

  @Test func `every public type is a topic, once`() throws {
    let page = try SourceTree.text(at: "\(Self.folder)/SLOKit.md")
    let topics = page.matches(of: /(?m)^- ``(\w+)``$/).map { String($0.output.1) }
    var types: [String] = []
    for file in try SourceTree.files(under: "Sources/SLOKit") {
      let pattern = /(?m)^public (?:final )?(?:struct|enum|class|protocol|actor) (\w+)/
      types += file.code.matches(of: pattern).map { String($0.output.1) }
    }
    #expect(topics.sorted() == types.sorted())
  }
}
