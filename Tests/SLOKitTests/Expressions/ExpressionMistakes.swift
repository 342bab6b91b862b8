import Testing

@testable import SLOKit

/// An expression with its mistake marked, and what is said about it.
struct ExpressionMistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?
  let code: DiagnosticCode

  init(
    _ marked: String,
    _ message: String,
    hint: String? = nil,
    code: DiagnosticCode = .syntax
  ) {
    self.marked = marked
    self.message = message
    self.hint = hint
    self.code = code
  }

  var testDescription: String { message }
}

extension ExpressionMistake {
  private static func sign(_ sign: String, _ better: String) -> ExpressionMistake {
    ExpressionMistake("a ⟨\(sign)⟩ b", "unexpected '\(sign)'", hint: "write \(better)")
  }

  /// Signs of other languages.
  static let signs = [
    sign("&&", "and"), sign("||", "or"), sign("=", "=="), sign("≤", "<="), sign("≥", ">="),
    sign("≠", "!="), sign("×", "*"), sign("÷", "/"), sign("−", "-"), sign("–", "-"),
    ExpressionMistake("⟨!⟩a > 1", "unexpected '!'", hint: "write not"),
    ExpressionMistake(
      "a == ⟨\"⟩x\"",
      "unexpected '\"'",
      hint: "write ' (text stands in single quotes)"
    ),
    ExpressionMistake("a ⟨#⟩ b", "unexpected '#'"),
    ExpressionMistake(
      "⟨é⟩ + 1",
      "unexpected 'é'",
      hint: "it is U+00E9; names with such characters stand in `backticks`"
    ),
    ExpressionMistake(
      "a + ⟨😀⟩",
      "unexpected '😀'",
      hint: "it is U+1F600; names with such characters stand in `backticks`"
    ),
  ]

  /// Words, numbers and texts.
  static let words = [
    ExpressionMistake(
      "a > 1 ⟨AND⟩ b > 2",
      "expected an operator or the end, found 'AND'",
      hint: "keywords are lower case: and"
    ),
    ExpressionMistake(
      "a > 1 ⟨adn⟩ b > 2",
      "expected an operator or the end, found 'adn'",
      hint: "did you mean 'and'?"
    ),
    ExpressionMistake("a == ⟨'x⟩", "unclosed text"),
    ExpressionMistake("⟨`x⟩", "unclosed column name"),
    ExpressionMistake("a > ⟨$⟩ 1", "expected a variable's name after '$'"),
    ExpressionMistake("a > ⟨1.2.3⟩", "'1.2.3' is not a number"),
    ExpressionMistake(
      "a <= 150⟨mss⟩",
      "unknown unit 'mss'",
      hint: "did you mean 'ms'?",
      code: .unknownUnit
    ),
    ExpressionMistake(
      "a <= 5⟨furlongs⟩",
      "unknown unit 'furlongs'",
      hint: "units are ratio, %, 1, /s, ns, us, µs, ms, s, m, min, h, d, B, kB, MB, GB, TB, KiB, "
        + "MiB, GiB, TiB",
      code: .unknownUnit
    ),
    ExpressionMistake("a in (⟨5⟩)", "expected text in single quotes, found '5'"),
    ExpressionMistake("a in ⟨x⟩", "expected '(' and texts in single quotes, found 'x'"),
    ExpressionMistake("a ⟨not⟩ b", "expected an operator or the end, found 'not'"),
  ]

  /// What is missing, and what is too much.
  static let structure = [
    ExpressionMistake("⟨⟩", "expected a number, a column, a function or '(', found the end"),
    ExpressionMistake("a +⟨⟩", "expected a number, a column, a function or '(', found the end"),
    ExpressionMistake("a + ⟨)⟩", "expected a number, a column, a function or '(', found ')'"),
    ExpressionMistake("⟨and⟩ a > 1", "expected a number, a column, a function or '(', found 'and'"),
    ExpressionMistake("(a + 1⟨⟩", "expected ')', found the end"),
    ExpressionMistake("(a ⟨b⟩)", "expected ')', found 'b'"),
    ExpressionMistake("mean(a⟨⟩", "expected ',' or ')', found the end"),
    ExpressionMistake("mean(a ⟨b⟩)", "expected ',' or ')', found 'b'"),
    ExpressionMistake("mean(a where b > 1⟨,⟩ c)", "expected ')', found ','"),
    ExpressionMistake("a ⟨)⟩", "expected an operator or the end, found ')'"),
    ExpressionMistake(
      "1 < a ⟨<⟩ 2",
      "expected an operator or the end, found '<'",
      hint: "join two comparisons with 'and'"
    ),
    ExpressionMistake(
      "a > 1 for⟨⟩",
      "expected a duration such as 5m, or a number of samples, found the end"
    ),
    ExpressionMistake(
      "a > 1 for ⟨5MB⟩",
      "expected a duration such as 5m, or a number of samples, found '5MB'"
    ),
    ExpressionMistake(
      "a > 1 for 3 ⟨apples⟩",
      "expected 'samples' or a unit of time, found 'apples'"
    ),
    ExpressionMistake("a > 1 for ⟨2.5⟩ samples", "expected a whole number of samples"),
    ExpressionMistake("a > 1 for ⟨0⟩ samples", "expected a whole number of samples"),
    ExpressionMistake("f(a, ⟨0⟩ samples)", "expected a whole number of samples"),
    ExpressionMistake("f(a, ⟨1.5⟩ samples)", "expected a whole number of samples"),
    ExpressionMistake("f(a, 3 ⟨apples⟩)", "expected ',' or ')', found 'apples'"),
    ExpressionMistake("f(a, 3 samples ⟨+⟩ 1)", "expected ',' or ')', found '+'"),
    ExpressionMistake("a + 3 ⟨samples⟩", "expected an operator or the end, found 'samples'"),
  ]
}
