import Foundation
import Testing

@testable import SLOKit

/// Env files and checklists at their limits, and those that are one mistake from end to end.
struct SmallFileLimitTests {
  private static func file(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private static func read<Result>(
    _ text: String,
    _ body: (String) throws(Diagnostics) -> Result
  ) throws -> (result: Result?, mistakes: [Diagnostic]) {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    do throws(Diagnostics) {
      return (try body(path), [])
    } catch {
      return (nil, error.items)
    }
  }

  private static func environment(_ text: String) throws -> (count: Int?, mistakes: [Diagnostic]) {
    let (overrides, mistakes) = try read(text) { path throws(Diagnostics) in
      try VariableOverride.environment(contentsOf: path)
    }
    return (overrides?.count, mistakes)
  }

  private static func checklist(_ text: String) throws -> (count: Int?, mistakes: [Diagnostic]) {
    let (checklist, mistakes) = try read(text) { path throws(Diagnostics) in
      try Checklist(contentsOf: path)
    }
    return (checklist?.items.count, mistakes)
  }

  private static let limit = 1 << 20

  @Test func `a file of the limit is read and a byte more is refused`() throws {
    let head = "A=1\n#"
    let full = head + String(repeating: "x", count: Self.limit - head.utf8.count)
    #expect(try Self.environment(full).count == 1)
    #expect(try Self.environment(full + "x").mistakes.map(\.code) == [.unreadableFile])
    let list = "- [x] a\n\n" + String(repeating: "x", count: Self.limit - 9)
    #expect(try Self.checklist(list).count == 1)
    #expect(try Self.checklist(list + "x").mistakes.map(\.code) == [.unreadableFile])
    let rules = try Self.read(String(repeating: " ", count: Self.limit + 1)) {
      path throws(Diagnostics) in try RuleSet(contentsOf: path)
    }
    #expect(rules.mistakes.map(\.code) == [.unreadableFile])
    #expect(rules.mistakes.first?.hint != nil)
  }

  @Test func `a checklist has ten thousand items`() throws {
    let items = String(repeating: "- [x] a\n", count: 10_000)
    #expect(try Self.checklist(items).count == 10_000)
    let found = try Self.checklist(items + "- [x] a\n").mistakes
    #expect(found.map(\.code) == [.checklistSyntax])
    #expect(found.first?.location?.line == 10_001)
    #expect(found.first?.hint != nil)
  }

  /// A quarter of a million lines: each would be looked for from the start of the file.
  @Test(.timeLimit(.minutes(1)))
  func `a long env file takes as long as its lines`() throws {
    let lines = Self.limit / 4
    #expect(try Self.environment(String(repeating: "A=1\n", count: lines)).count == lines)
    let found = try Self.environment(String(repeating: "abc\n", count: lines)).mistakes
    #expect(found.count == 101)
    #expect(found[99].location?.line == 100)
    #expect(found.last?.message == "\(lines - 100) more mistakes, which are not listed")
    #expect(Set(found.map(\.code)) == [.environmentSyntax])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a checklist of mistakes takes as long as its lines`() throws {
    let lines = Self.limit / 8
    let found = try Self.checklist(String(repeating: "- [?] a\n", count: lines)).mistakes
    #expect(found.count == 101)
    #expect(found.last?.message == "\(lines - 100) more mistakes, which are not listed")
  }

  /// For each of them, the whole text would be searched for what it leads to.
  @Test(.timeLimit(.minutes(1)))
  func `links in a checklist are looked up and not searched`() throws {
    let links = String(repeating: "- [Ab] c\n", count: Self.limit / 10)
    #expect(try Self.checklist("- [x] a\n" + links + "\n[aB]: x\n").count == 1)
  }
}
