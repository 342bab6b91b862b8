/// A mistake in a text whose origin the reader does not know: an expression, or a part of a CSV.
///
/// The place is a range of UTF-8 offsets in that text. Whoever knows where the text stands in a
/// file turns the mistake into a `Diagnostic`.
struct TextError: Error, Sendable, Hashable {
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
