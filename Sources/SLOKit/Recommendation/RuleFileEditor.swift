/// Replaces literals in the text of a rule file.
struct RuleFileEditor {
  private let source: SourceText
  /// The phase that was drafted for; `nil` for all.
  private let phase: String?
  /// Variables whose value in the rule file does not count.
  private let overridden: [String]
  private var bytes: [UInt8]
  private var changed: [String] = []
  private var skipped: [String] = []
  /// The variables that were set already, with their new literals.
  private var variables: [String: String] = [:]

  init(_ source: SourceText, phase: String? = nil, overridden: [String] = []) {
    self.source = source
    self.phase = phase
    self.overridden = overridden
    bytes = source.bytes
  }

  var update: RuleFileUpdate {
    RuleFileUpdate(
      source: source.name,
      original: String(decoding: source.bytes, as: UTF8.self),
      text: String(decoding: bytes, as: UTF8.self),
      changed: changed,
      skipped: skipped
    )
  }

  /// A literal of the text and what it is to become.
  private struct Edit {
    let range: Range<Int>
    let literal: String
    let variable: String?
  }

  /// Leaves an objective as it is.
  mutating func skip(_ name: String, because reason: String) {
    skipped.append("\(name): \(reason)")
  }

  /// Puts a green limit, and a red one where there is one, into the objective at a place in the list,
  /// or leaves it as it is.
  mutating func put(
    _ green: TargetLimit,
    red: TargetLimit?,
    into index: Int,
    named name: String
  ) {
    guard let root = try? JSON5Reader.read(SourceText(name: source.name, bytes: bytes)),
      case .array(let objectives)? = root.member("objectives")?.kind, index < objectives.count
    else { return }
    var objective = objectives[index]
    if let phase, case .array(let phases)? = root.member("phases")?.kind, phases.count > 1 {
      let own = phases.first { $0.member("name")?.text == phase }
      guard let changed = own?.member("objectives")?.member(name), changed.member("green") != nil
      else {
        skip(name, because: "its target is not the phase's own but that of the whole file")
        return
      }
      objective = changed
    }
    var edits: [Edit] = []
    guard let edit = self.edit(objective.member("green"), to: green, in: root) else {
      skip(name, because: "its green band has no limit that is one number")
      return
    }
    edits.append(edit)
    if let value = objective.member("yellow") ?? objective.member("red"), let red,
      let edit = self.edit(value, to: red, in: root)
    {
      edits.append(edit)
    }
    if let given = edits.compactMap(\.variable).first(where: overridden.contains) {
      skip(name, because: "the variable $\(given) was given another value than the file has")
      return
    }
    if let shared = edits.first(where: { edit in
      edit.variable.flatMap { variables[$0] }.map { $0 != edit.literal } == true
    }) {
      skip(name, because: "another objective has the variable $\(shared.variable ?? "") too")
      return
    }
    apply(edits, name)
  }

  private mutating func apply(_ edits: [Edit], _ name: String) {
    var text = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(edit.range, with: Array(edit.literal.utf8))
    }
    guard text != bytes else { return }
    let attempt = String(decoding: text, as: UTF8.self)
    do throws(Diagnostics) {
      _ = try RuleSet(text: attempt, source: source.name)
    } catch {
      skip(name, because: error.items.first?.message ?? "the rules would not hold together")
      return
    }
    bytes = text
    changed.append(name)
    for edit in edits { if let variable = edit.variable { variables[variable] = edit.literal } }
  }

  /// The edit that makes the first limit of a band another one; `nil` when it has none.
  private func edit(_ band: JSON5Value?, to limit: TargetLimit, in root: JSON5Value) -> Edit? {
    guard let band, case .string(let string) = band.kind,
      let found = (try? Expression(parsing: string.text))?.firstLimit
    else { return nil }
    if let quantity = found.quantity {
      let literal = limit.literal(like: quantity)
      return Edit(
        range: string.sourceRange(of: found.range),
        literal: literal ?? limit.literal,
        variable: nil
      )
    }
    guard let name = found.variable, let value = root.member("vars")?.member(name) else {
      return nil
    }
    switch value.kind {
    case .string(let text):
      guard case .success(let quantity) = Quantity.parse(text.text) else { return nil }
      return Edit(
        range: text.sourceRange(of: 0..<text.text.utf8.count),
        literal: limit.literal(like: quantity) ?? limit.literal,
        variable: name
      )
    case .number:
      guard case .success(let new) = Quantity.parse(limit.literal) else { return nil }
      return Edit(range: value.range, literal: new.digits, variable: name)
    case .null, .boolean, .array, .object: return nil
    }
  }
}

extension JSON5Value {
  /// A member of an object by its key; `nil` for other values.
  func member(_ key: String) -> JSON5Value? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string; `nil` for other values.
  fileprivate var text: String? {
    if case .string(let string) = kind { return string.text }
    return nil
  }
}

extension TargetLimit {
  /// The limit in the unit of another literal, which may have none.
  fileprivate func literal(like quantity: Quantity) -> String? {
    guard let unit = quantity.unit else {
      guard case .success(let own) = Quantity.parse(literal) else { return nil }
      return own.digits
    }
    return DecimalNumber(value / unit.multiplier, powerOfTen: -unit.powerOfTen)
      .map { "\($0)\(unit.symbol)" }
  }
}
