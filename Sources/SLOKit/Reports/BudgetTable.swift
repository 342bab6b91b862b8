/// The error budgets of an evaluation, for every report that shows them.
struct BudgetTable {
  static let header = ["Error budget", "Allowed", "Bad", "Burn rate", "Spent", "Lasts for"]

  /// A row for each objective that has a budget.
  let rows: [[String]]

  init(_ evaluation: Evaluation) {
    rows = evaluation.phases.flatMap { phase in
      phase.objectives.compactMap { result in
        result.budget.map { Self.row(result.objective.name, phase.name, $0) }
      }
    }
  }

  private static func row(_ name: String, _ phase: String?, _ budget: BudgetResult) -> [String] {
    let window = QuantityFormat.duration(budget.window)
    return [
      "\(name), \(window)" + (phase.map { ", in \($0)" } ?? ""),
      QuantityFormat.text(budget.allowed, .ratio), QuantityFormat.text(budget.bad, .ratio),
      QuantityFormat.text(budget.burnRate, .count, apartFrom: [1]),
      budget.consumed.map { QuantityFormat.text($0, .ratio, apartFrom: [1]) } ?? "unknown",
      lasting(budget),
    ]
  }

  private static func lasting(_ budget: BudgetResult) -> String {
    if budget.burnRate <= 0 { return "for ever" }
    guard let seconds = budget.secondsToExhaustion else { return "unknown" }
    return seconds == 0 ? "spent" : QuantityFormat.duration(seconds)
  }
}
