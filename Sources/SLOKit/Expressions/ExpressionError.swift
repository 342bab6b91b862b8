/// A mistake in an expression: the place is a range of UTF-8 offsets in the expression's text.
///
/// Whoever knows where the expression stands in a rule file turns it into a `Diagnostic`.
struct ExpressionError: Error, Sendable, Hashable {
  let code: DiagnosticCode
  let message: String
  let range: Range<Int>
  let hint: String?

  init(_ code: DiagnosticCode, _ message: String, at range: Range<Int>, hint: String? = nil) {
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
  }
}
