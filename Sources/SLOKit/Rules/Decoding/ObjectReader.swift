/// Takes the members of a JSON5 object one by one and knows which keys there may be.
///
/// Unknown and repeated keys are mistakes: a typo must never weaken a gate.
struct ObjectReader {
  private let members: [JSON5Member]

  /// Reads `value` as an object that may have `keys`, reporting what else it has.
  init?(_ value: JSON5Value, _ what: String, keys: [String], _ mistakes: inout Mistakes) {
    guard let members = mistakes.members(value, what) else { return nil }
    self.members = members
    for member in members where !keys.contains(member.key) {
      mistakes.add(
        .unknownKey,
        "unknown key '\(member.key)' in \(what)",
        at: member.keyRange,
        hint: spellingHint(for: member.key, among: keys)
          ?? "keys are \(keys.joined(separator: ", "))"
      )
    }
  }

  /// The value of `key`; the first one when it is repeated.
  func value(_ key: String) -> JSON5Value? {
    members.first { $0.key == key }?.value
  }
}

/// The mistakes found so far in one rule file.
struct Mistakes {
  let source: SourceText
  private var found: [(place: Range<Int>, diagnostic: Diagnostic)] = []
  private var omitted = 0

  init(in source: SourceText) {
    self.source = source
  }

  /// The mistakes in the order of the text, or `nil` when there are none.
  var diagnostics: Diagnostics? {
    guard !found.isEmpty else { return nil }
    var list = found.sorted { $0.place.lowerBound < $1.place.lowerBound }.map(\.diagnostic)
    if omitted > 0 { list.append(MistakeList.more(omitted, .tooLarge)) }
    return Diagnostics(list)
  }

  mutating func add(
    _ code: DiagnosticCode,
    _ message: String,
    at place: Range<Int>,
    hint: @autoclosure () -> String? = nil
  ) {
    // Each one is found by reading the file from its start; nobody reads more at once.
    guard found.count < MistakeList.limit else {
      omitted += 1
      return
    }
    found.append((place, Diagnostic(code, message, in: source, at: place, hint: hint())))
  }

  private mutating func addDuplicateKeys(in members: [JSON5Member]) {
    // Most objects have a handful of keys; only a long one is worth a set.
    var seen = members.count > 32 ? Set<String>() : nil
    for (index, member) in members.enumerated() {
      let isNew =
        seen?.insert(member.key).inserted
        ?? !members[..<index].contains { $0.key == member.key }
      guard !isNew else { continue }
      add(
        .duplicateKey,
        "'\(member.key)' is given twice",
        at: member.keyRange,
        hint: "only one of them would count; remove the other"
      )
    }
  }
}

// MARK: - Typed values

extension Mistakes {
  mutating func string(_ value: JSON5Value?, _ what: String) -> JSON5String? {
    guard let value else { return nil }
    guard case .string(let string) = value.kind else {
      add(
        .wrongType,
        "expected \(what) to be a string, found \(value.kindName)",
        at: value.range
      )
      return nil
    }
    return string
  }

  /// The members of an object whose keys the rule file chooses.
  mutating func members(_ value: JSON5Value?, _ what: String) -> [JSON5Member]? {
    guard let value else { return nil }
    guard case .object(let members) = value.kind else {
      add(
        .wrongType,
        "expected \(what) to be an object, found \(value.kindName)",
        at: value.range
      )
      return nil
    }
    addDuplicateKeys(in: members)
    return members
  }

  mutating func boolean(_ value: JSON5Value?, _ what: String) -> Bool? {
    guard let value else { return nil }
    guard case .boolean(let boolean) = value.kind else {
      add(
        .wrongType,
        "expected \(what) to be true or false, found \(value.kindName)",
        at: value.range
      )
      return nil
    }
    return boolean
  }

  /// The elements of an array that holds at most `limit`.
  mutating func array(
    _ value: JSON5Value?,
    _ what: String,
    atMost limit: Int = .max
  ) -> [JSON5Value]? {
    guard let value else { return nil }
    guard case .array(let values) = value.kind else {
      add(
        .wrongType,
        "expected \(what) to be an array, found \(value.kindName)",
        at: value.range
      )
      return nil
    }
    guard values.count <= limit else {
      add(
        .tooLarge,
        "\(values.count) elements in \(what), more than the limit of \(limit)",
        at: value.range.prefix(1),
        hint: "judge by several rule files"
      )
      return nil
    }
    return values
  }

  /// A string that must be one of the cases of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: JSON5Value?,
    _ what: String,
    as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let value, let string = string(value, what) else { return nil }
    if let choice = Choice(rawValue: string.text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    add(
      .invalidValue,
      "unknown \(what) '\(string.text)'",
      at: value.range,
      hint: spellingHint(for: string.text, among: names)
        ?? "it can be \(names.joined(separator: ", "))"
    )
    return nil
  }
}
