@testable import SLOKit

extension Evaluation {
  /// Requires that a GO rests on evidence, and that reports of it are well-formed.
  func check(reports: Bool) {
    checkDecision()
    guard reports else { return }
    for format in ReportFormat.allCases { ReportChecks(report(format), format).check() }
  }

  /// The rules of a decision once more, each as a sentence about a GO.
  private func checkDecision() {
    guard decision.isGo else { return }
    require(cause == .clean, "a GO because of \(cause)")
    require(!phases.isEmpty, "a GO without a phase")
    require(!aborts.contains(where: \.isTripped), "a GO although an abort condition held")
    require(requirements.allSatisfy(\.isMet), "a GO although a requirement is not met")
    require(
      checklists.allSatisfy(\.uncheckedRequired.isEmpty),
      "a GO although an item is not checked"
    )
    for phase in phases {
      require(phase.decision.isGo, "a GO although a phase is none")
      require(phase.requirements.allSatisfy(\.isMet), "a GO although a phase lacks something")
      let gates = phase.objectives.filter { $0.objective.role == .gate }
      require(gates.contains { $0.status != .na }, "a GO without a measured objective")
      for gate in gates { check(gate) }
    }
  }

  private func check(_ gate: ObjectiveResult) {
    let name = gate.objective.name
    require(!gate.isUndecided, "a GO although \(name) is undecided")
    require(gate.value != nil || gate.status == .na, "\(name) is NA and \(gate.status)")
    let isMandatory = gate.objective.isMandatory
    require(!isMandatory || gate.status != .na, "a GO although mandatory \(name) is not measured")
    switch policy {
    case .acceptingYellow(let most):
      require(gate.status != .red, "a GO although \(name) is red")
      require(gate.status != .yellow || most > 0, "a GO although \(name) is yellow")
    case .scoring: require(!isMandatory || gate.status != .red, "a GO although \(name) is red")
    }
  }
}
