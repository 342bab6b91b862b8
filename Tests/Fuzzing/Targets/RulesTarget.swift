@testable import SLOKit

/// The bytes of a rule file.
enum RulesTarget {
  static func run(_ bytes: [UInt8]) {
    let source = SourceText(name: "rules.json5", bytes: bytes)
    let rules = RuleSet.checked(source)
    guard let value = try? JSON5Reader.read(source) else { return }
    let printed = SourceText(name: "rules.json5", text: value.printed)
    do throws(Diagnostic) {
      let again = try JSON5Reader.read(printed)
      require(again.printed == value.printed, "JSON5 differs when it is written and read again")
    } catch {
      require(false, "JSON5 that cannot be read again: \(error)")
    }
    let again = RuleSet.checked(printed)
    require(rules?.summary == again?.summary, "rules differ when they are written and read again")
    guard let rules else { return }
    rules.checkTexts()
    rules.checkWithoutData()
  }
}

extension RuleSet {
  /// The expressions of the rules.
  fileprivate var expressions: [String] {
    objectives.flatMap { [$0.indicator.text, $0.bands?.green.text, $0.bands?.yellow?.text] }
      .compactMap(\.self) + aborts.map(\.text)
  }

  fileprivate var summary: [String] { objectives.map(\.id) + phases.map(\.name) + expressions }

  /// Requires that what the rules say of themselves are expressions.
  fileprivate func checkTexts() {
    for text in expressions {
      do throws(TextError) {
        _ = try Expression(parsing: text)
      } catch {
        require(false, "'\(text)' cannot be read again: \(error)")
      }
    }
  }
}

extension JSON5Value {
  /// The value as JSON, but for numbers, which stay as they are written.
  fileprivate var printed: String {
    switch kind {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.text
    case .string(let string): "\"\(string.text.escapedForJSON)\""
    case .array(let elements): "[\(elements.map(\.printed).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\"\($0.key.escapedForJSON)\":\($0.value.printed)" }.joined(separator: ","))}"
    }
  }
}
