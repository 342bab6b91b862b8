/// A value that replaces the one a rule file gives to a variable.
///
/// A value without a unit takes the unit of the rule file's value: `200` for a variable that the
/// file sets to `150ms` is 200 ms.
public struct VariableOverride: Sendable, Hashable {
  /// Where an override comes from.
  ///
  /// Settings win over the environment, and later overrides over
  /// earlier ones of the same origin.
  public enum Origin: Sendable, Hashable {
    /// Given by the caller; its name must be a variable of the rule file.
    case setting
    /// Read from an env file, which may hold much else: unknown names are ignored.
    case environment(SourceLocation)
  }

  /// The variable's name.
  public let name: String

  /// The value as text: a quantity, or `true` or `false`.
  public let value: String

  /// Where it comes from.
  public let origin: Origin

  /// Creates an override.
  public init(name: String, value: String, origin: Origin = .setting) {
    self.name = name
    self.value = value
    self.origin = origin
  }
}

extension VariableOverride {
  /// Reads `NAME=VALUE`.
  ///
  /// - Throws: `Diagnostic` with the code `invalid-setting` when there is no name or no `=`.
  public init(setting text: String) throws(Diagnostic) {
    // Looked for among bytes: a sign and an accent behind it are one character of its own.
    let bytes = text.utf8
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign != bytes.startIndex else {
      throw Diagnostic(
        .invalidSetting,
        "expected NAME=VALUE, found '\(text)'",
        hint: "for example p95_target=200ms"
      )
    }
    self.init(
      name: String(decoding: bytes[..<sign], as: UTF8.self),
      value: String(decoding: bytes[bytes.index(after: sign)...], as: UTF8.self)
    )
  }

  /// The value that this override gives to a variable that the rule file sets to `original`.
  func value(replacing original: Variable) throws(Diagnostic) -> Variable {
    switch original {
    case .truth:
      switch String(decoding: value.utf8.map(\.lowercased), as: UTF8.self) {
      case "true", "yes", "1": return .truth(true)
      case "false", "no", "0": return .truth(false)
      default: throw mistake("is not true or false")
      }
    case .quantity(let quantity): return .quantity(try self.quantity(replacing: quantity))
    }
  }

  private func quantity(replacing original: Quantity) throws(Diagnostic) -> Quantity {
    let quantity: Quantity
    switch Quantity.parse(value) {
    case .success(let parsed): quantity = parsed
    case .failure(.notANumber): throw mistake("is not a number")
    case .failure(.unknownUnit(let unit)):
      throw mistake("has an \(unit.message)", hint: unit.hint)
    }
    guard let unit = quantity.unit else {
      try checkShare(quantity, replacing: original)
      return Quantity(digits: quantity.digits, unit: original.unit)
    }
    guard let originalUnit = original.unit,
      unit.dimension.isComparable(to: originalUnit.dimension)
    else {
      throw mistake("does not fit the rule file's value, \(original)")
    }
    return quantity
  }

  /// Checks that a bare number in place of a percentage is plainly one too: 0.8 in place of 80 % is
  /// as likely meant as a share.
  private func checkShare(_ bare: Quantity, replacing original: Quantity) throws(Diagnostic) {
    let share = bare.baseValue(defaultUnit: .ratio)
    // As a share it comes nearer to what it replaces than as a percentage.
    guard original.unit == .percent, share > 0, share <= 1,
      original.baseValue() > share / 10
    else { return }
    throw mistake(
      "may be a share or a percentage, in place of \(original)",
      hint: "write the unit: \(bare.digits)% or "
        + QuantityFormat.text(share, .ratio).filter { $0 != " " }
    )
  }

  /// The same override as a mistake that the rules make of it.
  func mistake(_ error: Diagnostic) -> Diagnostic {
    mistake("does not fit the rules: \(error.message)", hint: error.hint)
  }

  private func mistake(_ what: String, hint: String? = nil) -> Diagnostic {
    let message = "the value '\(value)' of '\(name)' \(what)"
    switch origin {
    case .setting: return Diagnostic(.invalidSetting, message, hint: hint)
    case .environment(let place):
      return Diagnostic(.environmentValue, message, at: place, hint: hint)
    }
  }
}
