/// A column that the rules name and a file lacks.
struct MissingColumn {
  let name: String
  let place: Range<Int>
  let hint: String?

  var message: String { "the metrics have no column '\(name)'" }
}

extension RuleSet {
  /// The columns that `header` lacks and must not lack, in the order of the rule file.
  func missingColumns(in header: [String]) -> [MissingColumn] {
    var missing = columns.columns.filter { !$0.isOptional && !header.contains($0.name) }
      .map { MissingColumn(name: $0.name, place: $0.place, hint: hint(for: $0.name, in: header)) }
    if let time, !header.contains(time.name) {
      missing.append(
        MissingColumn(
          name: time.name,
          place: time.place,
          hint: hint(for: time.name, in: header)
        )
      )
    }
    return missing
  }

  private func hint(for name: String, in header: [String]) -> String {
    spellingHint(for: name, among: header)
      ?? "declare it with  optional: true  when files may lack it; "
      + "the file has \(header.prefix(12).joined(separator: ", "))"
      + (header.count > 12 ? ", …" : "")
  }
}
