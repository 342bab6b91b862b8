/// Objectives × phases, for every report that shows them side by side.
struct PhaseMatrix {
  /// One cell, with the status that its text tells.
  struct Cell {
    let text: String
    var status: Status?
  }

  /// The names of the phases, their decisions, and then each objective.
  private(set) var rows: [[Cell]]

  /// `nil` when there are not several phases.
  init?(_ evaluation: Evaluation) {
    let phases = evaluation.phases
    guard phases.count > 1, let first = phases.first else { return nil }
    rows = [
      [Cell(text: "")] + phases.map { Cell(text: $0.name ?? "") },
      [Cell(text: "decision")] + phases.map { Cell(text: $0.decision.phrase) },
    ]
    for index in first.objectives.indices {
      let objective = first.objectives[index].objective
      rows.append(
        [Cell(text: objective.name + (objective.isMandatory ? " *" : ""))]
          + phases.map { phase in
            let result = phase.objectives[index]
            return Cell(text: "\(result.status.sign) \(result.display)", status: result.status)
          }
      )
    }
  }
}
