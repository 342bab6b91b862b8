/// The results of all objectives in all phases: a row for each objective, a column for each phase.
struct PhaseMatrix {
  struct Row {
    let id: String
    let name: String
    let isMandatory: Bool
    /// In the order of the phases; `nil` where the objective is not judged.
    var results: [ObjectiveResult?]
  }

  let phases: [PhaseResult]
  private(set) var rows: [Row] = []

  init(_ evaluation: Evaluation) {
    phases = evaluation.phases
    for (column, phase) in phases.enumerated() {
      for result in phase.objectives {
        let index = index(of: result.objective)
        rows[index].results[column] = result
      }
    }
  }

  /// The row of an objective, which is added when it is new.
  private mutating func index(of objective: Objective) -> Int {
    if let index = rows.firstIndex(where: { $0.id == objective.id }) { return index }
    let results = [ObjectiveResult?](repeating: nil, count: phases.count)
    rows.append(
      Row(
        id: objective.id,
        name: objective.name,
        isMandatory: objective.isMandatory,
        results: results
      )
    )
    return rows.count - 1
  }
}
