import Testing

@testable import SLOKit

@Suite("Checklists")
struct ChecklistTests {
  /// The items in short: `x` or `o`, `?` behind optional ones, the line, and the text.
  static func items(_ text: String) throws(Diagnostics) -> [String] {
    try Checklist(text: text, name: "release.md").items.map {
      "\($0.isChecked ? "x" : "o")\($0.isOptional ? "?" : "") \($0.line) \($0.text)"
    }
  }

  @Test(arguments: [
    ("- [ ] a", ["o 1 a"]), ("- [x] a", ["x 1 a"]), ("- [X] a", ["x 1 a"]),
    ("* [x] a", ["x 1 a"]), ("+ [x] a", ["x 1 a"]), ("1. [x] a", ["x 1 a"]),
    ("12) [x] a", ["x 1 a"]), ("      - [x] a", ["x 1 a"]), ("\t-\t[x]\ta", ["x 1 a"]),
    ("-   [x]   a b  ", ["x 1 a b"]), ("> - [x] a", ["x 1 a"]), (">> 1. [ ] a", ["o 1 a"]),
    ("- 1. [x] a", ["x 1 a"]), ("- [x] [text](url)", ["x 1 [text](url)"]),
    ("- [x] a <!-- who: me -->", ["x 1 a"]), ("- [x] a <!-- 1 --> <!-- 2 -->", ["x 1 a"]),
    ("- [x] `<!-- a -->`", ["x 1 `<!-- a -->`"]), ("- [x] [ ]", ["x 1 [ ]"]),
    ("- [x] a\r\n- [ ] b\r\n", ["x 1 a", "o 2 b"]), ("- [x] a\r- [ ] b", ["x 1 a", "o 2 b"]),
    ("\u{FEFF}- [x] a\n", ["x 1 a"]), ("\n\n- [x] Größe ✓", ["x 3 Größe ✓"]),
    ("- [x] a\n  more of a\n  - [ ] b", ["x 1 a", "o 3 b"]),
    ("- a\n\n  - [ ] b\n\n      c", ["o 3 b"]),
  ])
  func `an item has a list marker, a box and a text`(text: String, items: [String]) throws {
    #expect(try Self.items(text) == items)
  }

  @Test(arguments: [
    "- [text](url)", "- [x y](url)", "- [text][ref]", "- [^1]: note", "- [^1] note",
    "- [1]: https://example.org", "- [y](url)", "- text", "-text", "text [ ] text", "- text [x] a",
    "- \\[ ] a", "- `[ ]` is open", "`[x]` is done", "[x]: https://example.org", "1.5 [a] b",
    "- [a link\n  of two lines](url)", "- [![badge](image)](url)", "- [docs] a\n\n[Docs]: url",
    "***", "- - -", "# Title", "| a | b |", "-", "- ", "1.", "####### a", "[a] b",
    "*[x](url)*", "<details>",
  ])
  func `what is no item is passed over`(text: String) throws {
    #expect(try Self.items(text + "\n\n- [x] item\n").map(\.last) == ["m"])
  }

  @Test(arguments: [
    "```\n- [ ] a\n```", "~~~ sh\n- [ ] a\n~~~", "````\n- [ ] a\n```\n- [ ] b\n````  ",
    "- b\n  ```\n  - [ ] a\n  ```", "- ```\n  - [ ] a\n  ```", "> ```\n> - [ ] a\n> ```",
    "```\n~~~\n- [y] a\n~~~\n```", "   ```\n- [ ] a\n```", "<!-- - [ ] a -->",
    "<!--\n- [ ] a\n\n- [] b\n-->", "- b\n  <!--\n\n  - [ ] a -->", "<!---->",
  ])
  func `code and comments hold no items`(text: String) throws {
    #expect(try Self.items(text + "\n- [x] item\n").map(\.last) == ["m"])
  }

  @Test(arguments: [
    ("```a`\n- [ ] b", ["o 2 b"]), ("``\n- [ ] b\n``", ["o 2 b"]),
    ("a <!--\n- [ ] b\n-->", ["o 2 b"]), ("- a\n  ```\n- [ ] b", ["o 3 b"]),
    ("- a\n  <!--\n- [ ] b\n", ["o 3 b"]), ("> ```\n- [ ] b", ["o 2 b"]),
    ("    ```\n- [ ] b", ["o 2 b"]), ("-     ```\n  - [ ] b", ["o 2 b"]),
    ("- a\n      <!--\n- [ ] b", ["o 3 b"]), (">     ~~~\n> - [ ] b", ["o 2 b"]),
    ("```\n    ```\n- [ ] a\n```\n- [ ] b", ["o 5 b"]),
  ])
  func `code and comments end where their block does`(text: String, items: [String]) throws {
    #expect(try Self.items(text) == items)
  }

