import Testing

@testable import SLOKit

/// The members of a rule file with the mistake marked, and what is said about it.
struct RuleMistake: Sendable, CustomTestStringConvertible {
  let members: String
  let message: String
  let hint: String?
  let code: DiagnosticCode

  init(
    _ code: DiagnosticCode,
    _ members: String,
    _ message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.members = members
    self.message = message
    self.hint = hint
  }

  /// A mistake beside a good objective.
  static func beside(
    _ code: DiagnosticCode,
    _ member: String,
    _ message: String,
    hint: String? = nil
  ) -> RuleMistake {
    let objective = "objectives: [{ name: 'O', sli: 'mean(x)', green: '<= 1' }]"
    return RuleMistake(code, "\(member), \(objective)", message, hint: hint)
  }

  /// A mistake in an objective that is good without it.
  static func within(
    _ code: DiagnosticCode,
    _ member: String,
    _ message: String,
    hint: String? = nil
  ) -> RuleMistake {
    let objective = "{ name: 'O', sli: 'mean(x)', green: '<= 1', \(member) }"
    return RuleMistake(code, "objectives: [\(objective)]", message, hint: hint)
  }

  var testDescription: String { message }
}

extension RuleMistake {
  /// Mistakes beside the objectives.
  static let top: [RuleMistake] = [
    beside(
      .duplicateKey,
      "name: 'a', ⟨name⟩: 'b'",
      "'name' is given twice",
      hint: "only one of them would count; remove the other"
    ),
    beside(
      .unknownKey,
      "⟨nmae⟩: 'a'",
      "unknown key 'nmae' in the rule file",
      hint: "did you mean 'name'?"
    ),
    beside(.wrongType, "name: ⟨5⟩", "expected 'name' to be a string, found a number"),
    beside(.wrongType, "columns: ⟨[]⟩", "expected 'columns' to be an object, found an array"),
    beside(.wrongType, "vars: ⟨'a'⟩", "expected 'vars' to be an object, found a string"),
    beside(
      .wrongType,
      "vars: { t: ⟨[]⟩ }",
      "expected a quantity, true or false as 't', found an array"
    ),
    beside(.wrongType, "abort: ⟨'x > 1'⟩", "expected 'abort' to be an array, found a string"),
    beside(
      .wrongType,
      "require: ⟨true⟩",
      "expected 'require' to be an object, found true or false"
    ),
    beside(.wrongType, "where: ⟨null⟩", "expected 'where' to be a string, found null"),
    beside(
      .wrongType,
      "require: { clean: ⟨'yes'⟩ }",
      "expected 'clean' to be true or false, found a string"
    ),
    beside(
      .unknownKey,
      "require: { ⟨sample⟩: 3 }",
      "unknown key 'sample' in 'require'",
      hint: "did you mean 'samples'?"
    ),
    beside(
      .invalidValue,
      "require: { samples: ⟨2.5⟩ }",
      "expected 'samples' to be a whole number up to 2^53, found '2.5'"
    ),
    beside(
      .invalidValue,
      "require: { duration: ⟨120⟩ }",
      "expected 'duration' to be a duration such as 2h, found '120'"
    ),
    beside(
      .invalidValue,
      "require: { gap: ⟨'5MB'⟩ }",
      "expected 'gap' to be a duration such as 2h, found '5MB'"
    ),
    beside(
      .invalidValue,
      "require: { coverage: ⟨80⟩ }",
      "expected 'coverage' to be a share such as 80%, found '80'",
      hint: "a bare number is a ratio from 0 to 1"
    ),
    beside(
      .unknownKey,
      "decision: { ⟨action⟩: {} }",
      "unknown key 'action' in 'decision'",
      hint: "did you mean 'actions'?"
    ),
    beside(
      .duplicateKey,
      "columns: { a: 's', ⟨a⟩: 'ms' }",
      "'a' is given twice",
      hint: "only one of them would count; remove the other"
    ),
    beside(
      .invalidValue,
      "columns: { a: { kind: ⟨'conter'⟩ } }",
      "unknown kind of column 'conter'",
      hint: "did you mean 'counter'?"
    ),
    beside(
      .unknownKey,
      "columns: { a: { ⟨optionl⟩: true } }",
      "unknown key 'optionl' in the column 'a'",
      hint: "did you mean 'optional'?"
    ),
    beside(
      .invalidValue,
      "columns: { a: { kind: 'label', unit: ⟨'s'⟩ } }",
      "a label has no unit"
    ),
    beside(
      .missingKey,
      "time: ⟨{}⟩",
      "'time' does not name a column",
      hint: "write  time: { column: \"…\" }"
    ),
    beside(
      .notPerSample,
      "abort: [⟨'mean(x) > 1'⟩]",
      "an abort condition is about single samples, with at most one 'for' around it",
      hint: "write '(a and b) for 3 samples', or make it an objective with a red band"
    ),
    beside(
      .notPerSample,
      "where: '⟨mean(x) > 1⟩'",
      "'mean(x) > 1' is over the run, but a condition on single samples is needed here"
    ),
  ]
}
