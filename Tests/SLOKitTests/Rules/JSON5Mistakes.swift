import Testing

/// A document with its mistake marked, and what is said about it.
struct JSON5Mistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { message }
}

extension JSON5Mistake {
  /// Mistakes between the parts of arrays and objects.
  static let between = [
    JSON5Mistake("⟨⟩", "the file is empty"),
    JSON5Mistake("// nothing\n⟨⟩", "expected a value, found the end of the file"),
    JSON5Mistake("{} ⟨x⟩", "expected the end of the file after an object, found 'x'"),
    JSON5Mistake(
      "{ name: 'x' ⟨green⟩: 1 }",
      "expected ',' or '}' after a member, found 'green'",
      hint: "add a comma before it"
    ),
    JSON5Mistake(
      "[1 ⟨\"two\"⟩]",
      "expected ',' or ']' after an element, found \"two\"",
      hint: "add a comma before it"
    ),
    JSON5Mistake(
      "{ a: 1⟨;⟩ b: 2 }",
      "expected ',' or '}' after a member, found ';'",
      hint: "write a comma in place of the semicolon"
    ),
    JSON5Mistake(
      "{ name ⟨=⟩ 1 }",
      "expected ':' after the key 'name', found '='",
      hint: "write ':' between a key and its value"
    ),
    JSON5Mistake(
      "{ 'a b' ⟨,⟩ }",
      "expected ':' after the key 'a b', found ','",
      hint: "write ':' between a key and its value"
    ),
    JSON5Mistake(
      "{ multi⟨-⟩word: 1 }",
      "expected ':' after the key 'multi', found '-'",
      hint: "put the key in quotes"
    ),
    JSON5Mistake(
      "{ ⟨10twenty⟩: 1 }",
      "expected a key or '}', found '10twenty'",
      hint: "put the key in quotes"
    ),
    JSON5Mistake("{ ⟨,⟩ }", "expected a key or '}', found ','"),
    JSON5Mistake("[1, ⟨,⟩ 2]", "expected a value or ']', found ','"),
    JSON5Mistake("{ a: ⟨}⟩", "expected a value, found '}'"),
    JSON5Mistake("{ a: ⟨True⟩ }", "expected a value, found 'True'", hint: "write true"),
    JSON5Mistake("{ a: ⟨None⟩ }", "expected a value, found 'None'", hint: "write null"),
    JSON5Mistake(
      "{ a: ⟨mean⟩(b) }",
      "expected a value, found 'mean'",
      hint: "put text and expressions in quotes"
    ),
    JSON5Mistake(
      "{ a: ⟨>⟩= 99% }",
      "expected a value, found '>'",
      hint: "put text and expressions in quotes"
    ),
    JSON5Mistake(
      "{\n  a: [1, 2 ⟨}⟩",
      "expected ',' or ']' after an element, found '}'",
      hint: "the '[' in line 2, column 6 is still open"
    ),
    JSON5Mistake(
      "{ a: ⟨[⟩1, 2",
      "unclosed '[': expected ',' or ']' after an element, found the end of the file"
    ),
    JSON5Mistake(
      "⟨{⟩ a: 1,\n",
      "unclosed '{': expected a key or '}', found the end of the file"
    ),
    JSON5Mistake("{ a: 1 ⟨/*⟩ b }", "unclosed comment", hint: "add */ where it ends"),
    JSON5Mistake(
      "{ a: 1, ⟨#⟩ b\n }",
      "expected a key or '}', found '#'",
      hint: "comments begin with //"
    ),
  ]

  /// Mistakes in strings and in escapes.
  static let strings = [
    JSON5Mistake("{ a: ⟨\"⟩b }", "unclosed string", hint: "add a closing \""),
    JSON5Mistake("[⟨'⟩foo\nbar']", "unclosed string", hint: "add a closing '"),
    JSON5Mistake("[⟨'⟩foo\\", "unclosed string", hint: "add a closing '"),
    JSON5Mistake("[⟨\"⟩foo”]", "unclosed string", hint: "write straight quotes, \" or '"),
    JSON5Mistake(
      "{ name: ⟨“⟩x” }",
      "expected a value, found '“'",
      hint: "write straight quotes, \" or '"
    ),
    JSON5Mistake(
      "{ where: 'status in ('⟨COLD⟩')' }",
      "expected ',' or '}' after a member, found 'COLD'",
      hint: "the string ends here; close it earlier, or write \\' for a quote inside it"
    ),
    JSON5Mistake("['a⟨\0⟩b']", "found a NUL byte in a string"),
    JSON5Mistake("['a\\⟨\0⟩b']", "found a NUL byte in a string"),
    JSON5Mistake("['⟨\\1⟩']", "'\\1' is not an escape", hint: "write \\\\ for a backslash"),
    JSON5Mistake("['⟨\\01⟩']", "'\\01' is not an escape", hint: "write \\\\ for a backslash"),
    JSON5Mistake(
      "['⟨\\u00⟩g']",
      "expected 4 hexadecimal digits after '\\u'",
      hint: "write \\\\ for a backslash"
    ),
    JSON5Mistake(
      "['⟨\\x⟩']",
      "expected 2 hexadecimal digits after '\\x'",
      hint: "write \\\\ for a backslash"
    ),
    JSON5Mistake(
      "['⟨\\uD800⟩\\u0041']",
      "'\\uD800' is half of a surrogate pair",
      hint: "write both halves, as in \\uD83D\\uDE00, or the character itself"
    ),
    JSON5Mistake(
      "['⟨\\uDFBC⟩\\uD83C']",
      "'\\uDFBC' is half of a surrogate pair",
      hint: "write both halves, as in \\uD83D\\uDE00, or the character itself"
    ),
    JSON5Mistake(
      "{ a⟨\\u0020⟩b: 1 }",
      "'\\u0020' cannot stand in a key",
      hint: "put the key in quotes"
    ),
    JSON5Mistake(
      "{ a⟨\\⟩ b: 1 }",
      "expected \\u and four digits after a backslash in a key",
      hint: "put the key in quotes"
    ),
  ]

  /// Mistakes in numbers.
  static let numbers = [
    JSON5Mistake("⟨010⟩", "'010' is an octal number, which JSON5 does not allow", hint: "write 10"),
    JSON5Mistake("⟨-00⟩", "'-00' is an octal number, which JSON5 does not allow", hint: "write -0"),
    JSON5Mistake("⟨080⟩", "'080' has a leading zero, which JSON5 does not allow", hint: "write 80"),
    JSON5Mistake(
      "[⟨150ms⟩]",
      "'150ms' is not a number",
      hint: "put quantities and other text in quotes: \"150ms\""
    ),
    JSON5Mistake(
      "[⟨0.5µs⟩]",
      "'0.5µs' is not a number",
      hint: "put quantities and other text in quotes: \"0.5µs\""
    ),
    JSON5Mistake(
      "[⟨99%⟩]",
      "'99%' is not a number",
      hint: "put quantities and other text in quotes: \"99%\""
    ),
    JSON5Mistake(
      "[⟨2025-11-24T14:20:59⟩]",
      "'2025-11-24T14:20:59' is not a number",
      hint: "put quantities and other text in quotes: \"2025-11-24T14:20:59\""
    ),
    JSON5Mistake("[⟨0x⟩]", "expected hexadecimal digits after '0x'"),
    JSON5Mistake("[⟨.⟩]", "'.' is not a number"),
    JSON5Mistake("[⟨-⟩ 1]", "'-' is not a number"),
    JSON5Mistake("[⟨-foo⟩]", "'-foo' is not a number"),
  ]
}
