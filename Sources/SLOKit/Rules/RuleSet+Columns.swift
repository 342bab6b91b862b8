extension RuleSet {
  /// The columns that `header` lacks and must not lack, with the place where the rules name them.
  func missingColumns(in header: [String]) -> [(column: MissingColumn, place: Range<Int>)] {
    var named = columns.columns.filter { !$0.isOptional }.map { ($0.name, $0.place) }
    if let time { named.append((time.name, time.place)) }
    return named.filter { !header.contains($0.0) }
      .map { (MissingColumn(name: $0.0, header: header), $0.1) }
  }
}
