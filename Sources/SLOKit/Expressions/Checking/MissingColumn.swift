/// A column that the rules name and the metrics lack.
struct MissingColumn {
  let name: String

  var message: String { "the metrics have no column '\(name)'" }

  /// What helps, given the columns of the metrics.
  func hint(_ header: [String]) -> String {
    spellingHint(for: name, among: header)
      ?? "declare it with  optional: true  when files may lack it; the file has "
      + header.prefix(12).joined(separator: ", ") + (header.count > 12 ? ", …" : "")
  }
}
