/// A rule file with the suggested targets in place of the present ones, everything else as it was.
public struct RuleFileUpdate: Sendable, Hashable {
  /// The rule file's name.
  public let source: String

  /// The text before.
  public let original: String

  /// The text after: only literals of targets differ.
  public let text: String

  /// The objectives whose targets changed, by name.
  public let changed: [String]

  /// What was left as it is although something is proposed for it, with the reason.
  public let skipped: [String]

  /// The change as a unified diff; empty when there is none.
  public var diff: String { UnifiedDiff.text(from: original, to: text, file: source) }
}

extension Recommendation {
  /// Puts the suggested targets into the rule file that they were drafted for.
  ///
  /// A green limit becomes the suggested one, a yellow or red limit the red one; a limit that is a
  /// variable changes where the variable is set. What would make the rules contradict themselves is
  /// skipped.
  ///
  /// - Returns: The update; `nil` without rules.
  public func ruleFileUpdate() -> RuleFileUpdate? {
    guard rules != nil else { return nil }
    var editor = RuleFileEditor(samples.rules.text)
    for (index, target) in targets.enumerated() {
      guard let proposal = target.proposal, target.present != nil else { continue }
      editor.put(proposal, into: index, named: target.name)
    }
    return editor.update
  }
}

/// Replaces literals in the text of a rule file.
struct RuleFileEditor {
  private let source: SourceText
  private var bytes: [UInt8]
  private var changed: [String] = []
  private var skipped: [String] = []
  /// The variables that were set already, with their new literals.
  private var variables: [String: String] = [:]

  init(_ source: SourceText) {
    self.source = source
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

  /// Puts the limits of a proposal into the objective at a place in the list, or leaves it as it is.
  mutating func put(_ proposal: TargetProposal, into index: Int, named name: String) {
    guard let root = try? JSON5Reader.read(SourceText(name: source.name, bytes: bytes)),
      case .array(let objectives)? = root.member("objectives")?.kind, index < objectives.count
    else { return }
    let objective = objectives[index]
    var edits: [Edit] = []
    guard let green = edit(objective.member("green"), to: proposal.suggested, in: root) else {
      skipped.append("\(name): its green band has no limit that is one number")
      return
    }
    edits.append(green)
    if let value = objective.member("yellow") ?? objective.member("red"), let red = proposal.red,
      let edit = edit(value, to: red, in: root)
    {
      edits.append(edit)
    }
    if let shared = edits.first(where: { edit in
      edit.variable.flatMap { variables[$0] }.map { $0 != edit.literal } == true
    }) {
      skipped.append("\(name): another objective has the variable $\(shared.variable ?? "") too")
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
      skipped.append(
        "\(name): \(error.items.first?.message ?? "the rules would not hold together")"
      )
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
  fileprivate func member(_ key: String) -> JSON5Value? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key == key }?.value
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
