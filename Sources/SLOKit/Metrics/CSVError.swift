/// A mistake in a part of a CSV: the place is a range of bytes in that part.
///
/// Whoever knows the file's name and the part's first line turns it into a `Diagnostic`.
struct CSVError: Error, Sendable, Hashable {
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
