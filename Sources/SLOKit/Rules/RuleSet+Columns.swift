extension RuleSet {
  /// The columns that `header` lacks and must not lack, with the place where the rules name them.
  func missingColumns(in header: [String]) -> [(column: MissingColumn, place: Range<Int>)] {
    var missing: [(column: MissingColumn, place: Range<Int>)] = []
    func require(_ name: String, at place: Range<Int>) {
      guard !header.contains(name) else { return }
      missing.append((MissingColumn(name: name), place))
    }
    for column in columns.columns where !column.isOptional && !column.isDerived {
      require(column.name, at: column.place)
    }
    if let time { require(time.name, at: time.place) }
    return missing
  }
}
