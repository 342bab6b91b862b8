import Testing

@testable import SLOKit

@Suite("Mistakes in checklists")
struct ChecklistMistakeTests {
  static let boxHint = "an open item is '- [ ] text', a checked one '- [x] text'"
  static let markerHint = "begin the line with the list marker and a blank: '- [ ] text'"
  static let stray = "the box is not at the beginning of a list item"

  static func mistakes(_ text: String) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try Checklist(text: text, name: "release.md")
      return []
    } catch {
      return error.items
    }
  }

  @Test(arguments: [
    ("- ⟨[]⟩ a", "the box has no blank in it", boxHint),
    ("- ⟨[  ]⟩ a", "the box has more than one blank", boxHint),
    ("- ⟨[]⟩(url)", "the box has no blank in it", boxHint),
    ("- ⟨[y]⟩ a", "found '[y]', expected '[ ]' or '[x]'", boxHint),
    ("1. ⟨[✓]⟩ a", "found '[✓]', expected '[ ]' or '[x]'", boxHint),
    ("- ⟨[✓]⟩: a", "found '[✓]', expected '[ ]' or '[x]'", boxHint),
    ("- ⟨[x ]⟩ a", "found '[x ]', expected '[ ]' or '[x]'", boxHint),
    ("- ⟨[ x]⟩ a", "found '[ x]', expected '[ ]' or '[x]'", boxHint),
    ("- ⟨[\u{A0}]⟩ a", "found '[\u{A0}]', expected '[ ]' or '[x]'", boxHint),
    ("- ⟨[done]⟩ a", "found '[done]', expected '[ ]' or '[x]'", boxHint),
    (
      "- ⟨[some words that are too many]⟩",
      "found '[some words that ar…', expected '[ ]' or '[x]'", boxHint
    ),
    ("- ⟨[⟩ a", "the box is not closed", boxHint),
    ("- ⟨[x⟩", "the box is not closed", boxHint),
    (
      "- ⟨[x]⟩text", "text follows the box without a blank",
      "put a blank behind the closing bracket"
    ),
    (
      "- ⟨[ ]⟩(url) a", "text follows the box without a blank",
      "put a blank behind the closing bracket"
    ),
    ("größer\n  - ⟨[x]⟩  ", "the item has no text", "write what is to be checked behind it"),
    ("- ⟨[ ]⟩ <!-- a -->", "the item has no text", "write what is to be checked behind it"),
    ("-⟨[ ]⟩ a", stray, markerHint), ("2.⟨[]⟩ a", stray, markerHint),
    ("-⟨[y]⟩ a", stray, markerHint), ("⟨[x]⟩ a", stray, markerHint),
    ("• ⟨[ ]⟩ a", stray, markerHint), ("– ⟨[x]⟩ a", stray, markerHint),
    ("a) ⟨[x]⟩ a", stray, markerHint), ("- ~~⟨[x]⟩ a~~", stray, markerHint),
    ("| ⟨[ ]⟩ | a |", stray, markerHint), ("## ⟨[x]⟩ a", stray, markerHint),
    ("-\n  ⟨[ ]⟩ a", stray, markerHint), ("<!-- 1 --> - ⟨[ ]⟩ a", stray, markerHint),
    ("<!--\n--> - ⟨[ ]⟩ a", stray, markerHint),
  ])
  func `what looks like an item is named at its place`(
    marked: String,
    message: String,
    hint: String
  ) throws {
    let marked = MarkedText(marked)
    let range = try #require(marked.ranges.first)
    // The place does not depend on what is around, nor on how lines end.
    for lead in ["", "\u{FEFF}", "- [x] item\r\n\r\n", "- [x] item\n\n"] {
      let found = Self.mistakes(lead + marked.text + "\n\n- [x] item\n")
      let source = SourceText(
        name: "release.md",
        text: (lead == "\u{FEFF}" ? "" : lead) + marked.text
      )
      let offset = source.bytes.count - marked.text.utf8.count
      let expected = Diagnostic(
        .checklistSyntax,
        message,
        in: source,
        at: range.lowerBound + offset..<range.upperBound + offset,
        hint: hint
      )
      #expect(found == [expected])
    }
  }

  @Test(arguments: [
    ("- [x] a\n⟨```⟩\n- [ ] b\n", "the code block is never closed"),
    ("- [x] a\n\n- ⟨~~~ sh⟩\n  - [ ] b\n", "the code block is never closed"),
    ("- [x] a\n⟨<!-- b⟩\n- [ ] b\n", "the comment is never closed"),
  ])
  func `what hides the rest is named`(marked: String, message: String) throws {
    let marked = MarkedText(marked)
    let found = Self.mistakes(marked.text)
    #expect(found.map(\.message) == [message])
    #expect(found.first?.hint == "all that follows would be hidden")
    let range = try #require(marked.ranges.first)
    #expect(found.first?.marked == String(decoding: Array(marked.text.utf8)[range], as: UTF8.self))
  }

  @Test func `all mistakes are told at once`() {
    let found = Self.mistakes("- [] a\n- [x] b\n- [y] c\n[ ] d\n<!--\n")
    #expect(found.map(\.location?.line) == [1, 3, 4, 5])
    #expect(found.allSatisfy { $0.code == .checklistSyntax && $0.code.subject == .metrics })
  }

  @Test(arguments: ["", "\n", "# Release\n\nNothing to do.\n", "```\n- [ ] a\n```\n", "a\0b"])
  func `a checklist without an item is a mistake`(text: String) {
    let found = Self.mistakes(text)
    #expect(found.map(\.code) == [.emptyChecklist])
    #expect(found.first?.description.hasPrefix("release.md:1:1: error: there is no item") == true)
    #expect(found.first?.code.subject == .metrics)
  }

  @Test func `a file that cannot be read is named`() {
    let found = #expect(throws: Diagnostics.self) {
      try Checklist(contentsOf: "no-such-folder/release.md")
    }
    #expect(found?.subject == .unreadableFile)
  }
}
