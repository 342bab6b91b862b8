import Foundation
import Testing

/// The published JSON Schema, and every recorded result.
@Suite("JSON Schema")
struct EvaluationSchemaTests {
  private static let path = "Sources/SLOKit/SLOKit.docc/Schemas/evaluation.schema.json"

  private static let results: [String] = {
    let folder = SourceTree.root.appending(path: "Fixtures").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "Fixtures/\($0)/expected/report.json" }
      .filter { SourceTree.exists($0) }
  }()

  @Test func `there are recorded results`() {
    #expect(Self.results.count > 10)
  }

  @Test(arguments: results)
  func `a recorded result fits the schema`(_ path: String) throws {
    let schema = try JSONSchema(text: try SourceTree.text(at: Self.path))
    #expect(try schema.mistakes(in: try SourceTree.text(at: path)) == [])
  }

  @Test(arguments: [
    ("\"decision\": \"hold\"", "\"decision\": \"maybe\""), ("\"go\": false", "\"go\": 0"),
    ("\"aborts\"", "\"abort\""), ("\"total\": ", "\"total\": -"),
    ("\"name\": null", "\"name\": 1"), ("\"samples\": ", "\"samples\": 0.5, \"s\": "),
  ])
  func `a changed result does not`(found: String, replacement: String) throws {
    let schema = try JSONSchema(text: try SourceTree.text(at: Self.path))
    let text = try SourceTree.text(at: "Fixtures/readiness-hold/expected/report.json")
    #expect(text.contains(found))
    #expect(try schema.mistakes(in: text.replacing(found, with: replacement)) != [])
  }
}
