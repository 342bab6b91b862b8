import Foundation
import Testing

@testable import SLOKit

/// The published suite of the format, read where it lies beside the package.
@Suite("JSON5 conformance")
struct JSON5ConformanceTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../../shared/conformance/json5-tests")
    .standardizedFileURL

  private static let documents: [String] =
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .sorted()

  private static func documents(endingIn suffixes: String...) -> [String] {
    documents.filter { path in suffixes.contains { path.hasSuffix($0) } }
  }

  private static func source(_ document: String) throws -> SourceText {
    let data = try Data(contentsOf: folder.appending(path: document))
    return SourceText(name: document, bytes: Array(data))
  }

  private static let isPresent = !documents.isEmpty
  private static let absence: Comment = "the json5-tests suite is not beside the package"

  @Test(
    .enabled(if: isPresent, absence),
    arguments: documents(endingIn: ".json", ".json5")
  )
  func `a valid document is accepted`(document: String) throws {
    _ = try JSON5Reader.read(Self.source(document))
  }

  @Test(
    .enabled(if: isPresent, absence),
    arguments: documents(endingIn: ".js", ".txt")
  )
  func `an invalid document is refused at a place inside it`(document: String) throws {
    let source = try Self.source(document)
    let diagnostic = #expect(throws: Diagnostic.self) { try JSON5Reader.read(source) }
    let lineCount = source.bytes.count { $0 == .lineFeed } + 1
    let location = try #require(diagnostic?.location)
    #expect((1...lineCount).contains(location.line))
  }
}
