/// The results of all objectives in all phases: a row for each objective, a column for each phase.
struct PhaseMatrix {
  struct Row {
    let id: String
    let name: String
    let isMandatory: Bool
    /// In the order of the phases; `nil` where the objective is not judged.
    var results: [ObjectiveResult?]

    /// The result in the phase in which the objective came out worst, with the phase's place.
    var gravest: (phase: Int, result: ObjectiveResult)? {
      let judged = results.enumerated().compactMap { place, result in
        result.map { (phase: place, result: $0) }
      }
      return judged.first { $0.result.status == .red }
        ?? judged.first { $0.result.status == .yellow } ?? judged.first
    }
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
