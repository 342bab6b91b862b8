@testable import SLOKit

extension RuleMistake {
  /// Mistakes in `budget`.
  static let budgets: [RuleMistake] = [
    budget("⟨1⟩", .wrongType, "expected 'budget' to be an object, found a number"),
    budget(
      "⟨{}⟩",
      .missingKey,
      "the budget does not say for which time it is",
      hint: "write  budget: { window: \"30d\" }"
    ),
    budget("{ window: ⟨'0h'⟩ }", .invalidValue, "a budget for no time"),
    budget(
      "{ window: '30d' }",
      green: "⟨'>= 100%'⟩",
      .invalidValue,
      "the green band '>= 100%' leaves no error budget",
      hint: "a target of 100 % has no budget that could be spent"
    ),
    budget(
      "{ window: '30d' }",
      green: "⟨'== 1%'⟩",
      .invalidValue,
      "only a share with one limit has an error budget",
      hint: "the indicator must be a ratio, and green such as \">= 99.9%\" or \"<= 0.1%\""
    ),
    budget(
      "{ window: '30d' }",
      green: "⟨'<= 1% and <= 2%'⟩",
      .invalidValue,
      "only a share with one limit has an error budget",
      hint: "the indicator must be a ratio, and green such as \">= 99.9%\" or \"<= 0.1%\""
    ),
  ]

  private static func budget(
    _ budget: String,
    green: String = "'<= 1%'",
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil
  ) -> RuleMistake {
    let objective = "{ name: 'O', sli: 'mean(x)', green: \(green), budget: \(budget) }"
    return RuleMistake(code, "columns: { x: '%' }, objectives: [\(objective)]", message, hint: hint)
  }
}