  @Test(arguments: [
    ("# Optional\n- [ ] a", ["o? 2 a"]), ("## Steps (OPTIONAL) ##\n- [x] a", ["x? 2 a"]),
    ("# Optional\n### b\n- [ ] a", ["o? 3 a"]), ("### Optional\n## b\n- [ ] a", ["o 3 a"]),
    ("# Optional\n# b\n- [ ] a", ["o 3 a"]),
    (
      "# b\n## Optional\n- [ ] a\n## c\n- [ ] d",
      ["o? 3 a", "o 5 d"]
    ),
    ("Optional\n===\n- [ ] a\n\nb\n---\n- [ ] c\n\n# d\n- [ ] e", ["o? 3 a", "o? 7 c", "o 10 e"]),
    ("b, which is\noptional\n---\n- [ ] a", ["o? 4 a"]), ("Optional\n\n---\n- [ ] a", ["o 4 a"]),
    ("Optional:\n- [ ] a", ["o 2 a"]), ("####### Optional\n- [ ] a", ["o 2 a"]),
    ("#Optional\n- [ ] a", ["o 2 a"]), ("- [ ] optional\n---\n- [ ] a", ["o 1 optional", "o 3 a"]),
    ("- [ ] a\n  optional\n---\n- [ ] b", ["o 1 a", "o 4 b"]),
    ("- [ ] a\n\n  # Optional\n- [ ] b", ["o 1 a", "o 4 b"]),
    ("- # Optional\n- [ ] a", ["o 2 a"]), ("> # Optional\n\n- [ ] a", ["o 3 a"]),
    ("```\n# Optional\n```\n- [ ] a", ["o 4 a"]),
    ("    Optional\n---\n- [ ] a", ["o 3 a"]),
    ("# Optional\n-\n\n  # b\n- [ ] a", ["o 5 a"]),
    ("---\ntitle: optional\n# optional\n---\n- [ ] a", ["o 5 a"]),
    ("- [ ] a\n\nOptional\n--------\n\n- [ ] b", ["o 1 a", "o? 6 b"]),
    ("# Not optional\n- [ ] a", ["o 2 a"]), ("# Non-optional\n- [ ] a", ["o 2 a"]),
    ("# Nonoptional\n- [ ] a", ["o 2 a"]), ("# These aren't optional\n- [ ] a", ["o 2 a"]),
    ("# This isn’t optional\n- [ ] a", ["o 2 a"]), ("# No longer optional\n- [ ] a", ["o 2 a"]),
    ("# Required, never optional\n- [ ] a", ["o 2 a"]), ("Not optional\n---\n- [ ] a", ["o 3 a"]),
    ("# Optionally\n- [ ] a", ["o 2 a"]), ("# Mandatory and optional\n- [ ] a", ["o 2 a"]),
    ("# **Optional** (not required)\n- [ ] a", ["o? 2 a"]), ("# _optional_\n- [ ] a", ["o? 2 a"]),
    ("# Not optional\n## Optional\n- [ ] a", ["o? 3 a"]), ("# b\n#Data\n- [ ] a", ["o 3 a"]),
    ("# Optional\n- [ ] a\n\n\\#Data\n- [ ] b", ["o? 2 a", "o? 5 b"]),
    ("# Optional\n- [ ] a\n\n#12 is done\n- [ ] b", ["o? 2 a", "o? 5 b"]),
  ])
  func `a heading makes its items optional`(text: String, items: [String]) throws {
    #expect(try Self.items(text) == items)
  }

  @Test(arguments: ["# Optional\n- [ ] a\n#Data\n- [ ] b", "# Optional\n\n##Data\n- [ ] b"])
  func `a heading without its blank does not stay unseen`(text: String) {
    let found = #expect(throws: Diagnostics.self) { try Checklist(text: text, name: "list.md") }
    #expect(found?.items.map(\.code) == [.checklistSyntax])
    #expect(found?.items.first?.hint == "write '# Text' for a heading, '\\#Text' for a text")
  }

  @Test func `checked are counted among the required`() throws {
    let list = try Checklist(
      text: "- [x] a\n- [ ] b\n- [x] c\n# Optional\n- [ ] d\n- [x] e\n- [ ] f\n",
      name: "release.md"
    )
    #expect(list.name == "release.md")
    #expect(list.required == 3)
    #expect(list.checked == 2)
    #expect(list.uncheckedRequired.map(\.text) == ["b"])
    #expect(list.uncheckedOptional.map(\.text) == ["d", "f"])
    #expect(list.unchecked.map(\.line) == [2, 5, 7])
  }

  @Test(arguments: [
    (10, 11, "10/11 (91 %)"), (199, 200, "199/200 (99 %)"), (1, 1000, "1/1000 (1 %)"),
    (0, 3, "0/3 (0 %)"), (3, 3, "3/3 (100 %)"), (0, 0, "nothing required"),
  ])
  func `the share is whole only when all is checked`(
    checked: Int,
    required: Int,
    phrase: String
  ) throws {
    let lines =
      (0..<required).map { $0 < checked ? "- [x] a" : "- [ ] a" } + ["# Optional", "- [ ] b"]
    let list = try Checklist(text: lines.joined(separator: "\n"), name: "release.md")
    #expect(list.countPhrase == phrase)
  }
}
