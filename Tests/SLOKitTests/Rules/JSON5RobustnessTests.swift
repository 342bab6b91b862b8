import Testing

@testable import SLOKit

@Suite("JSON5 reader on hostile input")
struct JSON5RobustnessTests {
  @Test func `nesting is limited`() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSON5Samples.read(deepest) }
    let diagnostic = #expect(throws: Diagnostic.self) { try JSON5Samples.read("[\(deepest)]") }
    #expect(diagnostic?.code == .tooDeep)
    #expect(diagnostic?.message == "brackets are nested deeper than 64 levels")
    #expect(diagnostic?.location?.column == 65)
  }

  @Test(arguments: ["[", "{a:", "[{a:"])
  func `a hundred thousand brackets are only too deep`(unit: String) {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try JSON5Samples.read(String(repeating: unit, count: 100_000))
    }
    #expect(diagnostic?.code == .tooDeep)
  }

  @Test func `nesting counts open brackets only`() throws {
    let siblings = "[" + String(repeating: "[{}],", count: 1000) + "]"
    #expect(try JSON5Samples.read(siblings).elements.count == 1000)
  }

  @Test func `every beginning of a document is refused at a place inside it`() throws {
    let bytes = Array(JSON5Samples.everything.utf8)
    _ = try JSON5Samples.read(bytes)
    // What follows the last bracket is white space.
    let end = try #require(bytes.lastIndex(of: .closingBrace))
    for count in 0...end {
      expectPlaceInside(Array(bytes[..<count]), mustFail: true)
    }
  }

  @Test(arguments: 0..<20)
  func `changed documents are read or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let original = Array(JSON5Samples.everything.utf8)
    let favourites = Array("{}[]\"'\\:,/*+-.0xeuN\n\r\0 \u{2028}\u{FEFF}“".utf8)
    for _ in 0..<200 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let isFavourite = Bool.random(using: &generator)
        let byte = isFavourite ? favourites.randomElement(using: &generator) : nil
        bytes[index] = byte ?? UInt8.random(in: 0...255, using: &generator)
      }
      expectPlaceInside(bytes, mustFail: false)
    }
  }

  private func expectPlaceInside(_ bytes: [UInt8], mustFail: Bool) {
    do {
      _ = try JSON5Samples.read(bytes)
      #expect(!mustFail)
    } catch {
      let end = SourceText(name: "", bytes: bytes).location(at: bytes.count)
      #expect((1...end.line).contains(error.location?.line ?? 0))
      #expect(!error.description.isEmpty)
    }
  }
}
