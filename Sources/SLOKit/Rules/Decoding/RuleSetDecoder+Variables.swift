extension RuleSetDecoder {
  mutating func variables(_ value: JSON5Value?) {
    if let members = mistakes.members(value, "'vars'") {
      for member in members {
        if let variable = variable(member) { context.variables[member.key] = variable }
      }
    }
    applyOverrides()
  }

  private mutating func variable(_ member: JSON5Member) -> Variable? {
    switch member.value.kind {
    case .boolean(let value): return .truth(value)
    case .number, .string:
      return quantity(member.value, "the variable '\(member.key)'").map { .quantity($0) }
    case .null, .array, .object:
      mistakes.add(
        .wrongType,
        "expected a quantity, true or false as '\(member.key)', found \(member.value.kindName)",
        at: member.value.range
      )
      return nil
    }
  }

  /// Settings come last, so that they win over the environment.
  private mutating func applyOverrides() {
    let environment = overrides.filter { $0.origin != .setting }
    let settings = overrides.filter { $0.origin == .setting }
    for override in environment + settings {
      guard let original = context.variables[override.name] else {
        addUnknown(override)
        continue
      }
      do throws(Diagnostic) {
        context.variables[override.name] = try override.value(replacing: original)
      } catch {
        overrideMistakes.add(error)
      }
    }
  }

  private mutating func addUnknown(_ override: VariableOverride) {
    let names = context.variables.sortedNames
    if case .environment(let place) = override.origin {
      // A variable that has its own value is not what another name stands for.
      let unset = names.filter { name in !overrides.contains { $0.name == name } }
      if let name = nearestSpelling(to: override.name, among: unset) {
        unusedOverrides.append(
          UnusedOverride(name: override.name, place: place, variable: name)
        )
      }
      return
    }
    let list =
      names.isEmpty
      ? "the rule file has no variables" : "variables are \(names.joined(separator: ", "))"
    overrideMistakes.add(
      Diagnostic(
        .invalidSetting,
        "unknown variable '\(override.name)'",
        hint: spellingHint(for: override.name, among: names) ?? list
      )
    )
  }

  /// A quantity: a number, a text such as `2h`, or the variable `$name`.
  mutating func quantity(_ value: JSON5Value, _ what: String) -> Quantity? {
    if case .number(let number) = value.kind {
      if Quantity.isNumber(number.text) { return Quantity(digits: number.text, unit: nil) }
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a finite decimal number, found '\(number.text)'",
        at: value.range
      )
      return nil
    }
    guard let text = mistakes.string(value, what)?.text else { return nil }
    if text.first == "$" { return variableQuantity(String(text.dropFirst()), at: value.range) }
    switch Quantity.parse(text) {
    case .success(let quantity): return quantity
    case .failure(.notANumber):
      mistakes.add(
        .invalidValue,
        "expected \(what) to be a quantity such as 150ms, found '\(text)'",
        at: value.range
      )
    case .failure(.unknownUnit(let unit)):
      mistakes.add(.unknownUnit, unit.message, at: value.range, hint: unit.hint)
    }
    return nil
  }

  private mutating func variableQuantity(_ name: String, at place: Range<Int>) -> Quantity? {
    if case .quantity(let quantity) = context.variables[name] { return quantity }
    mistakes.add(
      .unknownVariable,
      "unknown variable '$\(name)'",
      at: place,
      hint: spellingHint(for: name, among: context.variables.sortedNames)
    )
    return nil
  }
}

extension Range where Bound == Int {
  /// The range's first `count` places.
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
