extension Preset {
  /// The preset whose mandatory objectives can all be measured from `columns`.
  public static func fitting(_ columns: [String]) -> Preset? {
    all.first { $0.unmeasurable(with: columns)?.missing.isEmpty == true }
  }

  /// The preset that could measure the most of its mandatory objectives, more than half of them,
  /// and the columns it lacks.
  static func nearest(_ columns: [String]) -> (preset: Preset, missing: [String])? {
    var best: (preset: Preset, missing: [String], share: Double)?
    for preset in all {
      guard let (missing, share) = preset.unmeasurable(with: columns), share > 0.5 else { continue }
      if share > best?.share ?? 0 { best = (preset, missing, share) }
    }
    return best.map { ($0.preset, $0.missing) }
  }

  /// The columns for want of which mandatory objectives cannot be measured, and the share of
  /// those that can be.
  private func unmeasurable(with columns: [String]) -> (missing: [String], share: Double)? {
    // A preset of ours is always well formed; a test reads them all.
    guard let rules = try? RuleSet(self) else { return nil }
    let present = Set(columns)
    let mandatory = rules.objectives.filter(\.isMandatory)
    var missing: [String] = []
    var measurable = 0
    for objective in mandatory {
      let lacking = rules.missingColumns(for: objective.indicator.formula, present: present)
      if lacking.isEmpty { measurable += 1 }
      missing += lacking.filter { !missing.contains($0) }
    }
    return (missing, mandatory.isEmpty ? 0 : Double(measurable) / Double(mandatory.count))
  }
}

extension RuleSet {
  /// The columns that a file must have for `formula` to have a value; of alternatives, those of
  /// the last one when none is complete.
  fileprivate func missingColumns(for formula: RunFormula, present: Set<String>) -> [String] {
    if case .coalesced(let alternatives) = formula {
      let missing = alternatives.map { missingColumns(for: $0, present: present) }
      return missing.first(where: \.isEmpty) ?? missing.last ?? []
    }
    var missing: [String] = []
    formula.forEachLeaf { aggregate in
      for column in aggregate.columns {
        let name = columns[column].name
        if !present.contains(name), !missing.contains(name) { missing.append(name) }
      }
    } fact: {
      _ in
    }
    return missing
  }
}
