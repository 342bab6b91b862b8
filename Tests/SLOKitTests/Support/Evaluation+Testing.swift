@testable import SLOKit

extension Evaluation {
  /// The evaluation with the given phases, and what is drawn of them, in place of its own.
  func replacing(phases: [PhaseResult], drawing: RunDrawing? = nil) -> Evaluation {
    Evaluation(
      decision: decision,
      cause: cause,
      reason: reason,
      action: action,
      rules: rules,
      input: input,
      baselines: baselines,
      score: score,
      policy: policy,
      requirements: requirements,
      aborts: aborts,
      checklists: checklists,
      phases: phases,
      unreachedPhases: unreachedPhases,
      unjudgedPhases: unjudgedPhases,
      warnings: warnings,
      drawing: drawing ?? self.drawing
    )
  }

  /// The evaluation with its first phase once for each name.
  func repeated(inPhases names: [String]) -> Evaluation {
    replacing(
      phases: phases.prefix(1).flatMap { phase in
        names.map {
          PhaseResult(name: $0, decision: phase.decision, objectives: phase.objectives)
        }
      }
    )
  }
}

extension PhaseResult {
  /// A phase of which nothing but its objectives matters.
  init(name: String?, decision: Decision, objectives: [ObjectiveResult]) {
    self.init(
      name: name,
      decision: decision,
      cause: decision.isGo ? .clean : .breach,
      reason: "",
      samples: 0,
      start: nil,
      end: nil,
      score: nil,
      requirements: [],
      objectives: objectives
    )
  }
}
