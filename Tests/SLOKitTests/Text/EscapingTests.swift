import Testing

@testable import SLOKit

@Suite("Text from strangers")
struct EscapingTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("a\u{202E}b\u{200F}", "a\\u{202E}b\\u{200F}"), ("\u{FEFF}\u{9B}\0", "\\u{FEFF}\\u{9B}\\u{0}"),
    ("\u{E0041}", "\\u{E0041}"), ("Größe 😀", "Größe 😀"), ("a\u{AD}b", "a\\u{AD}b"),
  ])
  func `a terminal sees no control characters`(text: String, escaped: String) {
    #expect(text.escapedForTerminal == escaped)
  }

  @Test(arguments: [
    ("::error::x", ":\\u{3A}error::x"), (" \u{A0}\u{3000}::x", " \u{A0}\u{3000}:\\u{3A}x"),
    (":::x", ":\\u{3A}\\u{3A}x"), ("a::b", "a::b"), ("a: ::b", "a: ::b"), (":", ":"),
    ("\r::x", "\\r:\\u{3A}x"), (":\u{FE0F}:x", ":\u{FE0F}\\u{3A}x"), (":\u{AD}:", ":\\u{AD}:"),
    ("a ##[error]b", "a #\\u{23}[error]b"), ("##vso[x]", "#\\u{23}vso[x]"),
    ("a #1 b #2", "a #1 b #2"),
  ])
  func `a log sees no commands`(text: String, escaped: String) {
    #expect(text.escapedForTerminal == escaped)
    #expect(escaped.escapedForTerminal == escaped)
    #expect(!text.escapedForMarkdown.contains("##"))
    #expect(!text.escapedForMarkup.contains("##"))
    #expect(!text.escapedForJSON.contains("##"))
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
    ("[x](y)", "\\[x\\](y)"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("a\nb", "a\\\\nb"),
    ("@user #1", "\\@user \\#1"),
  ])
  func `Markdown sees no markup`(text: String, escaped: String) {
    #expect(text.escapedForMarkdown == escaped)
  }

  @Test(arguments: [
    ("a\"b\\c", "a\\\"b\\\\c"), ("a\nb", "a\\nb"), ("\u{1B}", "\\u001B"), ("\u{202E}", "\\u202E"),
    ("\u{E0041}", "\\uDB40\\uDC41"), ("ö😀</script>", "ö😀</script>"),
  ])
  func `JSON strings are valid`(text: String, escaped: String) throws {
    #expect(text.escapedForJSON == escaped)
    let source = SourceText(name: "json", text: "\"\(text.escapedForJSON)\"")
    guard case .string(let string) = try JSON5Reader.read(source).kind else {
      Issue.record("not a string")
      return
    }
    #expect(string.text == text)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"]]>", "&quot;]]&gt;"), ("it's & that", "it&#39;s &amp; that"), ("a\nb", "a\\nb"),
    ("\u{1B}[31m\0", "\\u{1B}[31m\\u{0}"), ("\u{FFFE}\u{202E}", "\\u{FFFE}\\u{202E}"),
  ])
  func `markup sees no markup and nothing that XML forbids`(text: String, escaped: String) {
    #expect(text.escapedForMarkup == escaped)
  }

  @Test(arguments: [
    ("100 %", "100 %25", "100 %25"), ("a,b: c", "a,b: c", "a%2Cb%3A c"),
    ("a\n::error::b", "a\\n::error::b", "a\\n%3A%3Aerror%3A%3Ab"),
  ])
  func `a workflow command stays one command`(text: String, message: String, property: String) {
    #expect(text.escapedForWorkflowMessage == message)
    #expect(text.escapedForWorkflowProperty == property)
  }

  @Test(arguments: [
    ("a/slo-rules.json5", "a/slo-rules.json5"), ("my rules.json5", "my%20rules.json5"),
    ("ü:\n", "%C3%BC%3A%0A"),
  ])
  func `a path is a valid URI`(path: String, uri: String) {
    #expect(path.escapedForURI == uri)
  }

  @Test func `a long text is escaped as a whole`() {
    let text = String(repeating: "|\u{1B}", count: 5000)
    #expect(text.escapedForTerminal == String(repeating: "|\\u{1B}", count: 5000))
    #expect(text.escapedForMarkdown == String(repeating: "\\|\\\\u{1B}", count: 5000))
    #expect(text.escapedForJSON == String(repeating: "|\\u001B", count: 5000))
  }

  @Test(arguments: [
    ("maen", "mean"), ("MEAN", "mean"), ("men", "mean"), ("mean", nil), ("zzz", nil),
    ("medain", "median"), ("x", nil),
  ])
  func `the nearest word is suggested`(word: String, expected: String?) {
    #expect(nearestSpelling(to: word, among: ["mean", "median", "p"]) == expected)
  }

  /// By hand: one edit for every three letters; what is swapped is not edited again.
  @Test(arguments: [
    ("latency", "ltaecny", true), ("latency", "xxtency", true), ("latency", "xxxency", false),
    ("latency", "laten", true), ("latency", "late", false), ("latency", "p_latency", true),
    ("latency", "p1_latency", false), ("latency", "latencies", false), ("xxxxca", "xxxxac", true),
    ("xxxxca", "xxxxabc", false), ("abcdef", "bcdefa", true), ("abcdef", "cdefab", false),
    ("aaaaaaaaa", "bbbaaaaaa", true), ("aaaaaaaaa", "aaaaabbbb", false),
  ])
  func `a word is near by few edits`(word: String, candidate: String, isNear: Bool) {
    #expect(nearestSpelling(to: word, among: [candidate]) == (isNear ? candidate : nil))
  }

  @Test func `the nearest word wins, and the earliest of equally near ones`() {
    #expect(nearestSpelling(to: "latency", among: ["lateness", "latenc", "latenxy"]) == "latenc")
    #expect(nearestSpelling(to: "latency", among: ["latenxy", "latenc"]) == "latenxy")
  }
}
