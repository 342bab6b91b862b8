import Foundation
import Testing

/// The published JSON Schema, and every recorded result.
@Suite("JSON Schema")
struct EvaluationSchemaTests {
  private static let folder = "Sources/SLOKit/SLOKit.docc/Schemas"

  /// The schema of a result on one file.
  private static var single: JSONSchema {
    get throws {
      try JSONSchema(text: try SourceTree.text(at: "\(folder)/evaluation.schema.json"))
    }
  }

  /// The schema of a result on several files.
  private static var several: JSONSchema {
    get throws {
      try JSONSchema(
        text: try SourceTree.text(at: "\(folder)/evaluations.schema.json"),
        others: ["evaluation.schema.json": try single]
      )
    }
  }

  private static func isOfSeveral(_ path: String) -> Bool { path.contains("/several-") }

  private static let results: [String] = {
    let folder = SourceTree.root.appending(path: "Fixtures").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "Fixtures/\($0)/expected/report.json" }
      .filter { SourceTree.exists($0) }
  }()

  @Test func `there are recorded results`() {
    #expect(Self.results.count > 10)
    #expect(Self.results.contains(where: Self.isOfSeveral))
  }

  @Test(arguments: results)
  func `a recorded result fits the schema`(_ path: String) throws {
    let schema = try Self.isOfSeveral(path) ? Self.several : Self.single
    #expect(try schema.mistakes(in: try SourceTree.text(at: path)) == [])
  }

  @Test(arguments: [
    ("\"decision\": \"hold\"", "\"decision\": \"maybe\""), ("\"go\": false", "\"go\": 0"),
    ("\"aborts\"", "\"abort\""), ("\"total\": ", "\"total\": -"),
    ("\"name\": null", "\"name\": 1"), ("\"samples\": ", "\"samples\": 0.5, \"s\": "),
  ])
  func `a changed result does not`(found: String, replacement: String) throws {
    let text = try SourceTree.text(at: "Fixtures/readiness-hold/expected/report.json")
    #expect(text.contains(found))
    #expect(try Self.single.mistakes(in: text.replacing(found, with: replacement)) != [])
  }

  @Test(arguments: [
    ("\"decision\": \"rollback\"", "\"decision\": \"maybe\""), ("\"evaluations\"", "\"all\""),
    ("slokit.evaluation/1", "slokit.evaluation/2"), ("\"aborts\"", "\"abort\""),
  ])
  func `a changed result on several files does not`(found: String, replacement: String) throws {
    let text = try SourceTree.text(at: "Fixtures/several-rollback/expected/report.json")
    #expect(text.contains(found))
    #expect(try Self.several.mistakes(in: text.replacing(found, with: replacement)) != [])
  }

  @Test func `the result on one file is not one on several`() throws {
    let text = try SourceTree.text(at: "Fixtures/readiness-hold/expected/report.json")
    #expect(try Self.several.mistakes(in: text) != [])
  }
}
