/// What a verdict says of the results that it rests on.
extension ObjectiveResult {
  /// How the value lies to its limits, for a sentence.
  var limitPhrase: String {
    guard let bands = objective.bands else { return "" }
    switch status {
    case .yellow: return "not within green (\(described(bands.green)))"
    case .red:
      let limit = bands.yellow ?? bands.green
      return bands.red.map { "which is red (\(described($0)))" }
        ?? "beyond its limit (\(described(limit)))"
    case .na, .info, .green: return ""
    }
  }

  /// A band, with the indicator's value on the baseline where it speaks of that.
  private func described(_ band: Bands.Band) -> String {
    let ofBaseline = objective.indicator.formula.of(.baseline).aggregates
    let named = band.condition.aggregates
    guard baseline != nil, ofBaseline.allSatisfy(named.contains) else { return band.text }
    return "\(band.text), with a baseline of \(baselineDisplay)"
  }
}

extension Checklist {
  /// What is not checked, for a sentence.
  var phrase: String {
    let items = uncheckedRequired
    guard let first = items.first else { return "" }
    return "\(Verdict.counted(items.count, "item")) of \(name) "
      + (items.count == 1 ? "is not checked: " : "are not checked, the first is ")
      + "'\(first.text)' (line \(first.line))"
  }
}

extension RequirementResult {
  /// Where a gap is, behind something else; empty when that is not known.
  var place: String {
    guard let start, let end, let line else { return "" }
    return " from \(start) to \(end) (before line \(line))"
  }

  /// What is missing, for a sentence.
  var phrase: String {
    guard let value else {
      return kind == .coverage
        ? "no objective decides, so there is no coverage"
        : "the \(kind.rawValue) cannot be told without timestamps"
    }
    switch kind {
    case .samples:
      return "there \(value == 1 ? "is" : "are") \(Verdict.counted(Int(value), "sample")) "
        + "of the required \(Int(required))"
    case .duration:
      return "the samples cover \(QuantityFormat.duration(value)) "
        + "of the required \(QuantityFormat.duration(required))"
    case .gap:
      return "there is a gap of \(QuantityFormat.duration(value))\(place), longer than "
        + QuantityFormat.duration(required)
    case .coverage:
      return
        "\(objective ?? "an objective") is measured on \(QuantityFormat.text(value, .ratio)) of the samples, "
        + "less than the required \(QuantityFormat.text(required, .ratio))"
    case .clean:
      return "\(Verdict.counted(Int(value), "warning")) about the data, and none is accepted"
    }
  }
}
