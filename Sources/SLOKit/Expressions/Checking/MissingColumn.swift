/// A column that the rules name and the metrics lack.
struct MissingColumn {
  let name: String
  let hint: String

  init(name: String, header: [String]) {
    self.name = name
    hint =
      spellingHint(for: name, among: header)
      ?? "declare it with  optional: true  when files may lack it; the file has "
      + header.prefix(12).joined(separator: ", ") + (header.count > 12 ? ", …" : "")
  }

  var message: String { "the metrics have no column '\(name)'" }
}
